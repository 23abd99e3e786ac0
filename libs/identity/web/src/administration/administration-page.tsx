import './administration.css';
import '../identity.css';
import { Tile } from '@codegouvfr/react-dsfr/Tile';
import { execute, graphql } from '@preau/graphql';
import { formatNumber, GuardedFailure, Loading, Page, plural } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { type AccountPlace } from '../account/account-places';
import { ACCOUNTS, AUDIT } from './places';
import { SecondFactorNotice } from './second-factor-notice';

const administrationQuery = graphql(`
  query Administration {
    accounts(first: 1) {
      totalCount
    }
    suspended: accounts(first: 1, state: SUSPENDED) {
      totalCount
    }
    auditEntries(first: 1) {
      totalCount
    }
  }
`);

/** /administration: who has an account and which rights, and what was done with rights. */
export function AdministrationPage({ places: others }: { readonly places: readonly AccountPlace[] }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['administration'],
    queryFn: ({ signal }) => execute(administrationQuery, {}, { signal }),
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const accounts = data.accounts.totalCount ?? 0;
  const suspended = data.suspended.totalCount ?? 0;
  const places = [
    {
      ...ACCOUNTS,
      text: `${plural(accounts, 'compte', 'comptes')}, dont ${formatNumber(suspended)} suspendu${suspended > 1 ? 's' : ''}. Chercher quelqu’un, donner ou retirer un rôle, suspendre.`,
    },
    {
      ...AUDIT,
      text: `${plural(data.auditEntries.totalCount ?? 0, 'entrée', 'entrées')}. Qui a fait quoi avec ses droits, à qui, quand.`,
    },
    ...others.map(({ to, title, text }) => ({ to, label: title, text })),
  ];
  return (
    <Page title="Administration" breadcrumb={[]} lead="Les comptes, les droits, et la trace de leur usage.">
      <SecondFactorNotice />
      <ul className="preau-account__places">
        {places.map(({ to, label, text }) => (
          <li key={to}>
            <Tile
              small
              enlargeLinkOrButton
              orientation="horizontal"
              titleAs="h2"
              title={label}
              desc={text}
              linkProps={{ to }}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}

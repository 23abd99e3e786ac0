import '../notifications.css';
import { execute, graphql } from '@preau/graphql';
import { GuardedFailure, Loading, Page } from '@preau/ui';
import { useQuery } from '@tanstack/react-query';
import { MailPreferencesForm } from './mail-preferences-form';

const preferencesQuery = graphql(`
  query MailPreferences {
    mailPreferences {
      address
      perWeek
      kinds {
        kind
        frequency
      }
    }
  }
`);

/** /mon-espace/courriels: which mails I receive, and how many. */
export function Component() {
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-preferences'],
    queryFn: async ({ signal }) => (await execute(preferencesQuery, {}, { signal })).mailPreferences,
  });
  if (error) return <GuardedFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Page
      title="Mes courriels"
      breadcrumb={[{ label: 'Mon espace', to: '/mon-espace' }]}
      lead="Tout est aussi dans vos notifications, sur le site. Choisissez ce que vous recevez en plus par courriel."
    >
      <p className="preau-measure">
        {data.address
          ? `Ils sont envoyés à ${data.address}.`
          : 'Votre compte n’a pas d’adresse électronique\u00a0: aucun courriel ne vous est envoyé.'}{' '}
        Ceux qui concernent la connexion et la sûreté de votre compte sont toujours envoyés.
      </p>
      <MailPreferencesForm preferences={data} />
    </Page>
  );
}

import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { formatDay, useTerritories } from '@preau/ui';
import { ROLE_NAMES } from '../messages';
import { grantWords } from './grant-words';
import { useThemeNames } from './use-theme-names';

const accountCardFragment = graphql(`
  fragment AccountCard on Account {
    displayName
    isPseudonym
    email
    roles
    grants {
      id
      role
      themeId
      ...GrantWords
    }
    academie
    charterVersion
    createdAt
  }
`);

/** What the platform knows of the account, in words. */
export function AccountCard({ account }: { readonly account: FragmentType<typeof accountCardFragment> }) {
  const known = readFragment(accountCardFragment, account);
  const { displayName, isPseudonym, email, academie, charterVersion, createdAt } = known;
  const nameOf = useTerritories()?.nameOf;
  const themeNames = useThemeNames(known.grants.some(({ themeId }) => themeId));
  const roles = known.grants
    .filter(({ role }) => role !== 'TEACHER')
    .map((grant) => ({ id: grant.id, words: grantWords(grant, themeNames) }));
  return (
    <dl className="preau-account">
      <dt>{isPseudonym ? 'Pseudonyme' : 'Nom affiché'}</dt>
      <dd>
        {displayName}{' '}
        {known.roles.includes('TEACHER') ? (
          <Badge small noIcon severity="success">
            {ROLE_NAMES.TEACHER}
          </Badge>
        ) : null}
      </dd>
      <dt>Adresse électronique</dt>
      <dd>{email ?? 'Aucune\u00a0: vous vous connectez par un autre service.'}</dd>
      <dt>{roles.length > 1 ? 'Rôles' : 'Rôle'}</dt>
      {roles.length > 0 ? (
        roles.map(({ id, words }) => <dd key={id}>{words}</dd>)
      ) : (
        <dd>{ROLE_NAMES.PARTICIPANT}</dd>
      )}
      {academie ? (
        <>
          <dt>Académie</dt>
          <dd>{nameOf?.('academie', academie) ?? '…'}</dd>
        </>
      ) : null}
      <dt>Compte ouvert</dt>
      <dd>
        le {formatDay(new Date(createdAt))}
        {charterVersion ? `, avec la charte de participation, version ${charterVersion}` : ''}
      </dd>
    </dl>
  );
}

import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { graphql, readFragment, type FragmentType } from '@preau/graphql';
import { type AccountState } from '@preau/identity-domain';
import { formatDay } from '@preau/ui';
import { Link } from 'react-router';
import { ROLE_NAMES } from '../messages';
import { STATE_NAMES } from './messages';
import { ACCOUNTS } from './places';

const accountLineFragment = graphql(`
  fragment AccountLine on Account {
    id
    displayName
    email
    grants {
      id
      role
    }
    state
    createdAt
  }
`);

/** Somebody in the list: enough to recognise them by. */
export function AccountLine({ account }: { readonly account: FragmentType<typeof accountLineFragment> }) {
  const { id, displayName, email, grants, state, createdAt } = readFragment(accountLineFragment, account);
  // Those of somebody suspended too, who acts with none of them.
  const names = [...new Set(grants.map(({ role }) => ROLE_NAMES[role]))];
  return (
    <li>
      <div className="preau-admin__line">
        <h2>
          <Link to={`${ACCOUNTS.to}/${id}`}>{displayName}</Link>
        </h2>
        <StateBadge state={state} />
      </div>
      <p className="fr-mb-0">{names.length > 0 ? names.join(', ') : ROLE_NAMES.PARTICIPANT}</p>
      <p className="preau-admin__aside">
        {email ?? 'Sans adresse'} — compte ouvert le {formatDay(new Date(createdAt))}
      </p>
    </li>
  );
}

/** Where an account stands; nothing is said of those that are simply active. */
export function StateBadge({ state }: { readonly state: AccountState }) {
  if (state === 'ACTIVE') return null;
  return (
    <Badge small noIcon severity={state === 'SUSPENDED' ? 'error' : 'info'}>
      {STATE_NAMES[state]}
    </Badge>
  );
}

import { execute, graphql } from '@preau/graphql';
import { type AccountState } from '@preau/identity-domain';
import { type Role } from '@preau/shared-domain';

const accountsQuery = graphql(`
  query AdministeredAccounts($search: String, $role: Role, $state: AccountState, $first: Int, $after: ID) {
    accounts(search: $search, role: $role, state: $state, first: $first, after: $after) {
      totalCount
      edges {
        node {
          id
          ...AccountLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export interface AccountFilters {
  readonly search: string;
  readonly role: string;
  readonly state: string;
}

const PAGE_SIZE = 20;

export async function findAccounts(
  { search, role, state }: AccountFilters,
  after: string | null,
  signal: AbortSignal,
) {
  const variables = {
    search,
    role: (role || null) as Uppercase<Role> | null,
    state: (state || null) as AccountState | null,
    first: PAGE_SIZE,
    after,
  };
  return (await execute(accountsQuery, variables, { signal })).accounts;
}

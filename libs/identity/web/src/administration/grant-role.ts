import { execute, graphql } from '@preau/graphql';
import { GRANT_SCOPES, type GrantRefusal } from '@preau/identity-domain';
import { endOfDayInParis, type Role } from '@preau/shared-domain';

const grantMutation = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      __typename
      ... on GrantRefused {
        code
      }
    }
  }
`);

export type Level = 'ACADEMIE' | 'REGION' | 'DEPARTEMENT' | 'ETABLISSEMENT';

/** The form as it is typed: empty where nothing is chosen. */
export interface TypedGrant {
  readonly role: string;
  readonly level: string;
  readonly code: string;
  readonly themeId: string;
  readonly reason: string;
  /** A day. */
  readonly until: string;
}

export const NOTHING: TypedGrant = { role: '', level: '', code: '', themeId: '', reason: '', until: '' };

/** Where a role can hold, and on what; null before one is chosen. */
export const scopeOf = (role: string) => GRANT_SCOPES[role.toLowerCase() as Role] ?? null;

/** The field each refusal is about. */
export const FIELD_OF: Record<GrantRefusal, keyof TypedGrant> = {
  UNKNOWN_ACCOUNT: 'role',
  OWN_ACCOUNT: 'role',
  ACCOUNT_SUSPENDED: 'role',
  NOT_GRANTABLE: 'role',
  REASON_TOO_SHORT: 'reason',
  REASON_TOO_LONG: 'reason',
  END_IN_PAST: 'until',
  TERRITORY_REQUIRED: 'level',
  TERRITORY_NOT_ALLOWED: 'level',
  UNKNOWN_TERRITORY: 'code',
  THEME_NOT_ALLOWED: 'themeId',
  UNKNOWN_THEME: 'themeId',
  SECOND_FACTOR_REQUIRED: 'role',
  ALREADY_GRANTED: 'role',
};

/** Grants what is typed; gives the refusal, or null. What the role leaves no choice of is not sent. */
export async function grantRole(accountId: string, typed: TypedGrant): Promise<GrantRefusal | null> {
  const scope = scopeOf(typed.role);
  const hasTerritory = scope !== null && scope.territory !== 'never' && typed.level !== '';
  const input = {
    accountId,
    role: typed.role as Uppercase<Role>,
    territory: hasTerritory ? { level: typed.level as Level, code: typed.code.trim().toUpperCase() } : null,
    themeId: scope?.theme === 'may' && typed.themeId ? typed.themeId : null,
    reason: typed.reason,
    endsAt: typed.until ? (endOfDayInParis(typed.until)?.toISOString() ?? null) : null,
  };
  const { grantRole: result } = await execute(grantMutation, { input });
  return result.__typename === 'GrantRefused' ? result.code : null;
}

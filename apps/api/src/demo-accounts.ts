import accounts from '@preau/data/demo/accounts.json' with { type: 'json' };
import type { AccountToLoad } from '@preau/identity-api';
import type { Role, Territory } from '@preau/shared-domain';

interface DemoAccount {
  readonly email: string;
  /** None: somebody who has no account yet. */
  readonly name?: string;
  readonly role?: string;
  readonly territory?: { readonly level: string; readonly code: string };
}

/** One account per way of using the platform; `.test` is reserved, so that no mail can ever leave for them. */
export const DEMO_ACCOUNTS: readonly AccountToLoad[] = (accounts as readonly DemoAccount[]).flatMap(
  ({ email, name, role, territory }) =>
    name === undefined
      ? []
      : [
          {
            email,
            displayName: name,
            grants: [{ role: role as Role, territory: (territory as Territory | undefined) ?? null }],
          },
        ],
);

import type { EntityManager } from 'typeorm';
import { CHARTER_VERSION } from '@preau/identity-domain';
import type { RoleGrant } from '@preau/shared-domain';
import { Account } from './account.entity';
import { RoleGrantRow } from '../rights/role-grant.entity';

export interface AccountToLoad {
  /** Lower case. */
  readonly email: string;
  readonly displayName: string;
  readonly grants: readonly RoleGrant[];
}

/** Creates an account with its roles; one that exists is left as its owner made it. Returns whether it was created. */
export async function loadAccount(tx: EntityManager, account: AccountToLoad): Promise<boolean> {
  const { email, displayName, grants } = account;
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values({
      email,
      displayName,
      ageBand: 'adult',
      charterVersion: CHARTER_VERSION,
      charterAcceptedAt: () => 'now()',
    })
    .orIgnore()
    .returning(['id'])
    .execute();
  const [created] = inserted.raw as { id: string }[];
  if (!created) return false;
  for (const { role, territory, themeId = null } of grants) {
    await tx.insert(RoleGrantRow, {
      accountId: created.id,
      role,
      themeId,
      territoryLevel: territory?.level ?? null,
      territoryCode: territory?.code ?? null,
    });
  }
  return true;
}

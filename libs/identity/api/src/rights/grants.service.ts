import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import {
  grantRefusal,
  isRunning,
  keptReason,
  revokeRefusal,
  type GrantRefusal,
  type RevokeRefusal,
} from '@preau/identity-domain';
import { audit, CONFIG, isUuid, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { SecondFactors } from '../second-factor/second-factors';
import { changeRights } from './change-rights';
import { GrantScopes } from './grant-scopes';
import { RightsChanged } from './rights-changed';
import { grantOf, RoleGrantRow } from './role-grant.entity';
import type { GrantRoleInput } from './rights.types';

/** Gives roles and takes them back. Whoever it happens to signs in again: a session never outlives a change of its rights. */
@Injectable()
export class GrantsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changed: RightsChanged,
    private readonly secondFactors: SecondFactors,
    private readonly scopes: GrantScopes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  grant(actor: Actor, input: GrantRoleInput): Promise<{ grant: RoleGrantRow } | { code: GrantRefusal }> {
    return changeRights(this.database, actor, async (tx) => {
      const now = new Date();
      const { role, territory = null, themeId = null, endsAt = null } = input;
      const reason = keptReason(input.reason);
      const grant = { role, territory, themeId };
      const account = await this.receiver(tx, input.accountId, now);
      const known = await this.scopes.known(tx, grant);
      const code = grantRefusal({ actor, account, grant, ...known, reason, endsAt, now });
      if (code || !account) return { code: code ?? 'UNKNOWN_ACCOUNT' };
      const row = tx.create(RoleGrantRow, {
        accountId: account.id,
        role,
        territoryLevel: territory?.level ?? null,
        territoryCode: territory?.code ?? null,
        themeId,
        reason,
        grantedBy: actor.kind === 'account' ? actor.accountId : null,
        endsAt,
      });
      await tx.insert(RoleGrantRow, row);
      await this.record(tx, actor, row, 'rights.grant', reason);
      return { grant: row };
    });
  }

  revoke(
    actor: Actor,
    grantId: string,
    typed: string,
  ): Promise<{ account: Account } | { code: RevokeRefusal }> {
    return changeRights(this.database, actor, async (tx, leavesAdministrators) => {
      const reason = keptReason(typed);
      const row = isUuid(grantId) ? await tx.findOneBy(RoleGrantRow, { id: grantId }) : null;
      const code = revokeRefusal({
        actor,
        grant: row && { ...row, isRunning: isRunning(row, new Date()) },
        leavesAdministrators: !row || leavesAdministrators(row.accountId),
        reason,
      });
      if (code || !row) return { code: code ?? 'UNKNOWN_GRANT' };
      await tx.update(RoleGrantRow, { id: row.id }, { endsAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, row, 'rights.revoke', reason);
      return { account: await tx.findOneByOrFail(Account, { id: row.accountId }) };
    });
  }

  private async receiver(tx: EntityManager, id: string, now: Date) {
    const account = isUuid(id) ? await tx.findOneBy(Account, { id, deletedAt: IsNull() }) : null;
    if (!account) return null;
    const rows = await tx.findBy(RoleGrantRow, { accountId: id });
    const grants = rows.filter((row) => isRunning(row, now)).map(grantOf);
    const hasSecondFactor = !this.config.SECOND_FACTOR || (await this.secondFactors.has(tx, id));
    return { id, suspendedAt: account.suspendedAt, grants, hasSecondFactor };
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    row: RoleGrantRow,
    action: 'rights.grant' | 'rights.revoke',
    reason: string,
  ) {
    const { id, accountId, endsAt } = row;
    const details = { grant: id, ...grantOf(row), endsAt, reason };
    await audit(tx, actor, { action, object: `account:${accountId}`, details });
    await this.changed.follow(tx, accountId, action === 'rights.grant' ? 'ROLE_GRANTED' : 'ROLE_REVOKED');
  }
}

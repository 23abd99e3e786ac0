import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import {
  keptReason,
  reinstateRefusal,
  suspendRefusal,
  type ReinstateRefusal,
  type SuspendRefusal,
} from '@preau/identity-domain';
import { audit, isUuid } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { changeRights } from './change-rights';
import { RightsChanged } from './rights-changed';

/** Closes accounts to their owners, and opens them again. */
@Injectable()
export class SuspensionsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rightsChanged: RightsChanged,
  ) {}

  suspend(
    actor: Actor,
    accountId: string,
    typed: string,
  ): Promise<{ account: Account } | { code: SuspendRefusal }> {
    return changeRights(this.database, actor, async (tx, leavesAdministrators) => {
      const reason = keptReason(typed);
      const account = await find(tx, accountId);
      const asked = { actor, account, reason, leavesAdministrators: leavesAdministrators(accountId) };
      const code = suspendRefusal(asked);
      if (code || !account) return { code: code ?? 'UNKNOWN_ACCOUNT' };
      await tx.update(Account, { id: account.id }, { suspendedAt: new Date(), suspensionReason: reason });
      await this.rightsChanged.follow(tx, account.id, 'ACCOUNT_SUSPENDED');
      return this.changed(tx, actor, account.id, 'rights.suspend', reason);
    });
  }

  reinstate(
    actor: Actor,
    accountId: string,
    typed: string,
  ): Promise<{ account: Account } | { code: ReinstateRefusal }> {
    return changeRights(this.database, actor, async (tx) => {
      const reason = keptReason(typed);
      const account = await find(tx, accountId);
      const code = reinstateRefusal({ actor, account, reason });
      if (code || !account) return { code: code ?? 'UNKNOWN_ACCOUNT' };
      await tx.update(Account, { id: account.id }, { suspendedAt: null, suspensionReason: null });
      await this.rightsChanged.follow(tx, account.id, 'ACCOUNT_RESTORED');
      return this.changed(tx, actor, account.id, 'rights.reinstate', reason);
    });
  }

  private async changed(tx: EntityManager, actor: Actor, id: string, action: string, reason: string) {
    await audit(tx, actor, { action, object: `account:${id}`, details: { reason } });
    return { account: await tx.findOneByOrFail(Account, { id }) };
  }
}

const find = async (tx: EntityManager, id: string) =>
  isUuid(id) ? tx.findOneBy(Account, { id, deletedAt: IsNull() }) : null;

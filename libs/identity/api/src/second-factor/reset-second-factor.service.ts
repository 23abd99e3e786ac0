import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { keptReason, resetRefusal } from '@preau/identity-domain';
import { isUuid } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { changeRights } from '../rights/change-rights';
import { Sessions } from '../sessions/sessions';
import { RecoveryCode } from './recovery-code.entity';
import { SecondFactorChanges } from './second-factor-changes';
import { SecondFactor } from './second-factor.entity';
import type { ResetSecondFactorRefused, SecondFactorReset } from './second-factor.types';
import { SecondFactors } from './second-factors';

/** For whoever has lost their telephone and their recovery codes: an administrator removes what they can no longer show. */
@Injectable()
export class ResetSecondFactorService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly factors: SecondFactors,
    private readonly changes: SecondFactorChanges,
    private readonly sessions: Sessions,
  ) {}

  /** Every session of the account ends; its roles that want a second factor wait for the next one. */
  reset(
    actor: Actor,
    accountId: string,
    typed: string,
  ): Promise<SecondFactorReset | ResetSecondFactorRefused> {
    return changeRights(this.database, actor, async (tx) => {
      const reason = keptReason(typed);
      const account = isUuid(accountId)
        ? await tx.findOneBy(Account, { id: accountId, deletedAt: IsNull() })
        : null;
      const hasSecondFactor = account !== null && (await this.factors.has(tx, account.id));
      const code = resetRefusal({ actor, account, hasSecondFactor, reason });
      if (code || !account) return { code: code ?? 'UNKNOWN_ACCOUNT' };
      const { id } = account;
      await tx.delete(RecoveryCode, { accountId: id });
      await tx.delete(SecondFactor, { accountId: id });
      await this.sessions.endAll(tx, id);
      return { account: await this.changes.follow(tx, actor, id, 'reset', { reason }) };
    });
  }
}

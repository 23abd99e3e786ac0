import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { TRIES_PER_QUARTER, type SecondFactorRefusal } from '@preau/identity-domain';
import { transaction } from '@preau/shared-api';
import { Attempts } from '../sign-in/attempts';
import { SecondFactorChanges } from './second-factor-changes';
import type { SecondFactorRefused } from './second-factor.types';
import { SecondFactors } from './second-factors';

/** What else may stand against it, looked at before any code is used up. */
type Guard = (tx: EntityManager) => Promise<SecondFactorRefusal | null>;
const NO_GUARD: Guard = () => Promise.resolve(null);

/** The one way by which a code is tried, whatever it is shown for. */
@Injectable()
export class SecondFactorChecks {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly attempts: Attempts,
    private readonly factors: SecondFactors,
    private readonly changes: SecondFactorChanges,
  ) {}

  /** How many tries an account has left after this one, which counts before anything is compared; none left of before: less than 0. */
  async triesLeft(accountId: string): Promise<number> {
    return TRIES_PER_QUARTER - (await this.attempts.tally('second factor', accountId));
  }

  /** Does `work` if a code of the account is shown, and uses the code up with it: both are committed, or none. */
  async withCode<T>(
    accountId: string,
    typed: string,
    work: (tx: EntityManager) => Promise<T>,
    guard = NO_GUARD,
  ): Promise<T | SecondFactorRefused> {
    const triesLeft = await this.triesLeft(accountId);
    return transaction(this.database, async (tx) => {
      if (triesLeft < 0) return refused('TOO_MANY_TRIES');
      const refusal = (await guard(tx)) ?? ((await this.factors.has(tx, accountId)) ? null : 'NOT_ACTIVE');
      if (refusal) return refused(refusal);
      const shown = await this.factors.show(tx, accountId, typed);
      if (shown === null) return wrong(triesLeft);
      // Told before the work, which may give others or remove them all.
      if (shown === 'recovery-code') await this.changes.recoveryCodeUsed(tx, accountId);
      return work(tx);
    });
  }
}

export const refused = (code: SecondFactorRefusal): SecondFactorRefused => ({ code, triesLeft: null });

export const wrong = (triesLeft: number): SecondFactorRefused =>
  triesLeft > 0 ? { code: 'INVALID', triesLeft } : refused('TOO_MANY_TRIES');

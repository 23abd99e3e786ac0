import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { stepsTaken, typedCode, typedRecoveryCode } from '@preau/identity-domain';
import { CONFIG, unseal, type Config } from '@preau/shared-api';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactor } from './second-factor.entity';
import { stepOf } from './totp';

export type Shown = 'code' | 'recovery-code';

/** Sealed for one account: a row copied to another opens nothing. */
export const purposeOf = (accountId: string) => `second factor of ${accountId}`;

/** What the rest of the domain asks of second factors. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** Whether an account has a second factor that works. */
  has(tx: EntityManager, accountId: string): Promise<boolean> {
    return tx.existsBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });
  }

  /**
   * What was shown: a code of the account's application, one of its recovery codes, or nothing that counts. Either is then used
   * up. Those who show codes of one account at the same moment do so one after the other.
   */
  async show(tx: EntityManager, accountId: string, typed: string): Promise<Shown | null> {
    const factor = await lockedFactor(tx, accountId);
    if (!factor?.sealedSecret || !factor.confirmedAt) return null;
    const figures = typedCode(typed);
    if (!/^\d{6}$/.test(figures)) {
      const code = typedRecoveryCode(typed);
      const isUsed = code !== null && (await this.recoveryCodes.use(tx, accountId, code));
      return isUsed ? 'recovery-code' : null;
    }
    const lastStep = factor.lastStep === null ? null : Number(factor.lastStep);
    const secret = unseal(this.config.SECRET_KEY, purposeOf(accountId), factor.sealedSecret);
    const step = stepOf(secret, figures, stepsTaken(new Date(), lastStep));
    if (step === null) return null;
    await tx.update(SecondFactor, { accountId }, { lastStep: String(step) });
    return 'code';
  }
}

/** The account's row, held until the transaction ends. */
export const lockedFactor = (tx: EntityManager, accountId: string): Promise<SecondFactor | null> =>
  tx.findOne(SecondFactor, { where: { accountId }, lock: { mode: 'pessimistic_write' } });

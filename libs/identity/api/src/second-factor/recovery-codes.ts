import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RECOVERY_CODES, recoveryCodeOf } from '@preau/identity-domain';
import { CONFIG, type Config } from '@preau/shared-api';
import { RecoveryCode } from './recovery-code.entity';

/** Codes kept on paper for the day the telephone is lost. */
@Injectable()
export class RecoveryCodes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** New ones in the place of all others. What is returned is kept nowhere. */
  async renew(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(16)));
    await tx.delete(RecoveryCode, { accountId });
    await tx.insert(
      RecoveryCode,
      codes.map((code) => ({ accountId, codeHash: this.hashOf(accountId, code) })),
    );
    return codes;
  }

  /** Uses one up. False when it is not one of the account's, or has served: of two who send it at once, one gets true. */
  async use(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const codeHash = this.hashOf(accountId, code);
    const { affected } = await tx.update(
      RecoveryCode,
      { accountId, codeHash, usedAt: IsNull() },
      { usedAt: new Date() },
    );
    return affected === 1;
  }

  left(tx: EntityManager, accountId: string): Promise<number> {
    return tx.countBy(RecoveryCode, { accountId, usedAt: IsNull() });
  }

  private hashOf(accountId: string, code: string): Buffer {
    return createHmac('sha256', this.config.SECRET_KEY)
      .update(`recovery code\0${accountId}\0${code}`)
      .digest();
  }
}

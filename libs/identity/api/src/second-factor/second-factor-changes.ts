import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit, CONFIG, MailQueue, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { RecoveryCodes } from './recovery-codes';
import { secondFactorMail, type ChangeDetails, type SecondFactorChange } from './second-factor-mails';

/** What follows a change of a second factor, in its transaction: it is written down, and the owner of the account is told by mail. */
@Injectable()
export class SecondFactorChanges {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: MailQueue,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** By whom: somebody with a session, or the account itself while it is still signing in. */
  async follow(
    tx: EntityManager,
    who: Actor | { readonly accountId: string },
    accountId: string,
    change: SecondFactorChange,
    details: ChangeDetails = {},
  ): Promise<Account> {
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    await audit(tx, who, { action: `second-factor.${change}`, object: `account:${accountId}`, details });
    if (account.email !== null) {
      const owner = { accountId, to: account.email, publicUrl: this.config.publicUrl };
      await this.mails.post(tx, [secondFactorMail(change, details, owner)], 0);
    }
    return account;
  }

  /** With new recovery codes in the place of all others, which are returned and kept nowhere. */
  async withNewCodes(
    tx: EntityManager,
    who: Actor,
    accountId: string,
    change: 'enable' | 'replace' | 'renew-recovery-codes',
  ): Promise<{ codes: string[]; account: Account }> {
    const codes = await this.recoveryCodes.renew(tx, accountId);
    return { codes, account: await this.follow(tx, who, accountId, change) };
  }

  /** The paper may be in other hands. */
  async recoveryCodeUsed(tx: EntityManager, accountId: string): Promise<void> {
    const left = await this.recoveryCodes.left(tx, accountId);
    await this.follow(tx, { accountId }, accountId, 'recovery-code', { left });
  }
}

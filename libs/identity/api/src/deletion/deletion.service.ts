import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { deletionDue, deletionRefusal } from '@preau/identity-domain';
import { CONFIG, MailQueue, signedIn, transaction, type Config } from '@preau/shared-api';
import type { Actor } from '@preau/shared-domain';
import { Account } from '../accounts/account.entity';
import { lockRights } from '../rights/change-rights';
import { Sessions } from '../sessions/sessions';
import { AccountEndings } from './account-endings';
import { deletionMail } from './deletion-mail';
import type { DeletionPlanned, DeletionRefused } from './deletion.types';

/** Deleting one's own account, and changing one's mind. */
@Injectable()
export class DeletionService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly endings: AccountEndings,
    private readonly sessions: Sessions,
    private readonly mails: MailQueue,
  ) {}

  /** Asked for twice, the day stays the same. The session that asks goes on: it is the way to change one's mind. */
  request(actor: Actor, confirmation: string): Promise<DeletionPlanned | DeletionRefused> {
    const person = signedIn(actor);
    const { accountId, sessionId } = person;
    return transaction(this.database, async (tx) => {
      const leavesAdministrators = await lockRights(tx);
      const code = deletionRefusal({
        confirmation,
        leavesAdministrators: leavesAdministrators(accountId),
      });
      if (code) return { code };
      const account = await tx.findOneByOrFail(Account, { id: accountId });
      if (account.deletionDueAt) return { dueAt: account.deletionDueAt };
      const dueAt = deletionDue(new Date());
      await tx.update(Account, { id: accountId }, { deletionDueAt: dueAt });
      await this.endings.atOnce(tx, person);
      await this.sessions.endOthers(tx, accountId, sessionId);
      if (account.email) await this.mails.post(tx, [deletionMail(account, dueAt, this.config.publicUrl)]);
      return { dueAt };
    });
  }

  /** What was done at once (answers that can no longer be found) stays done. */
  cancel(actor: Actor): Promise<Account> {
    const { accountId: id } = signedIn(actor);
    return transaction(this.database, async (tx) => {
      await lockRights(tx);
      await tx.update(Account, { id }, { deletionDueAt: null });
      return tx.findOneByOrFail(Account, { id });
    });
  }
}

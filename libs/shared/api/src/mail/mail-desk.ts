import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@preau/shared-domain';
import { audit } from '../audit';
import { page, pageSize, type Connection } from '../connection';
import { badInput, notFound } from '../errors';
import { transaction } from '../transactions';
import { isUuid } from '../uuid';
import { MailQueue } from './mail-queue';
import type { DeadMail, MailFigures, MailRetried, RetryMailRefused } from './mail.types';
import { OutgoingMail } from './outgoing-mail.entity';
import { countMails, mailsIn } from './outgoing-mail.queries';

/** What administrators see and do about mails that do not leave. */
@Injectable()
export class MailDesk {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly queue: MailQueue,
  ) {}

  async figures(): Promise<MailFigures> {
    return { ...(await countMails(this.database)), asOf: new Date() };
  }

  async dead(first: number | null, after: string | null): Promise<Connection<DeadMail>> {
    const size = pageSize(first);
    if (typeof after === 'string' && !isUuid(after)) throw badInput('Ce curseur n’est pas valable.');
    const rows = await mailsIn(this.database, 'dead', after ?? null, size + 1);
    const { dead } = await countMails(this.database);
    return { ...page(rows, size, ({ id }) => id), totalCount: dead };
  }

  /** Tries a dead letter again, once: asked twice, the second is refused. */
  async retry(actor: Actor, id: string): Promise<MailRetried | RetryMailRefused> {
    if (!isUuid(id)) throw notFound();
    return transaction(this.database, async (tx) => {
      if (!(await tx.existsBy(OutgoingMail, { id }))) throw notFound();
      if (!(await this.queue.retry(tx, id))) return { code: 'NOT_DEAD' as const };
      await audit(tx, actor, { action: 'mail.retry', object: `mail:${id}` });
      return { mailId: id };
    });
  }
}

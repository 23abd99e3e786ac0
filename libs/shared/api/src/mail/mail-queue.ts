import { randomUUIDv7 } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { Jobs } from '../jobs';
import { transaction } from '../transactions';
import type { MailBody } from './mail-body';
import { failureText, isPermanent, MAX_TRIES, pauseAfter } from './mail-failure';
import { Mailer } from './mailer';
import { OutgoingMail } from './outgoing-mail.entity';
import { deleteSentMails, insertMails, markSent } from './outgoing-mail.queries';

export const MAIL_JOB = 'mail.send';
const FORGET_JOB = 'mail.forget';
/** Rows of sent mails are kept this long, without address or content. */
export const SENT_MAIL_DAYS = 30;

export interface MailToQueue {
  readonly kind: string;
  readonly accountId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: MailBody;
  readonly unsubscribe?: string | null;
  /** Where an answer to it goes. */
  readonly replyTo?: string | null;
  /** Made here unless given. */
  readonly id?: string;
}

/** Where in the queue: the lower goes first. Sign-in mails, which a person waits for, are jobs of their own at 0. */
export type MailPriority = 0 | 5 | 10;

const payloadShape = z.object({ mailId: z.uuid() });

/**
 * Mails that must arrive once, however long the mail server is away: a row and a job, written with the data. Tried again
 * with longer and longer pauses; refused for good, they stay as dead letters for an administrator to look at.
 *
 * Between a server's « taken » and the row's « sent » the process can be killed: the mail then goes out again, under the same
 * Message-ID. Mail knows no stronger promise.
 */
@Injectable()
export class MailQueue implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit() {
    this.jobs.handle(MAIL_JOB, (payload) => this.deliver(payloadShape.parse(payload).mailId));
    this.jobs.handle(FORGET_JOB, () => deleteSentMails(this.database, SENT_MAIL_DAYS));
    this.jobs.every('17 3 * * *', FORGET_JOB);
  }

  /** Queues mails as part of a transaction: they go out if, and only if, it commits. Two statements, however many. */
  async post(tx: EntityManager, mails: readonly MailToQueue[], priority: MailPriority = 5): Promise<void> {
    if (mails.length === 0) return;
    const rows = mails.map((mail) => ({ ...mail, id: mail.id ?? randomUUIDv7() }));
    await insertMails(tx, rows);
    const payloads = rows.map(({ id }) => ({ mailId: id }));
    await this.jobs.addMany(tx, MAIL_JOB, payloads, { priority });
  }

  /** Gives a dead letter all its tries again. False when it is not one. */
  async retry(tx: EntityManager, id: string): Promise<boolean> {
    const { affected } = await tx.update(OutgoingMail, { id, state: 'dead' }, { state: 'queued', tries: 0 });
    if (affected === 1) await this.jobs.add(tx, MAIL_JOB, { mailId: id });
    return affected === 1;
  }

  private async deliver(id: string): Promise<void> {
    const mail = await this.database.manager.findOneBy(OutgoingMail, { id, state: 'queued' });
    if (!mail?.recipient || !mail.body) return;
    const { recipient: to, subject, body, unsubscribe, replyTo } = mail;
    try {
      await this.mailer.send({ id, to, subject, body, unsubscribe, replyTo });
    } catch (error) {
      await transaction(this.database, (tx) => this.noteFailure(tx, mail, error));
      return;
    }
    await markSent(this.database, id);
  }

  private async noteFailure(tx: EntityManager, { id, tries: before }: OutgoingMail, error: unknown) {
    const tries = before + 1;
    const isDead = isPermanent(error) || tries >= MAX_TRIES;
    await tx.update(
      OutgoingMail,
      { id, state: 'queued' },
      { tries, lastError: failureText(error), triedAt: new Date(), state: isDead ? 'dead' : 'queued' },
    );
    if (isDead) return;
    const runAt = new Date(Date.now() + pauseAfter(tries));
    await this.jobs.add(tx, MAIL_JOB, { mailId: id }, { runAt });
  }
}

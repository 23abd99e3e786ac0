import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayMail, type MailStream } from '@preau/notifications-domain';
import { CONFIG, MailQueue, type Config, type MailPriority, type MailToQueue } from '@preau/shared-api';
import { NotificationObjects, type NotificationObject } from '../notification-objects';
import { MailReplies } from '../replies/mail-replies';
import { UnsubscribeLinks } from '../preferences/unsubscribe-links';
import { composeMail, scopeOf } from './compose-mail';
import { insertPeriods, lockStream, peopleWaiting, settle, type Waiting } from './mail-round.queries';

/** People one transaction deals with. */
export const BATCH = 500;

const PRIORITIES: Record<MailStream, MailPriority> = { SERVICE: 0, IMMEDIATE: 5, DAILY: 10, WEEKLY: 10 };

export interface Step {
  /** The last account come to; null: there are no more. */
  readonly cursor: string | null;
  readonly done: number;
  readonly mailed: number;
}

/** Where a mail is answered, and what it answers. */
interface Replying {
  readonly replyTo: string;
  readonly words: string;
}

type ToMail = Waiting & { readonly email: string; readonly news: NonNullable<Waiting['news']> };

/**
 * Mails to people what waits for them at one pace, some people at a time. The mails, who was mailed for which period and what
 * was settled by it are of one transaction: killed anywhere, nobody is missed and nobody is mailed twice.
 */
@Injectable()
export class MailRound {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queue: MailQueue,
    private readonly objects: NotificationObjects,
    private readonly links: UnsubscribeLinks,
    private readonly replies: MailReplies,
  ) {}

  /** One batch, after an account. `period` names what one mail is sent for; null: each piece of news by itself. */
  async step(
    tx: EntityManager,
    stream: MailStream,
    period: string | null,
    after: string | null,
  ): Promise<Step> {
    await lockStream(tx, stream);
    const people = await peopleWaiting(tx, stream, after, BATCH);
    const due = people.filter((person): person is ToMail => mayBeMailed(person, stream));
    const mailed = due.length > 0 ? await this.mail(tx, stream, period, due) : 0;
    const cursor = people.length < BATCH ? null : (people.at(-1)?.accountId ?? null);
    return { cursor, done: people.length, mailed };
  }

  private async mail(tx: EntityManager, stream: MailStream, period: string | null, due: readonly ToMail[]) {
    const objects = await this.objects.describe(due.flatMap(({ news }) => news.map(({ object }) => object)));
    const replies = await this.repliesTo(stream, due);
    const mails = due.map((person) => ({
      person,
      mailId: randomUUIDv7(),
      period: period ?? `${stream === 'SERVICE' ? 'service' : 'at'}:${person.news.at(-1)?.id ?? ''}`,
    }));
    const fresh = await insertPeriods(
      tx,
      mails.map(({ person, mailId, period: named }) => ({
        accountId: person.accountId,
        mailId,
        period: named,
      })),
    );
    const kept = mails.filter(({ person }) => fresh.has(person.accountId));
    const outgoing = kept.map(({ person, mailId }) => this.write(stream, person, mailId, objects, replies));
    await this.queue.post(tx, outgoing, PRIORITIES[stream]);
    await settle(
      tx,
      kept.flatMap(({ person }) => person.news.map(({ id }) => id)),
    );
    return kept.length;
  }

  private write(
    stream: MailStream,
    { accountId, email, news }: ToMail,
    id: string,
    objects: ReadonlyMap<string, NotificationObject>,
    replies: ReadonlyMap<string, Replying>,
  ): MailToQueue {
    const unsubscribe =
      stream === 'SERVICE' ? null : this.links.linkFor({ accountId, scope: scopeOf(stream, news) });
    const { publicUrl } = this.config;
    const replying = replies.get(accountId);
    const composed = composeMail({
      stream,
      news,
      objects,
      publicUrl,
      unsubscribe,
      words: replying?.words ?? null,
    });
    const replyTo = replying?.replyTo ?? null;
    return { id, kind: `notifications.${stream}`, accountId, to: email, ...composed, unsubscribe, replyTo };
  }

  /** By account: mails that tell one thing, at once, can be answered where the setting allows it. */
  private async repliesTo(stream: MailStream, due: readonly ToMail[]): Promise<Map<string, Replying>> {
    const able = due.flatMap(({ accountId, news }) => {
      const [only] = news;
      const replyTo =
        stream === 'IMMEDIATE' && only && news.length === 1
          ? this.replies.addressFor(accountId, only.object)
          : null;
      return only && replyTo !== null ? [{ accountId, object: only.object, replyTo }] : [];
    });
    const words = await this.replies.words([...new Set(able.map(({ object }) => object))]);
    return new Map(
      able.flatMap(({ accountId, object, replyTo }) => {
        const said = words.get(object);
        return said === undefined ? [] : [[accountId, { replyTo, words: said }]];
      }),
    );
  }
}

function mayBeMailed({ email, news, sent, perWeek }: Waiting, stream: MailStream): boolean {
  return email !== null && news !== null && (stream === 'SERVICE' || mayMail(sent, perWeek));
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import { KIND_OF, NOTIFICATION_EVENTS, type NotificationEvent } from '@preau/notifications-domain';
import {
  badInput,
  ChangeFeed,
  counted,
  isUuid,
  Jobs,
  notFound,
  Notifier,
  page,
  pageSize,
  transaction,
  type CountedConnection,
} from '@preau/shared-api';
import type { SignedIn } from '@preau/shared-domain';
import { MAIL_ROUND_JOB } from '../digest/mail-round-job';
import { EVERYBODY, notificationsTopic } from '../live/topics';
import { NotificationObjects } from '../notification-objects';
import { NotificationRow } from './notification.entity';
import {
  countUnread,
  deleteOldNotifications,
  insertEach,
  insertNotifications,
  listNotifications,
  markReadUpTo,
} from './notification.queries';
import type { Notification, NotificationsArgs } from './notification.types';

const FORGET_JOB = 'notifications.forget';
/** After they were told. */
export const NOTIFICATION_DAYS = 365;

/** Of more people than this, everybody who listens counts again. */
const ANNOUNCED_MAX = 20;

interface Told {
  readonly event: NotificationEvent;
  readonly object?: string;
}

const isEvent = (event: string): event is NotificationEvent =>
  (NOTIFICATION_EVENTS as readonly string[]).includes(event);

/** Tells people what happened, and shows them what they were told. */
@Injectable()
export class Notifications implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly feed: ChangeFeed,
    private readonly notifier: Notifier,
    private readonly objects: NotificationObjects,
  ) {}

  onModuleInit() {
    this.notifier.carriedBy(async (tx, { accountIds, event, object }) => {
      if (!isEvent(event)) throw new Error(`Unknown event of a notification: ${event}`);
      await this.notify(tx, accountIds, { event, ...(object === undefined ? {} : { object }) });
    });
    this.jobs.handle(FORGET_JOB, () => deleteOldNotifications(this.database, NOTIFICATION_DAYS));
    this.jobs.every('41 3 * * *', FORGET_JOB);
  }

  /** Tells accounts something as part of a transaction: on the site at once, by mail as each of them chose. */
  async notify(tx: EntityManager, accountIds: readonly string[], told: Told): Promise<void> {
    if (accountIds.length === 0) return;
    await this.tell(tx, told, 'SELECT unnest($4::uuid[]) AS account_id', [accountIds]);
    for (const id of accountIds) await this.feed.announce(tx, notificationsTopic(id));
  }

  /** Tells everybody some SQL selects (see `insertNotifications`), however many they are. */
  async notifyAll(
    tx: EntityManager,
    told: Told,
    accounts: string,
    values: readonly unknown[],
  ): Promise<void> {
    await this.tell(tx, told, accounts, values);
    await this.feed.announce(tx, notificationsTopic(EVERYBODY));
  }

  /** Tells various people various things, in one statement (see `insertEach`); what was told already is not told again. */
  async notifyEach(tx: EntityManager, told: string, values: readonly unknown[]): Promise<void> {
    const accountIds = await insertEach(tx, told, values);
    if (accountIds.size === 0) return;
    await this.mailSoon(tx, 'IMMEDIATE');
    const announced = accountIds.size > ANNOUNCED_MAX ? [EVERYBODY] : accountIds;
    for (const id of announced) await this.feed.announce(tx, notificationsTopic(id));
  }

  async list(
    actor: SignedIn,
    { first, after, unreadOnly }: NotificationsArgs,
  ): Promise<CountedConnection<Notification>> {
    const size = pageSize(first);
    if (after && !isUuid(after))
      throw badInput('Le champ « after » doit être un curseur reçu avec une page.');
    const rows = await listNotifications(this.database, actor.accountId, {
      unreadOnly: unreadOnly === true,
      after: after ?? null,
      limit: size + 1,
    });
    const described = await this.objects.describe(rows.map(({ object }) => object));
    const shown = rows.map((row) => {
      const object = described.get(row.object);
      return { ...row, subject: object?.label ?? null, path: NotificationObjects.pathOf(object) };
    });
    return counted(
      page(shown, size, ({ id }) => id),
      after,
      () =>
        this.database.manager.countBy(NotificationRow, {
          accountId: actor.accountId,
          ...(unreadOnly ? { readAt: IsNull() } : {}),
        }),
    );
  }

  async unread({ accountId }: SignedIn): Promise<number> {
    return (await countUnread(this.database, [accountId])).get(accountId) ?? 0;
  }

  /** Marks one as read; done already, it stays so. */
  async markRead(actor: SignedIn, id: string): Promise<number> {
    const mine = { id, accountId: actor.accountId };
    if (!isUuid(id) || !(await this.database.manager.existsBy(NotificationRow, mine))) throw notFound();
    await transaction(this.database, async (tx) => {
      await tx.query('UPDATE notification SET read_at = now() WHERE id = $1 AND read_at IS NULL', [id]);
      await this.feed.announce(tx, notificationsTopic(actor.accountId));
    });
    return this.unread(actor);
  }

  /** Marks as read everything up to `until`: what came since was on no screen. */
  async markAllRead(actor: SignedIn, until: string): Promise<number> {
    if (!isUuid(until)) throw badInput('Le champ « until » doit être l’identifiant d’une notification.');
    await transaction(this.database, async (tx) => {
      if (await markReadUpTo(tx, actor.accountId, until))
        await this.feed.announce(tx, notificationsTopic(actor.accountId));
    });
    return this.unread(actor);
  }

  private async tell(
    tx: EntityManager,
    { event, object = '' }: Told,
    accounts: string,
    values: readonly unknown[],
  ) {
    await insertNotifications(tx, { event, object }, accounts, values);
    await this.mailSoon(tx, KIND_OF[event] === 'ACCOUNT' ? 'SERVICE' : 'IMMEDIATE');
  }

  private async mailSoon(tx: EntityManager, stream: 'SERVICE' | 'IMMEDIATE') {
    await this.jobs.add(tx, MAIL_ROUND_JOB, { stream }, { key: `${MAIL_ROUND_JOB} ${stream}` });
  }
}

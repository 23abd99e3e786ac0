import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ChangeFeed, LatestValue } from '@preau/shared-api';
import { countUnread } from '../notices/notification.queries';
import type { UnreadNotifications } from '../notices/notification.types';
import { accountOfTopic, EVERYBODY } from './topics';

interface Payload {
  readonly notificationAdded: UnreadNotifications;
}

/** News that come together are counted together: one question to the database, however many people listen here. */
const GATHER_MS = 100;

/** What each person who listens to this process has left to read, whichever process told them something. */
@Injectable()
export class LiveUnread implements OnModuleInit, OnModuleDestroy {
  private readonly listening = new Map<string, Set<LatestValue<Payload>>>();
  private readonly dirty = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private unsubscribe: () => void = () => undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly feed: ChangeFeed,
  ) {}

  onModuleInit() {
    this.unsubscribe = this.feed.subscribe((topic) => {
      const account = topic === null ? EVERYBODY : accountOfTopic(topic);
      if (account === EVERYBODY) for (const id of this.listening.keys()) this.countSoon(id);
      else if (account !== null && this.listening.has(account)) this.countSoon(account);
    });
  }

  onModuleDestroy() {
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  /** The count now, then each time it may have changed. */
  of(accountId: string): AsyncIterableIterator<Payload> {
    const values = new LatestValue<Payload>(() => {
      const mine = this.listening.get(accountId);
      mine?.delete(values);
      if (mine?.size === 0) this.listening.delete(accountId);
    });
    this.listening.set(accountId, (this.listening.get(accountId) ?? new Set()).add(values));
    this.countSoon(accountId);
    return values;
  }

  private countSoon(accountId: string) {
    this.dirty.add(accountId);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // A database that is away will announce its return, and everybody is counted then.
      this.tell().catch(() => undefined);
    }, GATHER_MS).unref();
  }

  private async tell() {
    const ids = [...this.dirty];
    this.dirty.clear();
    for (const [id, unread] of await countUnread(this.database, ids)) {
      for (const values of this.listening.get(id) ?? []) values.push({ notificationAdded: { unread } });
    }
  }
}

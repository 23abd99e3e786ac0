import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import pg from 'pg';
import { CONFIG, type Config } from './config';

const CHANNEL = 'preau_changed';
const RETRY_MS = 1_000;

/**
 * Tells every process of the platform that something changed, through PostgreSQL's NOTIFY: sent when the transaction
 * that made the change commits, never before. A connection that breaks is made again and counts as "anything may have changed".
 */
@Injectable()
export class ChangeFeed implements OnModuleInit, OnModuleDestroy {
  private readonly events = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onModuleInit() {
    await this.connect();
  }

  async onModuleDestroy() {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  /** Calls `listener` with each topic that changed, or `null` when changes may have been missed. */
  subscribe(listener: (topic: string | null) => void): () => void {
    this.events.on('change', listener);
    return () => this.events.off('change', listener);
  }

  /** Announces a change as part of a transaction. */
  async announce(tx: EntityManager, topic: string): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [CHANNEL, topic]);
  }

  /** Announces changes as part of a transaction, in one statement. */
  async announceAll(tx: EntityManager, topics: readonly string[]): Promise<void> {
    if (topics.length > 0)
      await tx.query('SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS topic', [CHANNEL, topics]);
  }

  private async connect() {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'preau-feed',
    });
    client.on('notification', (message) => this.events.emit('change', message.payload ?? null));
    client.on('error', () => {
      this.reconnectLater();
    });
    client.on('end', () => {
      this.reconnectLater();
    });
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  }

  private reconnectLater() {
    if (this.stopped || this.retry) return;
    this.events.emit('change', null);
    this.retry = setTimeout(() => {
      this.retry = null;
      this.connect().then(
        () => this.events.emit('change', null),
        () => {
          this.reconnectLater();
        },
      );
    }, RETRY_MS);
  }
}

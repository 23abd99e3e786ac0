import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ConsultationsService } from '@preau/consultation-api';
import { repeat, transaction } from '@preau/shared-api';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { PostNews } from '../telling/post-news';

/** The large figure is at most this far behind, and the time it takes to count. */
const FIGURES_MS = 30_000;

/** How long messages wait at most to be found and told of, and the time it takes. */
const NEWS_MS = 1_000;

/** Published topics and the published replies to them. */
const COUNTED = `
  SELECT c.id AS "consultationId", coalesce(count(t.id) + sum(t.post_count), 0)::int AS posts
  FROM consultation c LEFT JOIN topic t ON t.consultation_id = c.id AND t.status = 'PUBLISHED'
  WHERE c.reported_at IS NULL GROUP BY c.id`;

/** What the forum does in the background besides its jobs: what follows from new messages, and the figure of messages of each consultation. */
@Injectable()
export class ForumWorker {
  private stops: (() => Promise<void>)[] = [];

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly consultations: ConsultationsService,
    private readonly news: PostNews,
  ) {}

  start(log: Logger): void {
    this.stops = [
      repeat('news of messages', NEWS_MS, () => this.news.spreadWaiting(), log),
      repeat('figures of messages', FIGURES_MS, () => this.count(new Date()), log),
    ];
  }

  /** Resolves once nothing is at work any more. */
  async stop(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    this.stops = [];
  }

  /** Writes what the counters of topics say now; unchanged, nothing is written. */
  async count(asOf: Date): Promise<void> {
    const figures = await this.database.query<{ consultationId: string; posts: number }[]>(COUNTED);
    await transaction(this.database, (tx) => this.consultations.setPosts(tx, figures, asOf));
  }
}

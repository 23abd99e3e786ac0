import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@preau/shared-api';

/** How long tries are counted together. */
const WINDOW_MINUTES = 15;

/**
 * Counts what is tried on one target (an account, an address), each try alone, whoever makes it and however many come in
 * one request. Committed at once: a try that ends in an error is one.
 */
@Injectable()
export class Attempts {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts one more try of that kind on that target. False when there were `most` in the last fifteen minutes already. */
  async count(kind: string, target: string, most: number): Promise<boolean> {
    return (await this.tally(kind, target)) <= most;
  }

  /** Counts one more try of that kind on that target: which one it is of the last fifteen minutes. */
  async tally(kind: string, target: string): Promise<number> {
    const [row] = await this.database.query<{ tries: number }[]>(
      `INSERT INTO attempt AS known (target, since) VALUES ($1, now())
       ON CONFLICT (target) DO UPDATE SET
         tries = CASE WHEN known.since < now() - make_interval(mins => $2) THEN 1 ELSE known.tries + 1 END,
         since = CASE WHEN known.since < now() - make_interval(mins => $2) THEN now() ELSE known.since END
       RETURNING tries`,
      [this.keyOf(kind, target), WINDOW_MINUTES],
    );
    return row?.tries ?? 0;
  }

  /** Deletes the counts that no longer count. */
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM attempt WHERE since < now() - make_interval(mins => $1)', [
      WINDOW_MINUTES,
    ]);
  }

  private keyOf(kind: string, target: string): Buffer {
    return createHmac('sha256', this.config.SECRET_KEY).update(`attempt ${kind}\0${target}`).digest();
  }
}

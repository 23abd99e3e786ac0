import { transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { OF_CONTRIBUTORS, OF_TOPICS, type Counter } from './counters';

/** Topics, or people, that one transaction counts again. */
const STRETCH = 100;

export interface ForumDifference {
  readonly table: string;
  readonly of: string;
  readonly count: string;
  readonly stored: number;
  readonly expected: number;
}

export interface ForumRecount {
  readonly topics: number;
  readonly contributors: number;
  readonly differences: readonly ForumDifference[];
}

/**
 * Counts every message and support of the forum again and compares with the counters; unless it is a check, puts these right.
 * Each stretch is locked while it is counted, in the order in which writing locks: people may go on meanwhile.
 */
export async function recountForum(
  database: DataSource,
  { check, progress }: { readonly check: boolean; readonly progress?: (topics: number) => void },
): Promise<ForumRecount> {
  const differences: ForumDifference[] = [];
  const walk = async (table: 'topic' | 'contributor', key: string, counters: readonly Counter[]) => {
    let counted = 0;
    for (let after: string | null = null; ;) {
      const ids: string[] = await transaction(database, async (tx) => {
        const locked = await lock(tx, table, key, after);
        for (const counter of counters) differences.push(...(await compare(tx, counter, locked, check)));
        return locked;
      });
      counted += ids.length;
      if (table === 'topic') progress?.(counted);
      after = ids.at(-1) ?? null;
      if (ids.length < STRETCH) return counted;
    }
  };
  const topics = await walk('topic', 'id', OF_TOPICS);
  const contributors = await walk('contributor', 'account_id', OF_CONTRIBUTORS);
  return { topics, contributors, differences };
}

/** What comes next after an id, locked; of topics, their messages too: nothing that counts them is on its way. */
async function lock(tx: EntityManager, table: string, key: string, after: string | null): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT ${key} AS id FROM ${table} WHERE $1::uuid IS NULL OR ${key} > $1 ORDER BY ${key} LIMIT ${STRETCH}
     FOR NO KEY UPDATE`,
    [after],
  );
  const ids = rows.map(({ id }) => id);
  if (table === 'topic')
    await tx.query(
      'SELECT count(*) FROM (SELECT FROM post WHERE topic_id = ANY($1) ORDER BY id FOR NO KEY UPDATE) AS locked',
      [ids],
    );
  return ids;
}

async function compare(
  tx: EntityManager,
  { table, column, key, rows }: Counter,
  ids: readonly string[],
  check: boolean,
): Promise<ForumDifference[]> {
  const found = await tx.query<{ of: string; stored: number; expected: number }[]>(
    `SELECT id AS of, stored, expected FROM (${rows}) AS counted WHERE stored <> expected ORDER BY id`,
    [ids],
  );
  if (!check && found.length > 0)
    await tx.query(
      `UPDATE ${table} SET ${column} = given.expected FROM unnest($1::uuid[], $2::int[]) AS given (id, expected)
       WHERE ${table}.${key} = given.id`,
      [found.map(({ of }) => of), found.map(({ expected }) => expected)],
    );
  return found.map((difference) => ({ table, count: column, ...difference }));
}

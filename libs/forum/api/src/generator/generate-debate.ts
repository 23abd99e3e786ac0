import { transaction } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOf } from '../writing/body-hash';
import { planTopic, seededId, type PlannedTopic } from './debate-plan';
import { inventedName, seeded } from './debate-text';

export interface DebateSize {
  readonly topics: number;
  /** Replies altogether, those of the long topic included. */
  readonly posts: number;
  /** Replies of the first topic. */
  readonly longTopic: number;
  readonly authors: number;
}

interface Target {
  readonly consultationId: string;
  readonly themes: readonly string[];
  readonly opensAt: Date;
  readonly until: Date;
}

/** The id of the first topic of a seed: the long one. */
export const longTopicOf = (seed: number): string => seededId(seed, 'topic 0');

/**
 * Makes up a debate in a consultation; topics that are already there are passed over. Each topic with all that is under it is
 * one transaction: interrupted, nothing is half done, and the next run goes on. Returns how many topics were added.
 */
export async function generateDebate(
  database: DataSource,
  consultation: string,
  size: DebateSize,
  seed: number,
  log: (line: string) => void,
): Promise<number> {
  const target = await targetOf(database.manager, consultation);
  const authors = await makeAuthors(database.manager, size.authors, seed);
  const others = Math.max(1, size.topics - 1);
  let added = 0;
  for (let index = 0; index < size.topics; index += 1) {
    const share = (at: number) => Math.round(((size.posts - size.longTopic) * at) / others);
    const replies = index === 0 ? size.longTopic : share(index) - share(index - 1);
    const span = { from: target.opensAt, to: target.until };
    const topic = planTopic(seed, index, replies, size.authors, target.themes.length, span);
    if (await addTopic(database, target, topic, authors)) added += 1;
    if ((index + 1) % 200 === 0 || index + 1 === size.topics) log(`${index + 1} sujets sur ${size.topics}`);
  }
  await countContributors(database.manager, authors);
  return added;
}

export async function targetOf(tx: EntityManager, slug: string): Promise<Target> {
  const [found] = await tx.query<{ id: string; opensAt: Date; closesAt: Date; themes: string[] }[]>(
    `SELECT c.id, c.opens_at AS "opensAt", c.closes_at AS "closesAt",
       ARRAY(SELECT id FROM theme WHERE consultation_id = c.id ORDER BY position) AS themes
     FROM consultation c WHERE c.slug = $1`,
    [slug],
  );
  if (!found) throw new Error(`Aucune concertation « ${slug} ».`);
  const { id, opensAt, closesAt, themes } = found;
  const until = new Date(Math.min(Date.now(), closesAt.getTime() - 1));
  return { consultationId: id, themes, opensAt, until };
}

async function makeAuthors(tx: EntityManager, count: number, seed: number): Promise<string[]> {
  const random = seeded(seed);
  const authors = Array.from({ length: count }, (_, at) => ({
    id: seededId(seed, `author ${at}`),
    display_name: inventedName(random),
  }));
  await tx.query(
    `INSERT INTO account (id, display_name, is_pseudonym, age_band, declared_role, created_at)
     SELECT id, display_name, true, 'adult', 'citizen', now() - interval '60 days'
     FROM json_to_recordset($1) AS a (id uuid, display_name text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(authors)],
  );
  return authors.map(({ id }) => id);
}

/** Writes a topic with all that is under it; false when it is there already. */
export function addTopic(
  database: DataSource,
  { consultationId, themes }: Pick<Target, 'consultationId' | 'themes'>,
  { id, title, theme, posts }: PlannedTopic,
  authors: readonly string[],
): Promise<boolean> {
  return transaction(database, async (tx) => {
    const [opening] = posts;
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO topic (id, consultation_id, theme_id, author_id, title, created_at, active_at, post_count, supports)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        id,
        consultationId,
        themes[theme],
        authors[opening?.author ?? 0],
        title,
        opening?.created_at,
        posts.at(-1)?.created_at,
        posts.length - 1,
        opening?.supporters.length ?? 0,
      ],
    );
    if (inserted.length === 0) return false;
    for (let from = 0; from < posts.length; from += 1_000) {
      const chunk = posts.slice(from, from + 1_000).map(({ author, supporters, ...post }) => ({
        ...post,
        author_id: authors[author],
        supports: supporters.length,
        hash: hashOf(post.body).toString('hex'),
        supporters: supporters.map((supporter) => authors[supporter]),
      }));
      await tx.query(INSERT, [id, JSON.stringify(chunk)]);
    }
    return true;
  });
}

const INSERT = `
  WITH planned AS MATERIALIZED (
    SELECT * FROM json_to_recordset($2) AS p (id uuid, parent_id uuid, branch_id uuid, depth smallint, author_id uuid,
      service_id uuid, is_proposition boolean,
      stance text, body text, hash text, created_at timestamptz, active_at timestamptz, reply_count int,
      branch_count int, supports int, supporters uuid[])
  ), written AS (
    INSERT INTO post (id, topic_id, parent_id, branch_id, depth, author_id, service_id, is_proposition, stance, body, body_hash, created_at,
      active_at, reply_count, branch_count, supports)
    SELECT id, $1, parent_id, branch_id, depth, author_id, service_id, coalesce(is_proposition, false), stance, body, decode(hash, 'hex'), created_at, active_at,
      reply_count, branch_count, supports FROM planned
  )
  INSERT INTO post_support (post_id, account_id) SELECT id, unnest(supporters) FROM planned`;

export async function countContributors(tx: EntityManager, authors: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO contributor (account_id, published)
     SELECT author_id, count(*) FROM post WHERE author_id = ANY($1) AND status = 'PUBLISHED' GROUP BY author_id
     ON CONFLICT (account_id) DO UPDATE SET published = excluded.published`,
    [authors],
  );
}

import type { DataSource } from 'typeorm';

/** Messages a feed holds at most. */
export const FEED_LENGTH = 50;

export interface FeedPlace {
  readonly slug: string;
  readonly consultation: string;
  readonly title: string;
  readonly since: Date;
}

export interface FedPost {
  readonly id: string;
  readonly topicId: string;
  readonly title: string;
  readonly body: string;
  readonly depth: number;
  readonly revision: number;
  readonly authorId: string;
  readonly serviceId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly imageCount: number;
}

export async function findTheme(
  database: DataSource,
  consultation: string,
  theme: string,
): Promise<(FeedPlace & { id: string }) | null> {
  const [found] = await database.query<(FeedPlace & { id: string })[]>(
    `SELECT th.id, th.slug, c.title AS consultation, th.title, c.opens_at AS since
     FROM theme th JOIN consultation c ON c.id = th.consultation_id WHERE c.slug = $1 AND th.slug = $2`,
    [consultation, theme],
  );
  return found ?? null;
}

/** A topic that everybody can read, of that consultation. */
export async function findTopic(
  database: DataSource,
  consultation: string,
  topicId: string,
): Promise<FeedPlace | null> {
  const [found] = await database.query<FeedPlace[]>(
    `SELECT c.slug, c.title AS consultation, t.title, t.created_at AS since
     FROM topic t JOIN consultation c ON c.id = t.consultation_id
     WHERE c.slug = $1 AND t.id = $2 AND t.status = 'PUBLISHED'`,
    [consultation, topicId],
  );
  return found ?? null;
}

const COLUMNS = `
  p.id, p.topic_id AS "topicId", t.title, p.body, p.depth, p.revision_count AS revision, p.author_id AS "authorId",
  p.service_id AS "serviceId", p.created_at AS "createdAt", coalesce(p.edited_at, p.created_at) AS "updatedAt",
  p.image_count AS "imageCount"`;

/** The latest topics of a theme. */
export function latestTopics(database: DataSource, themeId: string): Promise<FedPost[]> {
  return database.query<FedPost[]>(
    `SELECT ${COLUMNS} FROM topic t JOIN post p ON p.id = t.id
     WHERE t.theme_id = $1 AND t.status = 'PUBLISHED' ORDER BY t.created_at DESC, t.id DESC LIMIT ${FEED_LENGTH}`,
    [themeId],
  );
}

/** The latest messages of a topic, its opening one among them. */
export function latestPosts(database: DataSource, topicId: string): Promise<FedPost[]> {
  return database.query<FedPost[]>(
    `SELECT ${COLUMNS} FROM post p JOIN topic t ON t.id = p.topic_id
     WHERE p.topic_id = $1 AND p.status = 'PUBLISHED' ORDER BY p.created_at DESC, p.id DESC LIMIT ${FEED_LENGTH}`,
    [topicId],
  );
}

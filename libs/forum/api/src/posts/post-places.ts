import type { DataSource } from 'typeorm';

/** What a message that can be read is called, and where it is. */
export interface PostPlace {
  readonly id: string;
  readonly topicId: string;
  /** Of the consultation. */
  readonly slug: string;
  /** Of the topic. */
  readonly title: string;
}

/** The places of messages; those that cannot be read are left out. */
export function findPlaces(database: DataSource, ids: readonly string[]): Promise<PostPlace[]> {
  return database.query<PostPlace[]>(
    `SELECT p.id, t.id AS "topicId", c.slug, t.title
     FROM post p JOIN topic t ON t.id = p.topic_id JOIN consultation c ON c.id = t.consultation_id
     WHERE p.id = ANY($1) AND p.status = 'PUBLISHED' AND t.status = 'PUBLISHED'`,
    [ids],
  );
}

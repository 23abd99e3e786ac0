import type { DataSource } from 'typeorm';

/** What a message that can be read says, and who says it: the service, where it speaks for one. */
export interface Said {
  readonly id: string;
  readonly author: string;
  readonly body: string;
}

export function findSaid(database: DataSource, ids: readonly string[]): Promise<Said[]> {
  return database.query<Said[]>(
    `SELECT p.id, coalesce(s.name, a.display_name) AS author, p.body
     FROM post p JOIN topic t ON t.id = p.topic_id JOIN account a ON a.id = p.author_id
       LEFT JOIN forum_service s ON s.id = p.service_id
     WHERE p.id = ANY($1) AND p.status = 'PUBLISHED' AND t.status = 'PUBLISHED'`,
    [ids],
  );
}

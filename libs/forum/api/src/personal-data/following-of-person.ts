import type { DataRow } from '@preau/identity-api';
import { DELETED_NAME } from '@preau/identity-domain';
import type { EntityManager } from 'typeorm';
import { pages } from './pages';

const TOPICS = `
  SELECT t.id, CASE WHEN f.is_following THEN 'sujet suivi' ELSE 'sujet qui n’est plus suivi' END AS sorte,
    t.title AS nom, NULL AS depuis
  FROM followed_topic f JOIN topic t ON t.id = f.topic_id
  WHERE f.account_id = $1 AND ($2::uuid IS NULL OR t.id > $2) ORDER BY t.id LIMIT $3`;
const THEMES = `
  SELECT t.id, 'thème suivi' AS sorte, t.title AS nom, NULL AS depuis
  FROM followed_theme f JOIN theme t ON t.id = f.theme_id
  WHERE f.account_id = $1 AND ($2::uuid IS NULL OR t.id > $2) ORDER BY t.id LIMIT $3`;
const MUTED = `
  SELECT a.id, 'personne masquée' AS sorte, coalesce(nullif(a.display_name, ''), '${DELETED_NAME}') AS nom,
    m.muted_at AS depuis
  FROM muted_person m JOIN account a ON a.id = m.muted_id
  WHERE m.account_id = $1 AND ($2::uuid IS NULL OR a.id > $2) ORDER BY a.id LIMIT $3`;
const READ = `
  SELECT t.id, 'sujet lu jusqu’au' AS sorte, t.title AS nom, r.read_until AS depuis
  FROM topic_read r JOIN topic t ON t.id = r.topic_id
  WHERE r.account_id = $1 AND ($2::uuid IS NULL OR t.id > $2) ORDER BY t.id LIMIT $3`;

/** What somebody follows, whom they muted, how far they have read. */
export async function* followingOf(tx: EntityManager, accountId: string): AsyncIterable<DataRow> {
  for (const query of [TOPICS, THEMES, MUTED, READ]) yield* pages(tx, query, accountId);
}

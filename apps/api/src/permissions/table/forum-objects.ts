import { randomUUID } from 'node:crypto';
import type { Scene } from '../stage';

interface Written {
  readonly topicId?: string;
  readonly status?: string;
}

/** A topic that somebody began; one's own unless said. */
export async function aTopic(
  { api, consultationId, themeId, me }: Scene,
  by = me.id,
  { status = 'PUBLISHED' }: Written = {},
) {
  const id = randomUUID();
  await api.database.query(
    `INSERT INTO topic (id, consultation_id, theme_id, author_id, title, status) VALUES ($1, $2, $3, $4, 'Un sujet', $5)`,
    [id, consultationId, themeId, by, status],
  );
  await api.database.query(
    `INSERT INTO post (id, topic_id, depth, author_id, body, body_hash, status) VALUES ($1, $1, 0, $2, 'Des mots', '', $3)`,
    [id, by, status],
  );
  return id;
}

/** A reply; by oneself unless said, to somebody else's topic. */
export async function aPost(s: Scene, by = s.me.id, { status = 'PUBLISHED', topicId }: Written = {}) {
  const id = randomUUID();
  const topic = topicId ?? (await aTopic(s, (await s.somebody()).id));
  await s.api.database.query(
    `INSERT INTO contributor (account_id, published) VALUES ($1, 1) ON CONFLICT DO NOTHING`,
    [by],
  );
  await s.api.database.query(
    `INSERT INTO post (id, topic_id, parent_id, depth, author_id, body, body_hash, status)
     VALUES ($1, $2, $2, 1, $3, 'Des mots', '', $4)`,
    [id, topic, by, status],
  );
  return id;
}

/** The id of somebody else. */
export const foreign = async (s: Scene) => (await s.somebody()).id;

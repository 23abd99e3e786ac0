import { FORUM_DRAFTS_MAX, type Stance } from '@preau/forum-domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Place } from '../posts/post-order';
import type { DraftImage, ForumDraftRow } from './forum-draft.entity';
import type { ForumDraft, ForumDraftSaved } from './forum-draft.types';

export interface DraftToSave {
  readonly accountId: string;
  readonly key: string;
  readonly title: string | null;
  readonly body: string;
  readonly stance: Stance | null;
  readonly images: readonly DraftImage[];
  readonly revision: number | null;
}

/** Keeps a new draft, or writes over the revision it was made from; null when that is not the one kept. */
export async function writeDraft(
  database: DataSource,
  { accountId, key, title, body, stance, images, revision }: DraftToSave,
): Promise<ForumDraftSaved | null> {
  const values = [accountId, key, title, body, stance, JSON.stringify(images)];
  if (revision === null) {
    const [made] = await database.query<ForumDraftSaved[]>(
      `INSERT INTO forum_draft (account_id, key, title, body, stance, images)
       SELECT $1::uuid, $2, $3, $4, $5, $6::jsonb
       WHERE (SELECT count(*) FROM forum_draft WHERE account_id = $1) < ${FORUM_DRAFTS_MAX}
       ON CONFLICT DO NOTHING RETURNING revision, saved_at AS "savedAt"`,
      values,
    );
    return made ?? null;
  }
  const [[saved]] = await database.query<[ForumDraftSaved[], number]>(
    `UPDATE forum_draft SET title = $3, body = $4, stance = $5, images = $6, revision = revision + 1, saved_at = now()
     WHERE account_id = $1 AND key = $2 AND revision = $7 RETURNING revision, saved_at AS "savedAt"`,
    [...values, revision],
  );
  return saved ?? null;
}

/** Those of these images that are somebody’s own, in the order asked, as large as they are. */
export async function ownImages(
  database: DataSource,
  accountId: string,
  asked: readonly Pick<DraftImage, 'id' | 'alt'>[],
): Promise<DraftImage[]> {
  if (asked.length === 0) return [];
  const found = await database.query<Omit<DraftImage, 'alt'>[]>(
    'SELECT id, width, height FROM image WHERE id = ANY($1) AND account_id = $2 AND stored_at IS NOT NULL',
    [asked.map(({ id }) => id), accountId],
  );
  const sizes = new Map(found.map((image) => [image.id, image]));
  return asked.flatMap(({ id, alt }) => {
    const image = sizes.get(id);
    return image ? [{ id, alt, width: image.width, height: image.height }] : [];
  });
}

/** Throws away what has become of a draft, if there is one. */
export async function dropDraft(tx: EntityManager, accountId: string, key: string): Promise<void> {
  await tx.query('DELETE FROM forum_draft WHERE account_id = $1 AND key = $2', [accountId, key]);
}

/** Somebody's drafts, the latest saved first; `limit` at most. */
export function listDrafts(
  database: DataSource,
  accountId: string,
  after: (Pick<Place, 'key'> & { readonly draft: string }) | null,
  limit: number,
): Promise<(ForumDraftRow & { place: string })[]> {
  return database.query(
    `SELECT key, title, body, stance, images, revision, saved_at AS "savedAt",
       (extract(epoch FROM saved_at) * 1000000)::bigint::text AS place
     FROM forum_draft
     WHERE account_id = $1 AND ($3::bigint IS NULL
       OR (saved_at, key) < ('epoch'::timestamptz + $3 * interval '1 microsecond', $4::text))
     ORDER BY saved_at DESC, key DESC LIMIT $2`,
    [accountId, limit, after?.key ?? null, after?.draft ?? null],
  );
}

export interface FoundDraftPlace {
  readonly key: string;
  /** The title of the topic, or the short name of the theme. */
  readonly subject: string;
  /** Of the consultation. */
  readonly slug: string;
  /** Slug of the theme of a topic to begin. */
  readonly theme: string | null;
  readonly topicId: string | null;
  /** The message that is answered or edited. */
  readonly messageId: string | null;
}

/** What somebody's drafts are for; those whose topic or message they can no longer read are left out. */
export function findDraftPlaces(
  database: DataSource,
  accountId: string,
  drafts: readonly ForumDraft[],
): Promise<FoundDraftPlace[]> {
  return database.query(
    `SELECT asked.key, coalesce(t.title, theme.short_title) AS subject, c.slug, theme.slug AS theme,
       t.id AS "topicId", p.id AS "messageId"
     FROM unnest($2::text[], $3::uuid[], $4::uuid[]) AS asked (key, theme_id, post_id)
     LEFT JOIN theme ON theme.id = asked.theme_id
     LEFT JOIN post p ON p.id = asked.post_id AND (p.status = 'PUBLISHED' OR p.author_id = $1 AND p.status <> 'DELETED')
     LEFT JOIN topic t ON t.id = p.topic_id AND (t.status = 'PUBLISHED' OR t.author_id = $1 AND t.status <> 'DELETED')
     JOIN consultation c ON c.id = coalesce(t.consultation_id, theme.consultation_id)`,
    [
      accountId,
      drafts.map(({ key }) => key),
      drafts.map(({ themeId }) => themeId),
      drafts.map(({ parentId, postId, topicId }) => parentId ?? postId ?? topicId),
    ],
  );
}

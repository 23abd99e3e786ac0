import type { AttachedImage } from '@preau/forum-domain';
import type { PostStatus } from '@preau/forum-domain';
import { NOTE_CONNECTIONS } from '@preau/identity-api';
import { runPrepared, type Images, type NetworkPlace } from '@preau/shared-api';
import type { DataSource, EntityManager } from 'typeorm';

/** What the files of messages are held as. */
export const HOLDER = 'post';

export interface ImagesOfPost {
  readonly postId: string;
  readonly authorId: string;
  readonly from: NetworkPlace;
  /** New ones are noted as sent from there. */
  readonly images: readonly (AttachedImage & { readonly isHeld: boolean; readonly isNew: boolean })[];
}

/** Puts images in messages that are being written, in one statement; they are locked, and free (`Images.lockFree`). */
export async function attachImages(
  tx: EntityManager,
  images: Images,
  posts: readonly ImagesOfPost[],
): Promise<void> {
  const rows = posts.flatMap(({ postId, authorId, from, images: ofPost }) =>
    ofPost.map(({ id, alt, isHeld, isNew }, at) => ({
      post_id: postId,
      position: at + 1,
      image_id: id,
      alt,
      is_held: isHeld,
      is_new: isNew,
      author_id: authorId,
      address: from.address,
      port: from.port,
      mail_id: from.mailId,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `WITH sent AS (
       SELECT * FROM json_to_recordset($1) AS rows (post_id uuid, position smallint, image_id uuid, alt text,
         is_held boolean, is_new boolean, author_id uuid, address inet, port integer, mail_id text)
     ), noted AS (
       ${NOTE_CONNECTIONS} SELECT 'IMAGE', image_id, author_id, address, port, mail_id, clock_timestamp()
       FROM sent WHERE is_new
     )
     INSERT INTO post_image (post_id, position, image_id, alt, is_held)
     SELECT post_id, position, image_id, alt, is_held FROM sent`,
    [JSON.stringify(rows)],
  );
  await images.hold(
    tx,
    rows.map((row) => row.image_id),
    HOLDER,
  );
}

/** The images of a message that is locked, in their order. */
export function imagesIn(
  tx: EntityManager,
  postId: string,
): Promise<(AttachedImage & { readonly isHeld: boolean })[]> {
  return tx.query(
    'SELECT image_id AS id, alt, is_held AS "isHeld" FROM post_image WHERE post_id = $1 ORDER BY position',
    [postId],
  );
}

/** Takes all images out of a message that is locked. */
export async function detachImages(tx: EntityManager, postId: string): Promise<void> {
  await tx.query('DELETE FROM post_image WHERE post_id = $1', [postId]);
}

/** Publishes the images of a message that waited to be read through; false when none did. */
export async function releaseImages(tx: EntityManager, postId: string): Promise<boolean> {
  const [, released] = await tx.query<[unknown, number]>(
    'UPDATE post_image SET is_held = false WHERE post_id = $1 AND is_held',
    [postId],
  );
  return released > 0;
}

export interface FoundImage {
  readonly postId: string;
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly isHeld: boolean;
}

/** The images of all these messages, in their order. */
export function listImages(database: DataSource, postIds: readonly string[]): Promise<FoundImage[]> {
  const text = `
    SELECT p.post_id AS "postId", i.id, p.alt, i.width, i.height, p.is_held AS "isHeld"
    FROM post_image p JOIN image i ON i.id = p.image_id
    WHERE p.post_id = ANY($1) ORDER BY p.post_id, p.position`;
  return runPrepared(database, { name: 'forum-images', text }, [postIds]);
}

export interface ImagePlace {
  readonly status: PostStatus;
  readonly authorId: string;
  readonly themeId: string;
  readonly isHeld: boolean;
}

/** The message that shows an image, as far as it says who may see it. */
export async function placeOfImage(database: DataSource, imageId: string): Promise<ImagePlace | null> {
  const text = `
    SELECT p.status, p.author_id AS "authorId", t.theme_id AS "themeId", i.is_held AS "isHeld"
    FROM post_image i JOIN post p ON p.id = i.post_id JOIN topic t ON t.id = p.topic_id
    WHERE i.image_id = $1`;
  const [place] = await runPrepared<ImagePlace>(database, { name: 'forum-image', text }, [imageId]);
  return place ?? null;
}

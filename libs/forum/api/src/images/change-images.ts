import type { AttachedImage } from '@preau/forum-domain';
import type { Images, NetworkPlace } from '@preau/shared-api';
import type { EntityManager } from 'typeorm';
import type { LockedPost } from '../own-posts/own-post.queries';
import { attachImages, detachImages, imagesIn } from './post-image.queries';

/**
 * Gives a message that is locked the images it is to have; says whether that changed anything, or that one of them cannot be
 * taken. What is added to a message others read already waits to be read through; the message itself stays.
 */
export async function changeImages(
  tx: EntityManager,
  images: Images,
  post: LockedPost & { readonly from: NetworkPlace },
  wanted: readonly AttachedImage[],
): Promise<'UNKNOWN_IMAGE' | boolean> {
  const before = await imagesIn(tx, post.id);
  if (isSame(before, wanted)) return false;
  const known = new Map(before.map((image) => [image.id, image]));
  const added = wanted.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const free = await images.lockFree(tx, added);
  if (!added.every((id) => free.get(id) === post.authorId)) return 'UNKNOWN_IMAGE';
  await detachImages(tx, post.id);
  const held = post.status === 'PUBLISHED';
  const after = wanted.map((image) => {
    const already = known.get(image.id);
    return { ...image, isHeld: already?.isHeld ?? held, isNew: already === undefined };
  });
  const { authorId, from } = post;
  await attachImages(tx, images, [{ postId: post.id, authorId, from, images: after }]);
  const kept = new Set(wanted.map(({ id }) => id));
  await images.release(
    tx,
    [...known.keys()].filter((id) => !kept.has(id)),
  );
  await tx.query('UPDATE post SET image_count = $2 WHERE id = $1', [post.id, wanted.length]);
  return true;
}

/** Takes all its images from a message that is locked; their files go with the next collection. */
export async function dropImages(tx: EntityManager, images: Images, postId: string): Promise<void> {
  const before = await imagesIn(tx, postId);
  if (before.length === 0) return;
  await detachImages(tx, postId);
  await images.release(
    tx,
    before.map(({ id }) => id),
  );
  await tx.query('UPDATE post SET image_count = 0 WHERE id = $1', [postId]);
}

const isSame = (before: readonly AttachedImage[], after: readonly AttachedImage[]) =>
  before.length === after.length &&
  before.every(({ id, alt }, at) => id === after[at]?.id && alt === after[at].alt);

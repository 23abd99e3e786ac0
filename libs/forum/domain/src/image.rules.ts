import type { PostStatus } from './post';
import { fault, keptTitle } from './text.rules';

/** In one message. */
export const IMAGES_MAX = 4;
/** Of the description of an image, in characters. */
export const ALT_LENGTH = { min: 3, max: 300 } as const;

/** An image put in a message, with what it shows for those who do not see it. */
export interface AttachedImage {
  readonly id: string;
  /** As kept (`keptAlt`). */
  readonly alt: string;
}

export const IMAGE_FAULTS = [
  'TOO_MANY_IMAGES',
  'IMAGE_TWICE',
  'ALT_EMPTY',
  'ALT_TOO_SHORT',
  'ALT_TOO_LONG',
  'ALT_UNREADABLE',
] as const;
export type ImageFault = (typeof IMAGE_FAULTS)[number];

/** A description as it is kept: one line, clean. */
export const keptAlt = keptTitle;

/** Why a description (as kept) cannot be one, or null: it stands for the image, whoever does not see it must learn as much. */
export function altFault(alt: string): ImageFault | null {
  const inText = fault(alt, ALT_LENGTH);
  return inText && `ALT_${inText}`;
}

/** Why these images cannot be in one message, or null. Whether they are its author’s, and free, is asked of the database. */
export function imagesFault(images: readonly AttachedImage[]): ImageFault | null {
  if (images.length > IMAGES_MAX) return 'TOO_MANY_IMAGES';
  if (new Set(images.map(({ id }) => id)).size < images.length) return 'IMAGE_TWICE';
  return images.reduce<ImageFault | null>((found, { alt }) => found ?? altFault(alt), null);
}

/** An image of a message, and one who would look at it. */
export interface LookedAt {
  /** Of the message. */
  readonly status: PostStatus;
  /** It came with a change, and waits to be read through itself. */
  readonly isHeld: boolean;
  readonly isAuthor: boolean;
  /** Moderates there. */
  readonly isKeeper: boolean;
}

/** Whether everybody may see an image, only some of whom is this one, or (null) not this one. */
export function imageSight({ status, isHeld, isAuthor, isKeeper }: LookedAt): 'PUBLIC' | 'PRIVATE' | null {
  if (status === 'PUBLISHED' && !isHeld) return 'PUBLIC';
  return status !== 'DELETED' && (isAuthor || isKeeper) ? 'PRIVATE' : null;
}

import type { AttachedImage } from '@preau/forum-domain';
import { imageWidths, type ImageSize } from '@preau/shared-domain';

/** An image that was received, in a message that is being written. */
export interface DraftImage extends AttachedImage, ImageSize {}

/** Fields of a draft are texts: the images of one, as it keeps them. */
export const keepImages = (images: readonly DraftImage[]): string =>
  JSON.stringify(images.map(({ id, alt, width, height }) => ({ id, alt, width, height })));

/** None of what cannot be read. */
export function readImages(kept: string): DraftImage[] {
  try {
    const images = JSON.parse(kept || '[]') as Partial<DraftImage>[];
    return images.filter(
      (image): image is DraftImage =>
        typeof image.id === 'string' &&
        typeof image.alt === 'string' &&
        typeof image.width === 'number' &&
        typeof image.height === 'number',
    );
  } catch {
    return [];
  }
}

/** What is sent of them. */
export const sentImages = (kept: string): AttachedImage[] =>
  readImages(kept).map(({ id, alt }) => ({ id, alt }));

/** The smallest width an image is kept in that is not narrower than asked, or its own. */
export const widthNear = (wanted: number, width: number): number =>
  imageWidths(width).find((one) => one >= wanted) ?? width;

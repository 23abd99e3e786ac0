/** What one sending may weigh. */
export const IMAGE_BYTES_MAX = 10 * 1024 * 1024;
/** Width times height of what is sent; a photograph of the best telephones has as many. */
export const IMAGE_PIXELS_MAX = 40_000_000;
/** What images are received as. Their bytes say which they are, never their name. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** In one day of twenty-four hours, by one person. */
export const IMAGES_A_DAY = 30;
/** All that one person’s images weigh together, once they are made smaller. */
export const IMAGES_BYTES_MAX = 200 * 1024 * 1024;
/** What nobody has put in a message by then goes. */
export const UNUSED_IMAGE_HOURS = 24;

const WIDTHS = [320, 800, 1_600] as const;
/** Beyond, a picture is no longer looked at but scrolled through. */
const HEIGHT_MAX = 4_800;

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The largest size an image is kept in: its proportions, never enlarged. */
export function keptSize({ width, height }: ImageSize): ImageSize {
  const scale = Math.min(1, WIDTHS[2] / width, HEIGHT_MAX / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The widths an image is kept in, its own (as kept) the last. */
export const imageWidths = (width: number): number[] => [...WIDTHS.filter((one) => one < width), width];

/** Where an image is read, in one of its widths. */
export const imagePath = (id: string, width: number): string => `/files/images/${id}/${String(width)}.webp`;

/** Why an image cannot be received. */
export const IMAGE_REFUSALS = [
  'SUSPENDED',
  'TOO_LARGE',
  'NOT_AN_IMAGE',
  'TOO_MANY_PIXELS',
  'UNREADABLE',
  'TOO_MANY',
  'NO_ROOM',
  'BUSY',
  'CONFLICT',
] as const;
export type ImageRefusalCode = (typeof IMAGE_REFUSALS)[number];

/** What one person has sent already. */
export interface ImagesSent {
  readonly ofToday: number;
  readonly bytes: number;
}

/** Why somebody can send no further image now, or null. */
export function quotaRefusal({ ofToday, bytes }: ImagesSent): 'TOO_MANY' | 'NO_ROOM' | null {
  if (ofToday >= IMAGES_A_DAY) return 'TOO_MANY';
  return bytes >= IMAGES_BYTES_MAX ? 'NO_ROOM' : null;
}

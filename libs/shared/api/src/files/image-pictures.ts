import { IMAGE_PIXELS_MAX, IMAGE_TYPES, imageWidths, keptSize } from '@preau/shared-domain';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';

// Only what reads the five formats, from memory: neither SVG, nor PDF, nor anything libvips may learn to read one day.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((one) => `VipsForeignLoad${one}Buffer`),
});
sharp.cache(false);
// One thread for each picture; how many pictures there are at a time is counted elsewhere.
sharp.concurrency(1);

const SECONDS_MAX = 15;
const QUALITY = 78;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** WebP, by width. */
  readonly files: ReadonlyMap<number, Buffer>;
}
export type PictureFault = 'NOT_AN_IMAGE' | 'TOO_MANY_PIXELS' | 'UNREADABLE';

/**
 * The picture in some bytes, made anew: turned the right way up, in sRGB, with nothing of what came beside it (place, device,
 * author, profile). Its type is read in the bytes; how large it says it is, before anything of it is decoded.
 */
export async function pictureIn(bytes: Buffer): Promise<Picture | PictureFault> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!IMAGE_TYPES.some((one) => one === type?.mime)) return 'NOT_AN_IMAGE';
  const source = sharp(bytes, { limitInputPixels: false, failOn: 'error', sequentialRead: true });
  try {
    const { width, height } = await source.metadata();
    if (width * height > IMAGE_PIXELS_MAX) return 'TOO_MANY_PIXELS';
    return await remade(sharp(bytes, { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error' }));
  } catch {
    // Cut, damaged, or made to be: libvips says which in words that are no use to anybody here.
    return 'UNREADABLE';
  }
}

async function remade(source: Sharp): Promise<Picture> {
  const { autoOrient } = await source.metadata();
  const size = keptSize(autoOrient);
  const { data, info } = await source
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS_MAX })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const files = new Map<number, Buffer>();
  for (const width of imageWidths(size.width)) {
    const smaller = sharp(data, { raw: info }).resize({ width, withoutEnlargement: true });
    files.set(width, await smaller.webp({ quality: QUALITY }).timeout({ seconds: SECONDS_MAX }).toBuffer());
  }
  return { ...size, files };
}

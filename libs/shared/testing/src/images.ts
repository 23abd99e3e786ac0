import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { TestApi } from './test-api';

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** A picture no other is like, in one of the formats that are received. */
export function aPicture({ width = 40, height = 30, format = 'png' as Format } = {}): Promise<Buffer> {
  const [r, g, b] = [0, 0, 0].map(() => Math.floor(Math.random() * 256));
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    [format]()
    .toBuffer();
}

/** Sends bytes as an image, as a browser would. */
export function sendImage(
  { url }: Pick<TestApi, 'url'>,
  headers: Record<string, string>,
  bytes: Buffer,
  { id = randomUUID() as string, type = 'image/png' } = {},
): Promise<Response> {
  const body = new Uint8Array(bytes);
  return fetch(`${url}/files/images?id=${id}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
}

/** The id of an image that somebody sent. */
export async function anImage(
  api: Pick<TestApi, 'url'>,
  headers: Record<string, string>,
  options: Parameters<typeof aPicture>[0] = {},
): Promise<string> {
  const answer = await sendImage(api, headers, await aPicture(options));
  if (answer.status !== 201) throw new Error(`An image was refused: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

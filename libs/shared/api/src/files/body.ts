import type { Readable } from 'node:stream';

/** Past the limit nothing is kept, and so much is let through for the answer to be heard; beyond, the connection is cut. */
const UNHEARD = 4;

/**
 * The bytes of a request, counted as they come: `null` for more than `most`. What stops half-way is an error of the stream's.
 * Neither what the request says of its length nor how it is cut into pieces is believed.
 */
export async function bodyOf(request: Readable, most: number): Promise<Buffer | null> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most * UNHEARD) return null;
    if (length > most) pieces = [];
    else pieces.push(piece);
  }
  return length > most ? null : Buffer.concat(pieces);
}

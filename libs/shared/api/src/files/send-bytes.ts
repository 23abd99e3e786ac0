import type { Request, Response } from 'express';

/** Answers with these bytes, or those of them that are asked for (RFC 9110, one range); with nothing to whoever has them already. */
export function sendBytes(request: Request, response: Response, bytes: Uint8Array): void {
  const etag = response.getHeader('etag');
  response.setHeader('accept-ranges', 'bytes');
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((one) => one === etag || one === '*')) {
    response.removeHeader('content-type');
    response.status(304).end();
    return;
  }
  const [from, to] = rangeOf(request, response, bytes.length);
  if (from > to) {
    response.setHeader('content-range', `bytes */${String(bytes.length)}`);
    response.setHeader('cache-control', 'no-store');
    response.status(416).end();
    return;
  }
  const isPart = to - from + 1 < bytes.length;
  if (isPart)
    response.setHeader('content-range', `bytes ${String(from)}-${String(to)}/${String(bytes.length)}`);
  response.setHeader('content-length', to - from + 1);
  response
    .status(isPart ? 206 : 200)
    .end(request.method === 'HEAD' ? undefined : bytes.subarray(from, to + 1));
}

/** The first and the last byte to send; first past the last where there are none. Several ranges are answered with the whole. */
function rangeOf(request: Request, response: Response, length: number): readonly [number, number] {
  const whole = [0, length - 1] as const;
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== response.getHeader('etag')) return whole;
  const ranges = request.range(length);
  if (ranges === -1) return [1, 0];
  if (!ranges || ranges === -2 || ranges.length !== 1 || ranges.type !== 'bytes') return whole;
  const [range] = ranges;
  return range ? [range.start, range.end] : whole;
}

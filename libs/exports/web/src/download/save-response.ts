import { rowCounter } from './row-counter';

export type DownloadFailure = 'SIGNED_OUT' | 'NOT_FOUND' | 'BUSY' | 'SERVER' | 'INTERRUPTED' | 'DISK';

export class DownloadError extends Error {
  constructor(readonly failure: DownloadFailure) {
    super(failure);
  }
}

export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  /** How many rows to expect, when the server says. */
  readonly expected: number | null;
}

const BY_STATUS: Readonly<Record<number, DownloadFailure>> = {
  401: 'SIGNED_OUT',
  403: 'NOT_FOUND',
  404: 'NOT_FOUND',
  429: 'BUSY',
  503: 'BUSY',
};

/** Starts the download, or throws why the server will not. */
export async function openDownload(url: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new DownloadError('SERVER');
  }
  if (!response.ok || !response.body) throw new DownloadError(BY_STATUS[response.status] ?? 'SERVER');
  return response;
}

function expectedRows(headers: Headers): number | null {
  const text = headers.get('x-total-rows') ?? headers.get('x-estimated-rows');
  const rows = text === null ? NaN : Number(text);
  return Number.isInteger(rows) && rows >= 0 ? rows : null;
}

/**
 * Pours a response into a sink, chunk by chunk: memory stays flat whatever the size, and a slow disk slows the server.
 * A sink is closed only after the last byte; otherwise it is aborted, and what it had received is not kept.
 */
export async function saveResponse(
  response: Response,
  sink: WritableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Progress> {
  const expected = expectedRows(response.headers);
  const countRows = rowCounter();
  let progress: Progress = { rows: 0, bytes: 0, expected };
  let received = false;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      progress = { rows: countRows(chunk), bytes: progress.bytes + chunk.byteLength, expected };
      onProgress(progress);
      controller.enqueue(chunk);
    },
    flush() {
      received = true;
    },
  });
  if (!response.body) throw new DownloadError('SERVER');
  let isDiskFault = false;
  const writer = sink.getWriter();
  const guarded = new WritableStream<Uint8Array>({
    async write(chunk) {
      try {
        await writer.write(chunk);
      } catch (cause) {
        isDiskFault = true;
        throw cause;
      }
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
  try {
    await response.body.pipeThrough(meter).pipeTo(guarded, { signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new DownloadError(isDiskFault || received ? 'DISK' : 'INTERRUPTED');
  }
  return progress;
}

import { describe, expect, test } from '@jest/globals';
import { openDownload, saveResponse, type DownloadError, type Progress } from './save-response';

const encoder = new TextEncoder();

/** A file as the server sends it, one chunk per read; `fault` breaks the connection after the chunks. */
function response(chunks: readonly string[], headers: Record<string, string> = {}, fault?: Error) {
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = left.shift();
        if (next !== undefined) controller.enqueue(encoder.encode(next));
        else if (fault) controller.error(fault);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers });
}

/** A file on a disk: what is in it, and how it ended. */
function disk(room = Infinity) {
  const file = { text: '', end: 'open' };
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (file.text.length + chunk.length > room) throw new Error('ENOSPC');
      file.text += new TextDecoder().decode(chunk);
    },
    close() {
      file.end = 'whole';
    },
    abort() {
      file.end = 'discarded';
    },
  });
  return { file, sink };
}

const live = () => new AbortController().signal;
const CSV = ['a;b\r\n', '1;2\r\n3;4\r\n', '5;6\r\n'];

describe('saving a download', () => {
  test('writes every byte and says how far it is', async () => {
    const { file, sink } = disk();
    const seen: Progress[] = [];
    const end = await saveResponse(
      response(CSV, { 'x-total-rows': '3' }),
      sink,
      (one) => seen.push(one),
      live(),
    );
    expect(file).toEqual({ text: CSV.join(''), end: 'whole' });
    expect(seen.map(({ rows, bytes }) => [rows, bytes])).toEqual([
      [0, 5],
      [2, 15],
      [3, 20],
    ]);
    expect(end).toEqual({ rows: 3, bytes: 20, expected: 3 });
  });

  test('takes an estimate for want of a count, and neither when it is no number', async () => {
    const expectedWith = async (headers: Record<string, string>) =>
      (await saveResponse(response(CSV, headers), disk().sink, () => undefined, live())).expected;
    expect(await expectedWith({ 'x-estimated-rows': '1000' })).toBe(1000);
    expect(await expectedWith({ 'x-total-rows': 'beaucoup' })).toBeNull();
    expect(await expectedWith({})).toBeNull();
  });

  test('keeps nothing of a file whose connection broke', async () => {
    const { file, sink } = disk();
    const saving = saveResponse(response(CSV, {}, new Error('reset')), sink, () => undefined, live());
    await expect(saving).rejects.toMatchObject({ failure: 'INTERRUPTED' } satisfies Partial<DownloadError>);
    expect(file.end).toBe('discarded');
  });

  test('tells a full disk from a broken connection', async () => {
    const saving = saveResponse(response(CSV), disk(10).sink, () => undefined, live());
    await expect(saving).rejects.toMatchObject({ failure: 'DISK' } satisfies Partial<DownloadError>);
  });

  test('stops when asked to', async () => {
    const { file, sink } = disk();
    const controller = new AbortController();
    const stop = () => {
      controller.abort();
    };
    await expect(saveResponse(response(CSV), sink, stop, controller.signal)).rejects.toThrow();
    expect(file.end).toBe('discarded');
  });
});

describe('what the server refuses', () => {
  test.each([
    [401, 'SIGNED_OUT'],
    [404, 'NOT_FOUND'],
    [429, 'BUSY'],
    [500, 'SERVER'],
  ])('%i', async (status, failure) => {
    globalThis.fetch = () => Promise.resolve(new Response('{}', { status }));
    await expect(openDownload('/exports', live())).rejects.toMatchObject({ failure });
  });

  test('or does not answer', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
    await expect(openDownload('/exports', live())).rejects.toMatchObject({ failure: 'SERVER' });
  });
});

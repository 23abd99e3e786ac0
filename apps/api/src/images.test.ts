import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CONFIG, ImageCollection, Images, ImageSights, transaction, type Config } from '@preau/shared-api';
import { IMAGE_BYTES_MAX, IMAGES_A_DAY, IMAGES_BYTES_MAX } from '@preau/shared-domain';
import { anImage, aPicture, sendImage, startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import sharp from 'sharp';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([]);
  // What holds an image in these tests shows it to everybody, or to its keeper.
  const sights = api.get(ImageSights);
  sights.register('open', () => Promise.resolve('PUBLIC'));
  sights.register('kept', (actor) => Promise.resolve(actor.kind === 'account' ? 'PRIVATE' : null));
});
afterAll(() => api.close());

const somebody = (accountId: string = randomUUID()) => ({
  accountId,
  authorization: `Test ${JSON.stringify({ accountId, roles: [] })}`,
});
type Headers = Record<string, string>;
const send = async (bytes: Buffer, options: object = {}, headers: Headers = somebody()) => {
  const answer = await sendImage(api, headers, bytes, options);
  return { status: answer.status, ...((await answer.json()) as object) };
};
const read = (id: string, width: number | string, headers: Headers = {}) =>
  fetch(`${api.url}/files/images/${id}/${String(width)}.webp`, { headers });
const hold = (id: string, holder: string) =>
  transaction(api.database, (tx) => api.get(Images).hold(tx, [id], holder));
const collect = () => api.get(ImageCollection).collect();
const files = () => {
  const { FILES_URL } = api.app.get<Config>(CONFIG);
  return readdirSync(FILES_URL.slice('file:'.length), { recursive: true, withFileTypes: true }).flatMap(
    (one) => (one.isFile() ? [one.name] : []),
  );
};
const rows = async () =>
  (await api.database.query<{ count: number }[]>('SELECT count(*)::int AS count FROM image'))[0]?.count;

/** A PNG that says it is as large as this, and holds nothing. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(8)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('an image', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'is received as %s, and given back as WebP',
    async (format) => {
      const by = somebody();
      const id = randomUUID();
      expect(await send(await aPicture({ width: 900, height: 600, format }), { id }, by)).toEqual({
        status: 201,
        id,
        width: 900,
        height: 600,
      });
      for (const width of [320, 800, 900]) {
        const answer = await read(id, width, by);
        expect(answer.headers.get('content-type')).toBe('image/webp');
        const { format: given, width: wide } = await sharp(
          Buffer.from(await answer.arrayBuffer()),
        ).metadata();
        expect([given, wide]).toEqual(['webp', width]);
      }
      for (const width of [1_600, 321, 'x', '..%2f..%2fetc%2fpasswd'])
        expect((await read(id, width, by)).status).toBe(404);
    },
  );

  test('larger than any screen is made smaller', async () => {
    expect(await send(await aPicture({ width: 4_000, height: 1_000, format: 'jpeg' }))).toMatchObject({
      width: 1_600,
      height: 400,
    });
  });

  test('stands upright, and says nothing of where, when or with what it was taken', async () => {
    const exif = { IFD0: { Make: 'Marque', Copyright: 'Camille' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } };
    const turned = await sharp({ create: { width: 60, height: 20, channels: 3, background: 'red' } })
      .withExif(exif)
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Camille</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const before = await sharp(turned).metadata();
    expect([before.exif !== undefined, before.xmp !== undefined, before.orientation]).toEqual([
      true,
      true,
      6,
    ]);
    const by = somebody();
    const id = randomUUID();
    expect(await send(turned, { id, type: 'image/jpeg' }, by)).toMatchObject({ width: 20, height: 60 });
    const bytes = Buffer.from(await (await read(id, 20, by)).arrayBuffer());
    const { exif: kept, xmp, icc, iptc, orientation, width, height } = await sharp(bytes).metadata();
    expect({ kept, xmp, icc, iptc, orientation, width, height }).toEqual({ width: 20, height: 60 });
    expect(bytes.includes('Marque') || bytes.includes('Camille')).toBe(false);
  });

  test('that moves keeps its first picture alone', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 10, height: 10, channels: 3, background } })
        .png()
        .toBuffer();
    const moving = await sharp(await Promise.all(['red', 'blue'].map(frame)), { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const by = somebody();
    const id = randomUUID();
    expect(await send(moving, { id, type: 'image/gif' }, by)).toMatchObject({ width: 10, height: 10 });
    const bytes = Buffer.from(await (await read(id, 10, by)).arrayBuffer());
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });
});

describe('refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"/>';
  test.each([
    ['an SVG named an image', () => Buffer.from(svg), 415, 'NOT_AN_IMAGE'],
    [
      'HTML named an image',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      415,
      'NOT_AN_IMAGE',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 415, 'NOT_AN_IMAGE'],
    ['nothing', () => Buffer.alloc(0), 415, 'NOT_AN_IMAGE'],
    [
      'a TIFF',
      () =>
        sharp(Buffer.alloc(300), { raw: { width: 10, height: 10, channels: 3 } })
          .tiff()
          .toBuffer(),
      415,
      'NOT_AN_IMAGE',
    ],
    [
      'HTML that begins as a GIF',
      () => Buffer.from('GIF89a/*<script>alert(1)</script>*/'),
      422,
      'UNREADABLE',
    ],
    ['a PNG of 30,000 by 30,000', () => hugePng(30_000, 30_000), 422, 'TOO_MANY_PIXELS'],
    ['one pixel too wide', () => hugePng(40_000_001, 1), 422, 'TOO_MANY_PIXELS'],
    ['a PNG without its picture', () => hugePng(300, 300), 422, 'UNREADABLE'],
    ['twelve megabytes', () => Buffer.alloc(12 * 1024 * 1024, 1), 413, 'TOO_LARGE'],
  ])('%s', async (_, bytes, status, code) => {
    const before = [await rows(), files().length];
    expect(await send(await bytes())).toEqual({ status, code });
    expect([await rows(), files().length]).toEqual(before);
  });

  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('a %s that is cut', async (format) => {
    const whole = await sharp(
      Buffer.alloc(90_000).map(() => Math.random() * 256),
      { raw: { width: 200, height: 150, channels: 3 } },
    )
      [format]()
      .toBuffer();
    expect(await send(whole.subarray(0, whole.length * 0.6))).toEqual({ status: 422, code: 'UNREADABLE' });
  });

  test('ten megabytes counted as they come, whatever the request says of its length', async () => {
    const { hostname, port } = new URL(api.url);
    const by = somebody();
    const status = await new Promise((resolve) => {
      const sent = request({
        hostname,
        port,
        method: 'POST',
        path: `/files/images?id=${randomUUID()}`,
        headers: {
          authorization: by.authorization,
          'content-type': 'image/png',
          'transfer-encoding': 'chunked',
        },
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      const piece = Buffer.alloc(64 * 1024);
      const pieces = IMAGE_BYTES_MAX / piece.length + 1;
      for (let at = 0; at < pieces; at += 1) sent.write(piece);
      sent.end();
    });
    expect(status).toBe(413);
  });

  test('from the page of another site, from a form, without an id, from a visitor', async () => {
    const bytes = await aPicture();
    const codeOf = async (headers: Headers, options: object = {}) => {
      const answer = await sendImage(api, headers, bytes, options);
      return [
        answer.status,
        ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
      ];
    };
    const by = somebody();
    expect(await codeOf({ ...by, origin: 'https://ailleurs.example' })).toEqual([400, 'BAD_INPUT']);
    expect(await codeOf(by, { type: 'multipart/form-data; boundary=x' })).toEqual([400, 'BAD_INPUT']);
    expect(await codeOf(by, { type: 'text/plain' })).toEqual([400, 'BAD_INPUT']);
    expect(await codeOf(by, { id: '../../etc' })).toEqual([400, 'BAD_INPUT']);
    expect(await codeOf({})).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('more than thirty in a day, and more than its sender’s share', async () => {
    const bytes = await aPicture();
    const withImages = async (count: number, each: number, age: string) => {
      const by = somebody();
      await api.database.query(
        `INSERT INTO image (id, account_id, name, digest, width, height, bytes, created_at, expires_at)
         SELECT gen_random_uuid(), $1, gen_random_uuid()::text, '', 1, 1, $3, now() - $4::interval, now() + interval '1 day'
         FROM generate_series(1, $2)`,
        [by.accountId, count, each, age],
      );
      return send(bytes, {}, by);
    };
    expect(await withImages(IMAGES_A_DAY - 1, 1, '1 hour')).toMatchObject({ status: 201 });
    expect(await withImages(IMAGES_A_DAY, 1, '1 hour')).toEqual({ status: 429, code: 'TOO_MANY' });
    expect(await withImages(IMAGES_A_DAY, 1, '25 hours')).toMatchObject({ status: 201 });
    expect(await withImages(1, IMAGES_BYTES_MAX, '25 hours')).toEqual({ status: 429, code: 'NO_ROOM' });
  });

  test('a thirty-first among several sent at once', async () => {
    const by = somebody();
    await api.database.query(
      `INSERT INTO image (id, account_id, name, digest, width, height, bytes, expires_at)
       SELECT gen_random_uuid(), $1, gen_random_uuid()::text, '', 1, 1, 1, now() + interval '1 day'
       FROM generate_series(1, $2)`,
      [by.accountId, IMAGES_A_DAY - 1],
    );
    const all = await Promise.all(Array.from({ length: 4 }, async () => send(await aPicture(), {}, by)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 429, 429, 429]);
  });
});

describe('sent again', () => {
  test('it is one image; other bytes, or by another, are a conflict', async () => {
    const [by, id, bytes] = [somebody(), randomUUID(), await aPicture()];
    const first = await send(bytes, { id }, by);
    const before = [await rows(), files().length];
    expect(await send(bytes, { id: id.toUpperCase() }, by)).toEqual(first);
    expect(await send(await aPicture(), { id }, by)).toEqual({ status: 409, code: 'CONFLICT' });
    expect(await send(bytes, { id })).toEqual({ status: 409, code: 'CONFLICT' });
    expect([await rows(), files().length]).toEqual(before);
  });

  test('four times at once: one image and its files', async () => {
    const [by, id, bytes] = [somebody(), randomUUID(), await aPicture({ width: 400, height: 400 })];
    const before = files().length;
    const all = await Promise.all(Array.from({ length: 4 }, () => send(bytes, { id }, by)));
    expect(all).toEqual(Array(4).fill({ status: 201, id, width: 400, height: 400 }));
    expect(files().length - before).toBe(2);
  });

  test('after a process was killed between its row and its files', async () => {
    const [by, id, bytes] = [somebody(), randomUUID(), await aPicture()];
    await send(bytes, { id }, by);
    await api.database.query('UPDATE image SET stored_at = NULL WHERE id = $1', [id]);
    expect((await read(id, 40, by)).status).toBe(404);
    expect(await send(bytes, { id }, by)).toMatchObject({ status: 201 });
    expect((await read(id, 40, by)).status).toBe(200);
  });
});

describe('seen', () => {
  test('by its sender alone until something shows it', async () => {
    const by = somebody();
    const id = await anImage(api, by);
    const own = await read(id, 40, by);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const absent = await read(randomUUID(), 40);
    for (const other of [{}, somebody()]) {
      const refused = await read(id, 40, other);
      expect([refused.status, await refused.text()]).toEqual([
        404,
        '{"errors":[{"message":"Introuvable.","extensions":{"code":"NOT_FOUND"}}]}',
      ]);
    }
    expect([absent.status, await absent.text()]).toEqual([
      404,
      '{"errors":[{"message":"Introuvable.","extensions":{"code":"NOT_FOUND"}}]}',
    ]);
    await hold(id, 'kept');
    expect((await read(id, 40, somebody())).headers.get('cache-control')).toBe('no-store');
    expect((await read(id, 40)).status).toBe(404);
  });

  test('by everybody once what shows it is public: for good, inert, in pieces', async () => {
    const by = somebody();
    const id = await anImage(api, by);
    await hold(id, 'open');
    const whole = await read(id, 40);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-length': String(bytes.length),
    });
    const etag = whole.headers.get('etag') ?? '';
    expect((await read(id, 40, { 'if-none-match': etag })).status).toBe(304);
    const part = await read(id, 40, { range: 'bytes=2-5' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6));
    expect((await read(id, 40, { range: 'bytes=2-5', 'if-range': '"autre"' })).status).toBe(200);
    expect((await read(id, 40, { range: 'bytes=99999-' })).status).toBe(416);
    const head = await fetch(`${api.url}/files/images/${id}/40.webp`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    // One statement: who may see it is what costs.
    expect(await statementsDuring(api.database, () => read(id, 40))).toHaveLength(1);
  });
});

describe('collected', () => {
  test('what nothing showed within a day goes with its files; the rest stays; again, nothing is left to do', async () => {
    await api.database.query(
      `UPDATE image SET expires_at = now() + interval '1 hour' WHERE expires_at IS NOT NULL`,
    );
    const by = somebody();
    const [left, held, recent] = [await anImage(api, by), await anImage(api, by), await anImage(api, by)];
    await hold(held, 'open');
    const before = files().length;
    await api.database.query('UPDATE image SET expires_at = now() WHERE id = $1', [left]);
    expect((await read(left, 40, by)).status).toBe(404);
    expect(await collect()).toEqual({ images: 1 });
    expect(before - files().length).toBe(1);
    expect(await collect()).toEqual({ images: 0 });
    expect((await read(held, 40)).status).toBe(200);
    expect((await read(recent, 40, by)).status).toBe(200);
  });

  test('taken up where it was killed: files already gone are no obstacle', async () => {
    const by = somebody();
    const ids = [await anImage(api, by), await anImage(api, by)];
    await transaction(api.database, (tx) => api.get(Images).release(tx, ids));
    const delivered = api.get(ImageCollection) as unknown as {
      store: { delete(key: string): Promise<void> };
    };
    const usual = delivered.store.delete.bind(delivered.store);
    let deleted = 0;
    delivered.store.delete = async (key) => {
      deleted += 1;
      if (deleted === 2) throw new Error('killed');
      await usual(key);
    };
    await expect(collect()).rejects.toThrow('killed');
    delivered.store.delete = usual;
    expect(await collect()).toEqual({ images: 2 });
  });

  test('and cannot be shown any more once it has expired', async () => {
    const by = somebody();
    const id = await anImage(api, by);
    const free = () => transaction(api.database, (tx) => api.get(Images).lockFree(tx, [id]));
    expect(await free()).toEqual(new Map([[id, by.accountId]]));
    await api.database.query('UPDATE image SET expires_at = now() WHERE id = $1', [id]);
    expect(await free()).toEqual(new Map());
  });
});

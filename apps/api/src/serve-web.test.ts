import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import { webClient } from './serve-web';

const SCRIPT = `console.log(${JSON.stringify('préau '.repeat(400))});`;
const root = mkdtempSync(join(tmpdir(), 'preau-web-'));
let server: Server;
let address = '';

beforeAll(async () => {
  mkdirSync(join(root, 'assets'));
  mkdirSync(join(root, '.vite'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><head><title>Préau</title></head>');
  writeFileSync(join(root, 'robots.txt'), 'User-agent: *\n');
  writeFileSync(join(root, 'persisted-documents.json'), '{"sha256:1":"query Secret { me { id } }"}');
  writeFileSync(join(root, '.vite/manifest.json'), '{}');
  writeFileSync(join(root, 'assets/index-abc.js'), SCRIPT);
  writeFileSync(join(root, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(root, 'assets/index-gone.js'), SCRIPT);
  writeFileSync(join(root, 'assets/index-gone.js.br'), brotliCompressSync(SCRIPT));
  const app = express();
  app.use(webClient({ WEB_ROOT: root, publicUrl: 'https://preau.example.org' }));
  app.use((_request, response) => {
    response.status(404).json({ answeredBy: 'api' });
  });
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(`${address}${path}`, { headers });

describe('the page', () => {
  test.each(['/', '/concertations/numerique-2015', '/pilotage/questionnaires/1', '/developpement'])(
    'answers %s, always fresh',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Préau</title>');
    },
  );

  const topic = '00000000-0000-4000-8000-00000000000a';
  test.each([
    [`/concertations/n-2015/debats/${topic}`, `/feeds/n-2015/topics/${topic}.atom`],
    [`/concertations/n-2015/debats/${topic}/messages/${topic}`, `/feeds/n-2015/topics/${topic}.atom`],
    [`/concertations/n-2015/debats/${topic}/messages/${topic}/fil`, `/feeds/n-2015/topics/${topic}.atom`],
    ['/concertations/n-2015/debats?theme=egalite', '/feeds/n-2015/themes/egalite.atom'],
    ['/concertations/n-2015/themes/egalite', '/feeds/n-2015/themes/egalite.atom'],
  ])('names the feed of %s in its head, for readers that run no script', async (path, feed) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const page = await response.text();
    expect(page).toContain('<title>Préau</title>');
    expect(page).toContain(
      `<link rel="alternate" type="application/atom+xml" href="${feed}" data-served-feed></head>`,
    );
  });

  test.each([
    '/',
    '/concertations/n-2015/debats',
    '/concertations/n-2015/debats/nouveau',
    '/concertations/n-2015/debats?theme=%22%3E%3Cscript%3E',
    '/concertations/n-2015/debats?theme=a&theme=b',
    '/concertations/%22%3E%3Cscript%3E/themes/x',
  ])('names none for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).not.toContain('alternate');
    expect(page).not.toContain('script');
  });

  test.each([
    '/graphql',
    '/exports/questionnaires/1/responses.csv',
    '/auth/oidc',
    '/health/live',
    '/metrics',
    '/dev/mail',
    '/opendata/numerique-2015/v1.0.0/reponses.csv',
    '/feeds/forum.atom',
  ])('leaves %s to the API', async (path) => {
    expect(await (await get(path)).json()).toEqual({ answeredBy: 'api' });
  });

  test('is not given to a program that asks for something else', async () => {
    expect((await get('/concertations', { accept: 'application/json' })).status).toBe(404);
    expect((await get('/photo.png', { accept: 'image/*' })).status).toBe(404);
    expect((await fetch(`${address}/aide`, { method: 'POST' })).status).toBe(404);
  });
});

describe('files', () => {
  test('with a hash are kept for good and come compressed', async () => {
    const response = await get('/assets/index-abc.js', { accept: '*/*', 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toBe(SCRIPT);
  });

  test('that vanish while the site runs are gone, and take nothing with them', async () => {
    rmSync(join(root, 'assets/index-gone.js'));
    rmSync(join(root, 'assets/index-gone.js.br'));
    const gone = await get('/assets/index-gone.js', { accept: '*/*', 'accept-encoding': 'br' });
    expect(gone.status).toBe(404);
    expect(gone.headers.get('content-encoding')).toBeNull();
    expect((await get('/assets/index-abc.js', { accept: '*/*' })).status).toBe(200);
  });

  test('of an older release are gone, and not replaced by the page', async () => {
    const response = await get('/assets/index-old.js', { accept: '*/*' });
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  test.each([
    '/persisted-documents.json',
    '/persisted%2ddocuments.json',
    '/persisted-documents.json/',
    '/%',
    '/.vite/manifest.json',
    '/assets/../persisted-documents.json',
    '/%2e%2e/x.json',
  ])('%s is not published', async (path) => {
    const response = await get(path, { accept: '*/*' });
    expect(await response.text()).not.toContain('Secret');
    expect(response.status).toBe(404);
  });

  test('security.txt says whom to tell, and has not expired', async () => {
    const text = await (await get('/.well-known/security.txt', { accept: '*/*' })).text();
    expect(text).toContain('Contact: https://preau.example.org/contact\n');
    const expires = Date.parse(/Expires: (.+)/.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
  });
});

test('without a built client every address is left to the API', async () => {
  const app = express();
  app.use(webClient({ WEB_ROOT: join(root, 'missing'), publicUrl: 'http://localhost' }));
  app.use((_request, response) => {
    response.status(404).json({});
  });
  const other = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const response = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
  await new Promise((resolve) => other.close(resolve));
  expect(response.status).toBe(404);
});

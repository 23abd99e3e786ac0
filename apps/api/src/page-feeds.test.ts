import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { feedOf, withFeed } from './page-feeds';
import { API } from './serve-web';

const SITE = 'https://preau.test';
const TOPIC = '/concertations/n-2015/debats/00000000-0000-4000-8000-00000000000a';
const PAGE = (release: string) =>
  `<!doctype html><head><script src="/assets/${release}.js"></script></head><body></body>`;

/** An address under each of those that the API answers, never the page. */
const ANSWERED_BY_API = (/\(\?:(.+?)\)/.exec(API.source)?.[1] ?? '')
  .split('|')
  .map((name) => `/${name.replace('\\', '')}`)
  .flatMap((address) => [address, `${address}/etc`]);

/** What a browser keeps, by address. */
class Kept {
  readonly texts = new Map<string, { text: string; type: string }>();
  private readonly address = (given: string | Request) =>
    new URL(typeof given === 'string' ? given : given.url, SITE).href;

  match = (given: string | Request) => {
    const found = this.texts.get(this.address(given));
    const headers = { 'content-type': found?.type ?? '' };
    return Promise.resolve(found && new Response(found.text, { headers }));
  };
  put = async (given: string | Request, response: Response) => {
    const type = response.headers.get('content-type') ?? '';
    this.texts.set(this.address(given), { text: await response.text(), type });
  };
  delete = (given: string | Request) => Promise.resolve(this.texts.delete(this.address(given)));
  keys = () => Promise.resolve([...this.texts.keys()].map((url) => new Request(url)));
}

/** The worker as it is served, in front of a site that answers as ours does. */
class Worker {
  readonly kept = new Kept();
  release = 'a';
  isOnline = true;
  private readonly listeners = new Map<string, (event: object) => void>();

  constructor() {
    const scope = {
      self: {
        location: new URL(SITE),
        addEventListener: (type: string, listener: (event: object) => void) =>
          this.listeners.set(type, listener),
      },
      caches: { open: () => Promise.resolve(this.kept) },
      fetch: (request: Request) => this.answer(request),
      Request,
      URL,
      setTimeout: () => undefined,
    };
    runInContext(readFileSync('apps/web/public/sw.js', 'utf8'), createContext(scope));
  }

  /** What a browser shows of an address somebody goes to; null when the worker leaves it to the browser. */
  visit(path: string): Promise<string | null> {
    return this.load({ url: `${SITE}${path}`, method: 'GET', mode: 'navigate' });
  }
  file(path: string): Promise<string | null> {
    return this.load(new Request(`${SITE}${path}`));
  }

  private async load(request: object): Promise<string | null> {
    const answers: Promise<Response>[] = [];
    this.listeners.get('fetch')?.({
      request,
      respondWith: (answer: Promise<Response>) => answers.push(answer),
    });
    const answer = await answers[0];
    return answer ? answer.text() : null;
  }

  private answer(given: { url: string }): Promise<Response> {
    if (!this.isOnline) return Promise.reject(new TypeError('Failed to fetch'));
    const { pathname } = new URL(given.url);
    if (pathname.startsWith('/assets/')) return Promise.resolve(new Response(`// ${pathname}`));
    const page = PAGE(this.release);
    const feed = feedOf(pathname, undefined);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return Promise.resolve(new Response(feed ? withFeed(page, feed) : page, { headers }));
  }
}

let worker: Worker;
beforeEach(() => {
  worker = new Worker();
});
const keptPage = () => worker.kept.texts.get(`${SITE}/`)?.text;
const keptFiles = () => [...worker.kept.texts.keys()].filter((url) => url.includes('/assets/'));

describe('what a browser keeps for when there is no network', () => {
  test('is never a page that names a feed, which is shown all the same', async () => {
    expect(await worker.visit(TOPIC)).toContain('data-served-feed');
    expect(keptPage()).toBeUndefined();
    await worker.visit('/');
    expect(await worker.visit(`${TOPIC}/messages/00000000-0000-4000-8000-00000000000b`)).toContain(
      'data-served-feed',
    );
    expect(keptPage()).toBe(PAGE('a'));
  });

  test('stays whole when such pages come between others: their files are of the same release', async () => {
    await worker.visit('/');
    await worker.file('/assets/a.js');
    for (const path of [TOPIC, '/', TOPIC, '/aide']) await worker.visit(path);
    expect(keptFiles()).toEqual([`${SITE}/assets/a.js`]);
  });

  test('is shown at the address of such a page too, without the name of any feed', async () => {
    await worker.visit('/');
    worker.isOnline = false;
    expect(await worker.visit(TOPIC)).toBe(PAGE('a'));
  });

  test('is of one release: another one takes the place of page and files, not before its plain page is seen', async () => {
    await worker.visit('/');
    await worker.file('/assets/a.js');
    worker.release = 'b';
    await worker.visit(TOPIC);
    expect([keptPage(), keptFiles()]).toEqual([PAGE('a'), [`${SITE}/assets/a.js`]]);
    await worker.visit('/aide');
    expect([keptPage(), keptFiles()]).toEqual([PAGE('b'), []]);
  });

  test.each([...ANSWERED_BY_API, '/.well-known/security.txt'])(
    'is never shown in place of what the API answers: %s',
    async (path) => {
      await worker.visit('/');
      worker.isOnline = false;
      expect(await worker.visit(path).catch(() => null)).toBeNull();
    },
  );
});

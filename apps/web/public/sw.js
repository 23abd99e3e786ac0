/* global caches, fetch, Request, self, setTimeout, URL */
// Lets a questionnaire that was begun go on without a network, reloads included. Registered once somebody answers.
// Kept: the page, the hashed files it loads (they never change), and public readings, for when the server does not answer.
const CACHE = 'preau-1';
const PAGE = '/';
/** Answered by the API, never by the page. */
const NOT_PAGES =
  /^\/(?:graphql|exports|auth|health|metrics|dev|opendata|feeds|files|catalogue\.jsonld|\.well-known)(?:\/|$)/;
/** On a network that hardly works, the page kept here comes sooner. */
const PATIENCE_MS = 4_000;
const MAX_READINGS = 30;
/** One form of each address is kept, however it was asked for. */
const AS_KEPT = { ignoreVary: true };

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// The page names what it had loaded before this worker was there.
self.addEventListener('message', (event) => {
  const addresses = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(keepAll([PAGE, ...addresses]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request));
  else if (url.pathname === '/graphql') event.respondWith(fromNetworkFirst(request, request.url));
  else if (request.mode === 'navigate' && !NOT_PAGES.test(url.pathname)) {
    event.respondWith(fromNetworkFirst(request, PAGE, PATIENCE_MS));
  }
});

async function fromCacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, AS_KEPT);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** What the network says, kept under `key`; what was kept when it says nothing, or nothing in time. */
async function fromNetworkFirst(request, key, patience) {
  const cache = await caches.open(CACHE);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) await keep(cache, key, response.clone());
    return response;
  });
  const kept = await cache.match(key, AS_KEPT);
  if (!kept) return fresh;
  const tired = patience && new Promise((resolve) => setTimeout(() => resolve(kept), patience));
  return Promise.race([fresh, ...(tired ? [tired] : [])]).catch(() => kept);
}

async function keep(cache, key, response) {
  if (key === PAGE) {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return;
    // A page that names a feed is another text, of the same release: the plain one is kept.
    const text = await response.clone().text();
    if (text.includes('data-served-feed')) return;
    await dropOldFiles(cache, text);
  }
  await cache.put(key, response);
  const readings = (await cache.keys()).filter(({ url }) => new URL(url).pathname === '/graphql');
  await Promise.all(readings.slice(0, -MAX_READINGS).map((request) => cache.delete(request)));
}

/** Another page means another release: its files have other names, those of the one before are of no use any more. */
async function dropOldFiles(cache, page) {
  const before = await cache.match(PAGE, AS_KEPT);
  if (!before || (await before.text()) === page) return;
  const requests = await cache.keys();
  await Promise.all(requests.map((request) => cache.delete(request)));
}

async function keepAll(addresses) {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(
    addresses.map(async (address) => {
      const url = new URL(address, self.location.origin);
      const isOurs =
        url.origin === self.location.origin &&
        (url.pathname === PAGE || /^\/(?:assets\/|graphql$)/.test(url.pathname));
      if (isOurs && !(await cache.match(url.href, AS_KEPT))) await cache.add(asked(url));
    }),
  );
}

/** The page is only given to who says that they read pages; a reading, to who could not ask for it from another site. */
const asked = (url) =>
  new Request(url.href, {
    headers:
      url.pathname === PAGE
        ? { accept: 'text/html' }
        : { accept: '*/*', 'apollo-require-preflight': '1', 'preau-background': '1' },
  });

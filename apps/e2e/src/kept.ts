import type { Page } from 'playwright-core';
import { until } from './browser';

/** Waits until the service worker is there, and keeps the page and every file and public reading that were loaded before it. */
export const workerKeepsAll = (page: Page) =>
  until(page, async () => {
    const isKept = await page.evaluate(async () => {
      const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
      const needed = names.filter(
        ({ pathname, search }) =>
          pathname.startsWith('/assets/') || (pathname === '/graphql' && search !== ''),
      );
      const kept = await Promise.all(
        ['/', ...needed.map(({ href }) => href)].map((address) =>
          caches.match(address, { ignoreVary: true }),
        ),
      );
      return navigator.serviceWorker.controller !== null && kept.every(Boolean);
    });
    return isKept || null;
  });

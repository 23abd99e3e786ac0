import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newVisitor } from './browser';
import { aTopic, DEBATES, words } from './debates';
import { workerKeepsAll } from './kept';
import { newAccount } from './sign-in';

const FORM = '/concertations/numerique-2015/questionnaires/votre-avis';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The page that the browser keeps for when there is no network, and how many files with it. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('preau-1');
    const addresses = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const files = addresses.filter((path) => path.startsWith('/assets/')).length;
    return { page: (await (await cache.match('/', { ignoreVary: true }))?.text()) ?? '', files };
  });

test('a debate names its feed and is not what is kept for when there is no network; read without one, the rest is whole', async () => {
  const { page, context } = await newVisitor(browser);
  await newAccount(page, 'Bruant');
  const path = `${DEBATES}/${await aTopic(page, { title: words() })}`;
  await page.goto(`${FORM}/repondre/profile`);
  await page.locator('main form').first().waitFor();
  await workerKeepsAll(page);
  const before = await kept(page);

  const served = await page.goto(path);
  expect([served?.fromServiceWorker(), await served?.text()]).toEqual([
    true,
    expect.stringMatching(/href="\/feeds\/numerique-2015\/topics\/[^"]+\.atom" data-served-feed/),
  ]);
  await page.getByRole('heading', { name: 'Message d’ouverture' }).waitFor();
  const after = await kept(page);
  expect(after.page).toBe(before.page);
  expect(after.page).toMatch(/^<!doctype html>/i);
  expect(after.page).not.toContain('data-served-feed');
  expect(after.files).toBeGreaterThanOrEqual(before.files);

  await context.setOffline(true);
  await page.reload();
  await page.locator('h1').first().waitFor();
  await page.goto(`${FORM}/repondre/profile`);
  await page.locator('main form').first().waitFor();
  await context.close();
});

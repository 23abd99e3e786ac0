import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, launchBrowser, newVisitor } from './browser';
import { tabTo } from './keyboard';
import { newAccount } from './sign-in';

const DEBATES = '/concertations/numerique-2015/debats';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const words = () => `Une salle équipée, ${randomBytes(4).toString('hex')}.`;
const photograph = () =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Make: 'Marque' } })
    .jpeg()
    .toBuffer();

/** A topic of this page’s person. */
async function openTopic(page: Page, title: string): Promise<string> {
  await page.goto(`${DEBATES}/nouveau`);
  await page.getByLabel(/^Thème/).selectOption({ index: 1 });
  await page.getByLabel(/^Titre du sujet/).fill(title);
  await page.getByLabel(/^Votre message/).fill('Que faut-il dans une salle ?');
  await page.getByRole('button', { name: 'Publier le sujet' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Whether a picture was read, and is there to be seen. */
const isDrawn = (page: Page, alt: string) =>
  page.waitForFunction((wanted) => {
    const image = document.querySelector<HTMLImageElement>(`img[alt="${wanted}"]`);
    return image?.complete && image.naturalWidth > 0;
  }, alt);

test('an image is put in a reply with keys alone; its author sees it while it is held, a visitor does not', async () => {
  const { page, context, faults } = await newVisitor(browser);
  await newAccount(page, 'Fauvette');
  const path = await openTopic(page, words());
  // Asked for well ahead: the browser takes a moment to hand its dialogs over.
  const chooser = page.waitForEvent('filechooser', { timeout: 90_000 });
  const [said, alt] = [words(), 'Une salle vide et ses quinze prises'];

  await tabTo(page, '.preau-message__actions button');
  await page.keyboard.press('Enter');
  await page.locator('.preau-reply-form textarea:focus').waitFor();
  await page.keyboard.type(said);
  await tabTo(page, '.preau-images button');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'salle.jpg', mimeType: 'image/jpeg', buffer: await photograph() });
  await page.locator('.preau-images input[required]:focus').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // Without its description it is not sent.
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('.preau-summary:focus').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, '.preau-images input[required]');
  await page.keyboard.type(alt);
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByText('Il sera publié après relecture').waitFor();
  await isDrawn(page, alt);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await isDrawn(page, alt);

  const address = (await page.getByRole('img', { name: alt }).getAttribute('src')) ?? '';
  expect(address).toMatch(/^\/files\/images\/[0-9a-f-]{36}\/800\.webp$/);
  const own = await page.request.get(address);
  expect([own.status(), own.headers()['cache-control']]).toEqual([200, 'no-store']);
  expect((await own.body()).includes('Marque')).toBe(false);

  const visitor = await newVisitor(browser);
  await visitor.page.goto(path);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.page.getByText('Que faut-il dans une salle').waitFor();
  expect(await visitor.page.getByText(said).count()).toBe(0);
  expect(await visitor.page.getByRole('img', { name: alt }).count()).toBe(0);
  expect((await visitor.page.request.get(address)).status()).toBe(404);
  expect([...faults, ...visitor.faults]).toEqual([]);
  await Promise.all([context.close(), visitor.context.close()]);
});

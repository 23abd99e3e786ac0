import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, launchBrowser, newVisitor } from './browser';
import { DEBATES, focusIsOn, words } from './debates';
import { tabTo } from './keyboard';
import { newAccount } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A topic opened with keys alone, from the list of debates. */
async function openTopic(page: Page, title: string): Promise<string> {
  await page.goto(DEBATES);
  await page.getByRole('link', { name: 'Ouvrir un sujet' }).waitFor();
  await tabTo(page, `a[href^="${DEBATES}/nouveau"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${DEBATES}/nouveau`);
  await page.getByLabel(/^Thème/).waitFor();
  await tabTo(page, '#sujet-theme');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#sujet-titre');
  await page.keyboard.type(title);
  await tabTo(page, '#sujet-message');
  await page.keyboard.type('Chaque lundi, **plus rien** ne passe. Et chez vous ?');
  await tabTo(page, 'form.preau-new-topic > button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

test('a topic is opened and answered with keys alone; a draft outlives a reload; every state is clean under axe', async () => {
  const { page, context, faults } = await newVisitor(browser, { viewport: { width: 360, height: 740 } });
  await newAccount(page, 'Hirondelle');
  const path = await openTopic(page, words());

  const begun = words();
  await tabTo(page, '.preau-message__actions button');
  await page.keyboard.press('Enter');
  await page.locator('.preau-reply-form textarea:focus').waitFor();
  await page.keyboard.type(begun);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Répondre à Hirondelle' }).click();
  const field = page.locator('.preau-reply-form textarea');
  await field.waitFor();
  expect(await field.inputValue()).toBe(begun);
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByText('Votre réponse est publiée.').waitFor();
  await focusIsOn(page, begun);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page
    .locator('.preau-roots')
    .getByRole('link', { name: /^Message d/ })
    .click();
  await page.waitForURL(`**${path}/messages/*`);
  await focusIsOn(page, begun);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('two people at one topic: what one writes waits for the other, who keeps their place', async () => {
  const [writer, reader, visitor] = await Promise.all([
    newVisitor(browser),
    newVisitor(browser, { viewport: DESKTOP }),
    newVisitor(browser),
  ]);
  await newAccount(writer.page, 'Merle');
  await newAccount(reader.page, 'Pinson');
  const path = await openTopic(writer.page, words());
  for (const { page } of [reader, visitor]) {
    const socket = page.waitForEvent('websocket');
    await page.goto(path);
    await (await socket).waitForEvent('framereceived');
    await page.getByRole('heading', { level: 2, name: 'Réponses' }).waitFor();
  }
  await reader.page.evaluate(() => {
    scrollTo(0, 200);
  });
  const place = await reader.page.evaluate(() => scrollY);

  const said = words();
  await writer.page.getByRole('button', { name: 'Répondre à Merle' }).click();
  await writer.page.locator('.preau-reply-form textarea').fill(said);
  await writer.page.getByRole('button', { name: 'Publier la réponse' }).click();
  await focusIsOn(writer.page, said);
  for (const { page } of [reader, visitor]) {
    await page.getByRole('button', { name: /1.nouveau message/ }).waitFor();
    expect(await page.getByText(said).count()).toBe(0);
  }
  expect(await reader.page.evaluate(() => scrollY)).toBe(place);
  expect(await writer.page.getByRole('button', { name: /nouveau message/ }).count()).toBe(0);
  await reader.page.getByRole('button', { name: /1.nouveau message/ }).click();
  await focusIsOn(reader.page, said);

  await reader.page
    .getByRole('button', { name: /^Soutenir le message de Merle/ })
    .last()
    .click();
  await reader.page.getByText('Votre soutien est compté.').waitFor();
  await writer.page.reload();
  await writer.page
    .locator('.preau-roots')
    .getByText(/1.soutien/)
    .waitFor();
  await Promise.all([writer, reader, visitor].map(({ context }) => context.close()));
});

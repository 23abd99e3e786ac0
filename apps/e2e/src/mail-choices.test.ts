import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, launchBrowser, mailFolder, newVisitor } from './browser';
import { newAccount } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The link at the end of the mails of a week, which no mail of the demonstration has left for yet: signed with the site's own key. */
function weeklyLink(accountId: string): string {
  const key = readFileSync(join(mailFolder(), '../secret-key'), 'utf8').trim();
  const account = Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
  const signature = createHmac('sha256', key).update(`unsubscribe\0${account}\0WEEKLY`).digest('base64url');
  return `/desabonnement?jeton=${account}.WEEKLY.${signature}`;
}

test('somebody chooses one mail a week, finds that kept, and ends it by the link of a mail without signing in', async () => {
  const { page, context, faults } = await newVisitor(browser);
  const { id } = await newAccount(page, 'Fauvette');
  const kind = page.getByLabel('Les étapes des concertations que je suis');
  await page.goto('/mon-espace/courriels');
  expect(await kind.inputValue()).toBe('DAILY');
  await kind.selectOption('Un résumé par semaine');
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await page.getByText('Vos choix sont enregistrés.').waitFor();
  // The button was disabled meanwhile: whoever uses the keyboard is still on it.
  await page.locator('button:focus', { hasText: 'Enregistrer' }).waitFor();
  await page.reload();
  expect(await kind.inputValue()).toBe('WEEKLY');

  const elsewhere = await newVisitor(browser);
  await elsewhere.page.goto(weeklyLink(id));
  await elsewhere.page.getByText('le résumé de chaque semaine').waitFor();
  expect(await accessibilityFaults(elsewhere.page)).toEqual([]);
  await page.reload();
  expect(await kind.inputValue()).toBe('WEEKLY');
  await elsewhere.page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  await elsewhere.page.getByText('vous ne les recevrez plus').waitFor();
  await page.reload();
  expect(await kind.inputValue()).toBe('NONE');
  expect([...faults, ...elsewhere.faults]).toEqual([]);
  await Promise.all([context, elsewhere.context].map((one) => one.close()));
});

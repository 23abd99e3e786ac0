import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, DESKTOP, launchBrowser, newVisitor } from './browser';
import { openLive, sessionEnded, WITHIN_FIVE_SECONDS } from './session-end';
import { newAccount, signInUnseen } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('« Me déconnecter partout » ends the page that is open on another device, which says so', async () => {
  const [computer, phone] = await Promise.all([
    newVisitor(browser, { viewport: DESKTOP }),
    newVisitor(browser),
  ]);
  const { email } = await newAccount(computer.page, 'Mésange');
  await signInUnseen(phone.page, email);
  await openLive(phone.page, '/mon-espace/profil');
  await phone.page.getByLabel(/Pseudonyme|Nom affiché/).fill('Mésange bleue');

  await computer.page.goto('/mon-espace/securite');
  await computer.page.locator('.preau-sessions > li').nth(1).waitFor();
  await computer.page.getByRole('button', { name: 'Me déconnecter partout' }).click();
  await Promise.all([
    computer.page.waitForURL((url) => url.pathname === '/'),
    sessionEnded(phone.page).waitFor(WITHIN_FIVE_SECONDS),
  ]);
  expect(await accessibilityFaults(phone.page)).toEqual([]);
  // Whoever leaves by their own doing is not told that their session has ended.
  await computer.page.getByRole('link', { name: 'Se connecter' }).first().waitFor();
  expect(await sessionEnded(computer.page).count()).toBe(0);

  await phone.page.keyboard.press('Escape');
  expect(await phone.page.getByLabel(/Pseudonyme|Nom affiché/).inputValue()).toBe('Mésange bleue');
  await phone.page.goto('/mon-espace');
  await phone.page.waitForURL('**/connexion?retour=/mon-espace');
  await Promise.all([computer, phone].map(({ context }) => context.close()));
});

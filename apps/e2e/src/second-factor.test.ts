import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TOTP_SECONDS } from '@preau/identity-domain';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, launchBrowser, newVisitor } from './browser';
import { mailedSignIn, newAccount, signInMails } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const submit = (page: Page, label: RegExp, typed: string) =>
  page
    .getByLabel(label)
    .fill(typed)
    .then(() => page.keyboard.press('Enter'));

/** As far as the question for a code of the application. */
async function showMail(page: Page, email: string): Promise<void> {
  const known = signInMails(email).length;
  await page.goto('/connexion');
  await submit(page, /Adresse électronique/, email);
  const { code } = await mailedSignIn(page, email, known);
  await submit(page, /Code à six chiffres/, code);
  await page.getByRole('heading', { level: 1, name: 'Double authentification' }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/mon-espace');
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

// The demonstration asks no role for a second factor (SECOND_FACTOR=false): one that a person has put in place is asked all the same.
test('somebody puts a second factor in place, signs in with it, then with a recovery code that serves once', async () => {
  const { page, context, faults } = await newVisitor(browser);
  const { email } = await newAccount(page, 'Hirondelle');
  await page.goto('/mon-espace/securite/double-authentification');
  const secret = (await page.locator('.preau-factor__secret').innerText()).replaceAll(' ', '');
  const application = new TOTP({ secret });
  await submit(page, /Code à six chiffres/, application.generate());
  await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
  const codes = await page.locator('.preau-factor__codes li').allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  const printed = (await page.locator('body').innerText()).split('\n').filter((line) => line.trim() !== '');
  expect(printed).toEqual(['Vos codes de secours', ...codes]);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'J’ai gardé mes codes' }).click();
  await page.getByText('Il vous reste 10 codes de secours.').waitFor();
  await signOut(page);

  await showMail(page, email);
  // The code of this half minute has served: the application’s next one.
  const next = application.generate({ timestamp: Date.now() + TOTP_SECONDS * 1_000 });
  await submit(page, /Code à six chiffres/, next);
  await page.waitForURL('**/mon-espace');
  await signOut(page);

  const [lost = ''] = codes;
  await showMail(page, email);
  await page.getByRole('button', { name: /J’ai perdu mon téléphone/ }).click();
  await submit(page, /Code de secours/, lost);
  await page.waitForURL('**/mon-espace');
  await page.goto('/mon-espace/securite');
  await page.getByText('Il vous reste 9 codes de secours.').waitFor();
  await page.getByRole('button', { name: 'Retirer' }).click();
  await page.getByRole('button', { name: /J’ai perdu mon téléphone/ }).click();
  await submit(page, /Code de secours/, lost);
  await page.getByText(/Ce code n’est pas le bon, ou il a déjà servi/).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

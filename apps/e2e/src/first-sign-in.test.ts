import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, launchBrowser, newVisitor, PHONE } from './browser';
import { tabTo } from './keyboard';
import { mailedSignIn } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a newcomer signs in and creates an account with the keyboard alone, on a telephone', async () => {
  const email = `e2e-${randomBytes(4).toString('hex')}@ac-lyon.fr`;
  const { page, context, faults } = await newVisitor(browser, { viewport: PHONE });
  const found: string[] = [];
  const look = async (where: string) =>
    found.push(...(await accessibilityFaults(page)).map((fault) => `${where}: ${fault}`));

  await page.goto('/connexion?retour=/concertations/numerique-2015');
  await tabTo(page, 'input[type=email]');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.getByText(`Un message vient d’être envoyé à ${email}`).waitFor();
  await look('code');
  const { code } = await mailedSignIn(page, email);
  await tabTo(page, 'input[name=code]');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Créer votre compte' }).waitFor();
  await look('form');
  await tabTo(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByText('2 réponses sont à revoir').waitFor();
  await look('form with faults');
  await page.reload();
  await tabTo(page, 'input[name=displayName]');
  await page.keyboard.type('Nadia Benali');
  await tabTo(page, 'input[name=charter]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');

  // Back where signing in was asked for, with the account open.
  await page.waitForURL('**/concertations/numerique-2015');
  await page.goto('/mon-espace');
  await page.getByText('Personnel enseignant vérifié').waitFor();
  await page.getByText('Nadia Benali').first().waitFor();
  await look('my space');
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('the link opened in another browser asks for the code; the first browser stays a visitor', async () => {
  const email = `e2e-${randomBytes(4).toString('hex')}@preau.test`;
  const asking = await newVisitor(browser);
  const elsewhere = await newVisitor(browser);
  await asking.page.goto('/connexion');
  await asking.page.getByLabel(/Adresse électronique/).fill(email);
  await asking.page.keyboard.press('Enter');
  const { link, code } = await mailedSignIn(asking.page, email);
  await elsewhere.page.goto(link);
  await elsewhere.page.getByRole('button', { name: 'Me connecter' }).click();
  await elsewhere.page.getByText('autre appareil').waitFor();
  expect(await accessibilityFaults(elsewhere.page)).toEqual([]);
  expect(elsewhere.page.url()).not.toContain('#');
  await elsewhere.page.keyboard.type(code);
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByRole('heading', { name: 'Créer votre compte' }).waitFor();
  await asking.page.goto('/connexion/compte');
  await asking.page.getByRole('link', { name: 'Confirmer mon adresse' }).waitFor();
  await Promise.all([asking, elsewhere].map(({ context }) => context.close()));
});

test('under fifteen one is refused kindly and nothing is kept', async () => {
  const email = `e2e-${randomBytes(4).toString('hex')}@preau.test`;
  const { page, context } = await newVisitor(browser);
  await page.goto('/connexion');
  await page.getByLabel(/Adresse électronique/).fill(email);
  await page.keyboard.press('Enter');
  await page.goto((await mailedSignIn(page, email)).link);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.getByText('Moins de 15 ans').click();
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await page.getByRole('heading', { name: 'Votre avis compte aussi' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/connexion/compte');
  await page.getByRole('link', { name: 'Confirmer mon adresse' }).waitFor();
  await context.close();
});

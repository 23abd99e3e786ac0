import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, newVisitor } from './browser';
import { newAccount, signInUnseen } from './sign-in';

const FORM = '/concertations/numerique-2015/questionnaires/votre-avis';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('somebody signed in begins on one device, sends from another, and has answered once', async () => {
  const [phone, computer] = await Promise.all([newVisitor(browser), newVisitor(browser)]);
  const { email } = await newAccount(phone.page, 'Bergeronnette');
  await signInUnseen(computer.page, email);
  await phone.page.goto(`${FORM}/repondre/profile`);
  await phone.page.locator('label[for$="-parent"]').click();
  await phone.page.locator('label[for$="-college"]').click();
  await phone.page.getByText(/^Enregistré à/).waitFor();

  await computer.page.goto(FORM);
  await computer.page.getByText('Vos réponses vous attendent sur tous vos appareils').waitFor();
  await computer.page.goto(`${FORM}/repondre/closing`);
  await computer.page.getByLabel(/proposer une seule chose/).fill('Des manuels que l’on garde');
  await computer.page.goto(`${FORM}/verifier`);
  await computer.page.getByText('Collège').first().waitFor();
  await computer.page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await computer.page.waitForURL('**/recepisse');

  // The page left open goes on as if nothing had been sent, until the server says so.
  await phone.page.locator('label[for$="-lycee_general"]').click();
  await phone.page.goto(FORM);
  await phone.page.getByRole('heading', { name: 'Vous avez déjà répondu' }).waitFor();
  await phone.page.goto('/mon-espace/reponses');
  const kept = phone.page.locator('.preau-kept');
  await kept.first().waitFor();
  expect(await kept.count()).toBe(1);
  await kept
    .getByText(/^Envoyée le/)
    .first()
    .waitFor();
  await phone.page.getByRole('button', { name: /^Relire/ }).click();
  await phone.page.getByText('Des manuels que l’on garde').waitFor();
  expect([...phone.faults, ...computer.faults]).toEqual([]);
  await Promise.all([phone, computer].map(({ context }) => context.close()));
});

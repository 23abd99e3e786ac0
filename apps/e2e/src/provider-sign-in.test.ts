import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, launchBrowser, newVisitor, PHONE } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('somebody signs in with the demonstration’s provider, creates an account, and signs out of both', async () => {
  const { page, context, faults } = await newVisitor(browser, { viewport: PHONE });
  const found: string[] = [];
  const look = async (where: string) =>
    found.push(...(await accessibilityFaults(page)).map((fault) => `${where}: ${fault}`));
  const choose = async (who: RegExp) => {
    await page.getByRole('link', { name: 'Se connecter avec le fournisseur de démonstration' }).click();
    await page.getByRole('heading', { name: 'Qui êtes-vous' }).waitFor();
    await look(`choice of ${String(who)}`);
    await page.getByRole('button', { name: who }).click();
  };

  await page.goto('/connexion?retour=/concertations/numerique-2015');
  await choose(/Annuler/);
  await page.getByText('Vous avez interrompu la connexion').waitFor();
  await look('refusal');

  await page.goto('/connexion?retour=/concertations/numerique-2015');
  await choose(/Karim Haddad/);
  await page.getByRole('heading', { name: 'Créer votre compte' }).waitFor();
  expect(await page.getByLabel(/Nom affiché/).inputValue()).toBe('Karim Haddad');
  await look('account');
  await page.getByText('18 ans ou plus').click();
  await page.getByText('Enseignant ou enseignante').click();
  await page.getByText('J’accepte la charte').click();
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await page.waitForURL('**/concertations/numerique-2015');

  await page.goto('/mon-espace');
  await page.getByText('Personnel enseignant vérifié').waitFor();
  await look('my space');
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await page.getByRole('heading', { name: 'Vous déconnecter aussi d’ici' }).waitFor();
  await look('signing out there');
  await page.getByRole('button', { name: 'Me déconnecter aussi d’ici' }).click();
  await page.waitForURL((url) => url.pathname === '/');

  // Known from now on: one click and one choice.
  await page.goto('/connexion');
  await choose(/Karim Haddad/);
  await page.waitForURL('**/mon-espace');
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

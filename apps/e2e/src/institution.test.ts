import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, launchBrowser, newVisitor, PHONE } from './browser';
import { tabTo } from './keyboard';
import { newAccount, signIn } from './sign-in';

const DEBATES = '/concertations/numerique-2015/debats';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tag = randomBytes(4).toString('hex');
const SERVICE = `Direction du numérique ${tag}`;
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name, exact: true }).last().focus();
  await page.keyboard.press('Enter');
};

/** A topic that a participant opens. */
async function openTopic(page: Page): Promise<string> {
  await page.goto(`${DEBATES}/nouveau`);
  await page.getByLabel(/^Thème/).selectOption({ index: 1 });
  await page.locator('#sujet-titre').fill(`Le réseau de notre école ${tag}`);
  await page.locator('#sujet-message').fill(`Chaque lundi, plus rien ne passe (${tag}).`);
  await page.locator('form.preau-new-topic > button[type=submit]').click();
  await page.getByRole('heading', { level: 1, name: `Le réseau de notre école ${tag}` }).waitFor();
  return new URL(page.url()).pathname;
}

test('staff answer officially, pin, close and conclude with keys alone; a reader is told, refused, and follows what is cited', async () => {
  const reader = await newVisitor(browser, { viewport: PHONE });
  const staff = await newVisitor(browser, { viewport: DESKTOP });
  await newAccount(reader.page, 'Mésange');
  const path = await openTopic(reader.page);
  await signIn(staff.page, 'ministere@preau.test');

  const { page } = staff;
  await page.goto('/pilotage/services');
  await press(page, 'Ajouter un service');
  await page.locator('.preau-reply-form input:focus').waitFor();
  await page.keyboard.type(SERVICE);
  await page.keyboard.press('Enter');
  await page.getByText(`Service ajouté\u00a0: ${SERVICE}.`).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(path);
  await page.getByRole('button', { name: 'Répondre à Mésange' }).waitFor();
  await press(page, 'Répondre à Mésange');
  await page.locator('.preau-reply-form textarea:focus').waitFor();
  await page.keyboard.type(`Le réseau sera refait (${tag}).`);
  await tabTo(page, '.preau-service-choice select');
  await page.locator('.preau-service-choice select:focus').selectOption(SERVICE);
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: new RegExp(`Réponse officielle.*${SERVICE}`) }).waitFor();
  await page.getByRole('navigation', { name: /1.réponse du ministère dans ce sujet/ }).waitFor();

  await press(page, 'Gérer ce sujet');
  await press(page, 'Épingler');
  await press(page, 'Épingler ce sujet');
  await page.getByText('Le sujet est épinglé.').waitFor();

  await press(page, `Plus d’actions sur le message de Mésange`);
  await press(page, /^Citer dans la synthèse/);
  await page.getByText(/^1.message cité$/).waitFor();
  await page.locator('#synthese-texte').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Il faut refaire le réseau.');
  await tabTo(page, '#synthese-service');
  await page.locator('#synthese-service:focus').selectOption(SERVICE);
  expect(await accessibilityFaults(page)).toEqual([]);
  await press(page, 'Publier la synthèse');
  await page.getByText('La synthèse est publiée.').waitFor();

  // The reader has the form open already, and writes while the topic closes.
  await reader.page.reload();
  await reader.page.getByRole('button', { name: 'Répondre au sujet' }).click();
  await reader.page.locator('.preau-reply-form textarea').fill(`Trop tard ? ${tag}`);
  await press(page, 'Fermer aux réponses');
  await page.locator('#raison-fermeture:focus').waitFor();
  await page.keyboard.type('La réponse est donnée.');
  await page.keyboard.press('Enter');
  await page.getByText('Le sujet est fermé aux nouvelles réponses.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await reader.page.getByRole('button', { name: 'Publier la réponse' }).click();
  await reader.page.getByText(/Ce sujet vient d’être fermé aux réponses/).waitFor();
  await reader.page.reload();
  await reader.page
    .getByText(/fermé aux nouvelles réponses depuis .* Raison donnée.: La réponse est donnée\./)
    .waitFor();
  await reader.page.getByText('Épinglé', { exact: true }).waitFor();
  expect(await reader.page.getByRole('button', { name: 'Répondre au sujet' }).count()).toBe(0);
  expect(await accessibilityFaults(reader.page)).toEqual([]);

  const synthesis = reader.page.getByRole('region', { name: 'Synthèse du débat' });
  await synthesis.getByRole('link', { name: '[1]' }).focus();
  await reader.page.keyboard.press('Enter');
  await reader.page.locator('#citation-1:focus').waitFor();
  await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.press('Enter');
  await reader.page.waitForFunction(
    (said) => document.activeElement?.closest('section')?.textContent?.includes(said),
    `plus rien ne passe (${tag})`,
  );

  await reader.page.goto(DEBATES);
  await reader.page.getByRole('link', { name: /^Réponses du ministère \(/ }).click();
  const answer = reader.page.locator('article', { hasText: `Le réseau sera refait (${tag})` });
  await answer.waitFor();
  expect(await accessibilityFaults(reader.page)).toEqual([]);
  await answer.getByRole('link').click();
  await reader.page.waitForFunction(
    (said) => document.activeElement?.closest('article')?.textContent?.includes(said),
    `Le réseau sera refait (${tag})`,
  );
  expect([...reader.faults, ...staff.faults]).toEqual([]);
  await Promise.all([reader, staff].map(({ context }) => context.close()));
});

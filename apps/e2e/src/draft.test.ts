/** What a person has typed is theirs: without a network, in a tab that dies, in two tabs, on two devices. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newVisitor } from './browser';
import { workerKeepsAll } from './kept';

const FORM = '/concertations/numerique-2015/questionnaires/votre-avis';
const PROPOSAL = /proposer une seule chose/;
/** What a killed tab may lose at most. */
const TWO_SECONDS = { timeout: 2_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPart(page: Page, part: string): Promise<void> {
  await page.goto(`${FORM}/repondre/${part}`);
  await page.locator('main form').first().waitFor();
}

async function chooseProfile(page: Page): Promise<void> {
  await openPart(page, 'profile');
  await page.locator('label[for$="-parent"]').click();
  await page.locator('label[for$="-college"]').click();
}

const proposal = (page: Page) => page.getByLabel(PROPOSAL);
const isOnline = (page: Page) => page.getByText(/^Enregistré à/).waitFor();
const isOnDevice = (page: Page, words: string) =>
  page.waitForFunction(
    (text) => Object.values(localStorage).some((value: string) => value.includes(text)),
    words,
    TWO_SECONDS,
  );

/** The personal link of the answers on the screen. */
async function personalLink(page: Page): Promise<string> {
  await page.goto(`${FORM}/plus-tard`);
  return page.getByLabel('Votre lien personnel').inputValue();
}

test('without a network one turns pages, reloads and sends; it leaves when the network is back, once', async () => {
  const { page, context, faults } = await newVisitor(browser);
  await chooseProfile(page);
  await isOnline(page);
  // What this visit needs is kept once the worker is there and has what was loaded before it.
  await workerKeepsAll(page);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('heading', { level: 1, name: /Apprendre et réussir/ }).waitFor();
  await openPart(page, 'closing');
  await proposal(page).fill('Écrit sans réseau');
  await isOnDevice(page, 'Écrit sans réseau');
  await page.reload();
  expect(await proposal(page).inputValue()).toBe('Écrit sans réseau');
  await page.goto(`${FORM}/verifier`);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await page.getByText('Vos réponses attendent le réseau').waitFor();
  await page.reload();
  await page.getByText('Vos réponses attendent le réseau').waitFor();

  await context.setOffline(false);
  await page.waitForURL('**/recepisse');
  await page
    .getByText(/[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/)
    .first()
    .waitFor();
  expect(faults.filter((fault) => !/net::ERR_|Failed to fetch/.test(fault))).toEqual([]);
  await context.close();
});

test('a tab that dies loses less than two seconds of typing', async () => {
  const { page, context } = await newVisitor(browser);
  await openPart(page, 'closing');
  await proposal(page).pressSequentially('Une phrase interrompue');
  await isOnDevice(page, 'Une phrase interrompue');
  const dead = page.waitForEvent('crash');
  // Nothing of the page runs any more: no event tells it that it ends.
  page.goto('chrome://crash').catch(() => undefined);
  await dead;
  const again = await context.newPage();
  await openPart(again, 'closing');
  expect(await proposal(again).inputValue()).toBe('Une phrase interrompue');
  await context.close();
});

test('two tabs answer one questionnaire together', async () => {
  const { page: first, context } = await newVisitor(browser);
  await chooseProfile(first);
  await isOnline(first);
  const second = await context.newPage();
  await openPart(second, 'closing');
  await proposal(second).fill('Du second onglet');
  await isOnDevice(second, 'Du second onglet');
  await first.locator('label[for$="-lycee_general"]').click();
  await isOnDevice(first, 'lycee_general');
  for (const page of [first, second]) {
    await page.goto(`${FORM}/verifier`);
    await page.getByText('Du second onglet').waitFor();
    await page.getByText('Lycée général ou technologique').waitFor();
  }
  await context.close();
});

test('two devices that answer one question differently keep both answers until the person has chosen', async () => {
  const phone = await newVisitor(browser);
  await openPart(phone.page, 'closing');
  await proposal(phone.page).fill('Du téléphone');
  await isOnline(phone.page);
  const link = await personalLink(phone.page);
  await openPart(phone.page, 'closing');

  const computer = await newVisitor(browser);
  await computer.page.goto(link);
  await computer.page.waitForURL(`**${FORM}`);
  expect(computer.page.url()).not.toContain('#');
  await openPart(computer.page, 'closing');
  expect(await proposal(computer.page).inputValue()).toBe('Du téléphone');
  await proposal(computer.page).fill('De l’ordinateur');
  await isOnline(computer.page);

  await proposal(phone.page).fill('Du téléphone, autrement');
  await phone.page.getByText(/modifiées sur un autre appareil/).waitFor();
  expect(await proposal(phone.page).inputValue()).toBe('Du téléphone, autrement');
  await phone.page.getByRole('link', { name: 'Choisir les réponses à garder' }).click();
  await phone.page.getByText('Du téléphone, autrement').waitFor();
  await phone.page.getByText('De l’ordinateur').click();
  await phone.page.getByRole('button', { name: 'Garder ces réponses' }).click();
  await phone.page.waitForURL('**/closing');
  expect(await proposal(phone.page).inputValue()).toBe('De l’ordinateur');
  await isOnline(phone.page);

  await computer.page.reload();
  expect(await proposal(computer.page).inputValue()).toBe('De l’ordinateur');
  await Promise.all([phone.context.close(), computer.context.close()]);
});

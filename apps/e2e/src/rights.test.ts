import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, launchBrowser, newVisitor } from './browser';
import { tabTo } from './keyboard';
import { openLive, sessionEnded, WITHIN_FIVE_SECONDS } from './session-end';
import { newAccount, signIn, signInUnseen } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function fill(page: Page, field: string, typed: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(typed);
}

/** Goes down a list as far as an option. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`${field} option`, { hasText: option }).waitFor({ state: 'attached' });
  await tabTo(page, field);
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await page.locator(`${field} option:checked`).innerText()) === option) return;
  }
  throw new Error(`${option} is not in ${field}`);
}

async function press(page: Page, button: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

const done = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

test('an administrator gives roles and suspends, by keyboard; the person’s open page ends, and what they may do follows', async () => {
  const [admin, person] = await Promise.all([
    newVisitor(browser, { viewport: DESKTOP }),
    newVisitor(browser),
  ]);
  const [{ email }] = await Promise.all([
    newAccount(person.page, 'Rossignol'),
    signIn(admin.page, 'admin@preau.test'),
  ]);
  await openLive(person.page, '/mon-espace/profil');

  await admin.page.goto('/administration/comptes');
  await admin.page.locator('h1').waitFor();
  await fill(admin.page, '#comptes-search', email.split('@')[0] ?? '');
  await admin.page.keyboard.press('Enter');
  await admin.page.getByText('1 sur 1 affiché').waitFor();
  await press(admin.page, '.preau-admin__list a');
  await admin.page.getByText(email).waitFor();

  await choose(admin.page, '#role-role', 'Coordination académique');
  await choose(admin.page, '#role-level', 'Une académie');
  await choose(admin.page, '#role-code', 'Normandie');
  await fill(admin.page, '#role-reason', 'Prend la suite de Yann Le Goff');
  await fill(admin.page, '#role-until', '11112099');
  await press(admin.page, 'form:has(#role-role) button[type=submit]');
  await Promise.all([done(admin.page, 'Rôle donné'), sessionEnded(person.page).waitFor(WITHIN_FIVE_SECONDS)]);
  await choose(admin.page, '#role-role', 'Équipe du ministère');
  await fill(admin.page, '#role-reason', 'Prépare le bilan');
  await press(admin.page, 'form:has(#role-role) button[type=submit]');
  await admin.page.getByRole('heading', { name: /^Équipe du ministère/ }).waitFor();

  await signInUnseen(person.page, email);
  await openLive(person.page, '/mon-espace');
  await person.page
    .getByText(/Coordination académique, académie de Normandie, jusqu’au 11 novembre 2099/)
    .waitFor();
  await person.page.getByRole('heading', { name: 'Pilotage' }).waitFor();

  await press(admin.page, 'section[aria-labelledby^=titre-suspend-] button');
  await fill(admin.page, '[id^=suspend-][id$=-motif]', 'Adresse partagée par plusieurs personnes');
  await press(admin.page, 'section[aria-labelledby^=titre-suspend-] button[type=submit]');
  await Promise.all([
    done(admin.page, 'Le compte est suspendu.'),
    sessionEnded(person.page).waitFor(WITHIN_FIVE_SECONDS),
  ]);
  await signInUnseen(person.page, email);
  await person.page.goto('/mon-espace');
  await person.page.getByRole('heading', { name: /^Votre compte est suspendu depuis le/ }).waitFor();
  await person.page.getByText('« Adresse partagée par plusieurs personnes »').waitFor();
  expect(await person.page.getByRole('heading', { name: 'Pilotage' }).count()).toBe(0);
  expect(await accessibilityFaults(person.page)).toEqual([]);

  await admin.page.goto('/administration/journal');
  const entry = (title: RegExp) =>
    admin.page.getByRole('listitem').filter({ has: admin.page.getByRole('heading', { name: title }) });
  await entry(/Compte suspendu.*Rossignol/)
    .first()
    .getByText('par Sacha Laurent')
    .waitFor();
  const given = entry(/Rôle donné.*Rossignol/);
  await given
    .filter({ hasText: 'Coordination académique, Normandie, jusqu’au 11 novembre 2099' })
    .first()
    .waitFor();
  await given.filter({ hasText: '« Prépare le bilan »' }).first().waitFor();
  expect([...admin.faults, ...person.faults]).toEqual([]);
  await Promise.all([admin, person].map(({ context }) => context.close()));
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, launchBrowser, newVisitor } from './browser';
import { signIn } from './sign-in';

const FORM = '/concertations/numerique-2015/questionnaires/votre-avis';
const PUBLIC = [
  '/',
  '/concertations/numerique-2015',
  '/concertations/etats-generaux-2020',
  '/concertations/numerique-2015/themes/apprentissages-reussite',
  '/concertations/numerique-2015/debats',
  '/concertations/numerique-2015/debats?theme=apprentissages-reussite&ordre=soutiens',
  '/concertations/numerique-2015/debats/nouveau',
  '/concertations/etats-generaux-2020/debats',
  FORM,
  `${FORM}/repondre/profile`,
  `${FORM}/repondre/learning`,
  `${FORM}/repondre/teaching`,
  `${FORM}/repondre/skills`,
  `${FORM}/repondre/equality`,
  `${FORM}/repondre/closing`,
  `${FORM}/verifier`,
  `${FORM}/resultats`,
  `${FORM}/resultats?croiser=role`,
  '/recherche',
  '/recherche?q=numerique',
  '/recherche?q=numerqiue',
  '/recherche?q=xylophone',
  '/reponse',
  '/reprendre',
  '/connexion',
  '/connexion/confirmer',
  '/desabonnement',
  '/connexion/compte',
  '/plan-du-site',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
  '/gestion-des-cookies',
  '/cgu',
  '/charte',
  '/contact',
  '/aide',
  '/statistiques',
  '/dev/mail',
  '/une-page-qui-n-existe-pas',
];
const LOOKS: [name: string, options: BrowserContextOptions][] = [
  ['320 px, light', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
  ['1280 px, dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Waiting until a page is still takes longer than looking at it: others are looked at meanwhile. */
const AT_ONCE = 3;

/** Opens every page, and says what is wrong with any of them. */
async function faultsOf(
  context: BrowserContext,
  paths: readonly string[],
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const left = [...paths];
  const found: string[] = [];
  const walk = async () => {
    const page = await context.newPage();
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const fault of await look(page)) found.push(`${path}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return found;
}

/** What is wrong with a page that anybody may open. */
async function publicFaults(page: Page): Promise<string[]> {
  const found = await accessibilityFaults(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) found.push(`${String(overflow)} px too wide`);
  const title = await page.title();
  if (!/ — Préau$|^Préau/.test(title)) found.push(`title « ${title} »`);
  return found;
}

describe.each(LOOKS)('%s', (_, options) => {
  test('every public page is clean under axe, fits its width and breaks no rule of its own', async () => {
    const { context, faults } = await newVisitor(browser, options);
    expect(await faultsOf(context, PUBLIC, publicFaults)).toEqual([]);
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
    await context.close();
  });
});

/** The page of somebody whose rights can be changed. */
async function anAccountPage(page: Page): Promise<string> {
  await page.goto('/administration/comptes');
  const somebody = page.getByRole('link', { name: 'Dominique Petit' });
  return (await somebody.getAttribute('href')) ?? '';
}

test('the staff area is clean under axe', async () => {
  const { page, context } = await newVisitor(browser, { viewport: { width: 1280, height: 900 } });
  await signIn(page, 'admin@preau.test');
  await page.goto('/pilotage');
  await page
    .getByRole('link', { name: /votre avis/i })
    .first()
    .waitFor();
  const form = await page
    .getByRole('link', { name: /votre avis/i })
    .first()
    .getAttribute('href');
  const paths = [
    '/pilotage',
    form ?? '',
    `${form ?? ''}/resultats`,
    '/mon-espace',
    '/mon-espace/profil',
    '/mon-espace/donnees',
    '/pilotage/oppositions',
    '/pilotage/synonymes',
    '/pilotage/services',
    '/mon-espace/reponses',
    '/mon-espace/securite',
    '/mon-espace/securite/double-authentification',
    '/mon-espace/notifications',
    '/mon-espace/courriels',
    '/mon-espace/messages',
    '/mon-espace/suivis',
    '/mon-espace/brouillons',
    '/mon-espace/personnes-masquees',
    '/administration/envois',
    '/administration',
    '/administration/comptes',
    await anAccountPage(page),
    '/administration/journal',
  ];

  expect(await faultsOf(context, paths, accessibilityFaults)).toEqual([]);
  await context.close();
});

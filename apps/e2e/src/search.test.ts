import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, ask, DESKTOP, launchBrowser, newVisitor, PHONE, until } from './browser';
import { aReply, aTopic, focusIsOn } from './debates';
import { press, tabTo, tabToText } from './keyboard';
import { newAccount } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const expectClean = async (page: Page) => {
  expect(await accessibilityFaults(page)).toEqual([]);
};
const found = (page: Page) => page.locator('.preau-found');

/** Looks for something in the field of the page, with keys alone. */
async function lookFor(page: Page, query: string): Promise<void> {
  await page.locator('#recherche').waitFor();
  await tabTo(page, '#recherche');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  // The title comes with the new question: what is shown until its answer is there is marked as busy.
  await page.waitForFunction((asked) => document.title.startsWith(`${asked} — `), query);
  await page.locator('.preau-search[aria-busy="false"], .preau-search__nothing').waitFor();
}

const marks = (page: Page) => page.locator('.preau-found mark').allInnerTexts();

/** Somebody's words, in two themes, once they can be found. */
async function somethingToFind(page: Page, tag: string) {
  const topicId = await aTopic(page, {
    title: `Les tableaux blancs interactifs de l’école, ${tag}`,
    body: `L’éducation aux images commence ici (${tag}).`,
  });
  const body = `Notre règlement général sur la protection des données tient en une page (${tag}).`;
  await aReply(page, { topicId, body });
  await aTopic(page, { title: `Une médiathèque ouverte le soir, ${tag}`, theme: 1 });
  await until(page, async () => {
    const { search } = await ask<{ search: { total: number } }>(
      page,
      'query ($q: String!) { search(query: $q) { ... on SearchResults { total } } }',
      { q: `${tag} -${randomBytes(4).toString('hex')}` },
    );
    return search.total === 3 || null;
  });
  return { topicId, body };
}

test('words are found without accents, in the singular, behind an elision and by an acronym; results narrow, come back, and lead to the message: with keys alone, on a telephone', async () => {
  const writer = await newVisitor(browser, { viewport: DESKTOP });
  await newAccount(writer.page, 'Cincle');
  // A word that looks like no other, so that nothing else is taken for a slip of it.
  const tag = `x${randomBytes(6).toString('hex')}`;
  const { body } = await somethingToFind(writer.page, tag);

  const { page, context, faults } = await newVisitor(browser, { viewport: PHONE });
  await page.goto('/recherche');
  await page.locator('#recherche').waitFor();
  await expectClean(page);

  const inTopic: [query: string, mark: string][] = [
    [`education ${tag}`, 'éducation'],
    [`EDUCATIONS ${tag}`, 'éducation'],
    [`tableau ${tag}`, 'tableaux'],
    [`ecole ${tag}`, 'école'],
    [`l'ecole ${tag}`, 'école'],
    [`l’École ${tag}`, 'école'],
    [`TNI ${tag}`, 'tableaux blancs interactifs'],
    [`“aux images” ${tag}`, 'images'],
  ];
  for (const [query, mark] of inTopic) {
    await lookFor(page, query);
    expect([query, await found(page).count()]).toEqual([query, 1]);
    expect([query, await marks(page)]).toEqual([query, expect.arrayContaining([mark, tag])]);
  }
  await expectClean(page);

  await lookFor(page, tag);
  await page.getByRole('heading', { name: /^3\srésultats$/ }).waitFor();
  await press(page, '.preau-facets__toggle');
  await expectClean(page);
  await tabToText(page, 'Messages');
  await page.keyboard.press('Enter');
  await page.waitForURL('**type=POST**');
  await page.getByRole('heading', { name: /^1\srésultat$/ }).waitFor();
  await expectClean(page);
  await page.goBack();
  await page.getByRole('heading', { name: /^3\srésultats$/ }).waitFor();

  await tabTo(page, '.preau-facets a[href*="theme="]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**theme=**');
  await page.getByRole('heading', { name: /^[12]\srésultats?$/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /^[12]\srésultats?$/ }).waitFor();
  await press(page, '.preau-facets__toggle');
  await tabToText(page, 'Retirer tous les filtres');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^3\srésultats$/ }).waitFor();

  await lookFor(page, `RGPD ${tag}`);
  expect(await marks(page)).toEqual(expect.arrayContaining(['protection', 'données', tag]));
  await press(page, '.preau-found a');
  await page.waitForURL('**/messages/*');
  await focusIsOn(page, body);
  expect(faults).toEqual([]);
  await Promise.all([context, writer.context].map((one) => one.close()));
});

test('a slip is put right and said to be; a year narrows; nothing found says what to do', async () => {
  const { page, context, faults } = await newVisitor(browser, { viewport: PHONE });
  await page.goto('/');
  await press(page, '.preau-header__toggle');
  await tabTo(page, '#recherche-en-tete');
  await page.keyboard.type('conexion');
  await page.keyboard.press('Enter');
  await page.getByText(/^Aucun résultat pour «\sconexion\s». Voici ceux de «\sconnexion\s»\.$/).waitFor();
  expect(await marks(page)).toContain('connexion');
  await expectClean(page);
  await press(page, '.preau-search__correction a');
  await page.waitForURL('**q=connexion');
  await page.locator('.preau-search__correction').waitFor({ state: 'detached' });

  await lookFor(page, 'ecole');
  await press(page, '.preau-facets__toggle');
  const year = page.locator('.preau-facets li', { has: page.locator('a[href*="annee="]') }).last();
  const [label = '', count = ''] = (await year.innerText()).split(/[ ()\s]+/);
  await tabTo(page, `.preau-facets a[href*="annee=${label}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**annee=${label}`);
  await page.getByRole('heading', { name: new RegExp(`^${count}\\srésultats?$`) }).waitFor();
  const dates = await page.locator('.preau-found__facts').allInnerTexts();
  expect(dates.filter((facts) => !facts.endsWith(label))).toEqual([]);
  await expectClean(page);

  await lookFor(page, 'xylophonistes zinguerie');
  await page.getByRole('heading', { name: /^Aucun résultat pour/ }).waitFor();
  await expectClean(page);
  await press(page, '.preau-search__nothing a');
  await page.waitForURL((url) => !url.searchParams.has('annee'));
  await page.getByRole('heading', { name: /^Aucun résultat pour/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFaults,
  ask,
  DESKTOP,
  launchBrowser,
  mailFolder,
  newVisitor,
  PHONE,
  until,
} from './browser';
import { aReply, aTopic, DEBATES, focusIsOn, words } from './debates';
import { press, tabTo, tabToText } from './keyboard';
import { mailsTo } from './product';
import { mailedSignIn, newAccount } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tag = randomBytes(4).toString('hex');
const expectClean = async (page: Page) => {
  expect(await accessibilityFaults(page)).toEqual([]);
};

/** From a link of the debate to an account, and back: an address, the code of the mail, what an account needs. */
async function signInForTheFirstTime(page: Page, email: string): Promise<void> {
  await page.waitForURL('**/connexion?retour=*');
  await page.locator('input[type=email]').waitFor();
  await tabTo(page, 'input[type=email]');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.getByText(`Un message vient d’être envoyé à ${email}`).waitFor();
  const { code } = await mailedSignIn(page, email);
  await tabTo(page, 'input[name=code]');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Créer votre compte' }).waitFor();
  await tabTo(page, 'input[name=age]');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'input[name=displayName]');
  await page.keyboard.type(`Bergeronnette ${tag}`);
  await tabTo(page, 'input[name=declaredRole]');
  await page.keyboard.press('Space');
  await tabTo(page, 'input[name=charter]');
  await page.keyboard.press('Space');
  await expectClean(page);
  await page.keyboard.press('Enter');
}

/** Unfolds what is behind « Plus » under the message that has the focus, and does one thing of it. */
async function doMore(page: Page, action: string): Promise<void> {
  await tabToText(page, 'Plus d’actions');
  if ((await page.locator('button:focus[aria-expanded="false"]').count()) > 0)
    await page.keyboard.press('Enter');
  await tabToText(page, action);
  await page.keyboard.press('Enter');
}

test('somebody without an account reads, signs in, opens a topic beside those like it, replies, edits, quotes, supports, follows, and is told of an answer: with keys alone, on a telephone', async () => {
  const somebody = await newVisitor(browser, { viewport: DESKTOP });
  await newAccount(somebody.page, 'Grimpereau');
  const theirs = `La fibre des collèges ruraux, ${tag}`;
  const passage = `Chaque lundi la fibre est coupée (${tag}).`;
  const topicId = await aTopic(somebody.page, {
    title: theirs,
    body: `${passage}\n\nLe mardi elle revient.`,
  });
  const followed = await aTopic(somebody.page, { title: words() });

  const { page, context, faults } = await newVisitor(browser, { viewport: PHONE });
  // A list is given again as it was for a few seconds.
  await until(page, async () => {
    await page.goto(DEBATES);
    await page.locator('.preau-topic').first().waitFor();
    return (await page.getByRole('link', { name: theirs }).count()) || null;
  });
  await press(page, `a[href="${DEBATES}/${topicId}"]`);
  await page.getByText(passage).waitFor();
  await expectClean(page);

  const email = `e2e-${tag}@preau.test`;
  await press(page, '.preau-debate-notice a[href^="/connexion"]');
  await signInForTheFirstTime(page, email);
  await page.waitForURL(`**${DEBATES}/${topicId}`);
  await page.getByRole('button', { name: 'Répondre à Grimpereau' }).waitFor();

  // What exists already is shown beside what is written, and takes nothing of it.
  await page.goto(DEBATES);
  await press(page, `a[href^="${DEBATES}/nouveau"]`);
  await page.getByLabel(/^Thème/).waitFor();
  await tabTo(page, '#sujet-theme');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#sujet-titre');
  const title = `Qui répare la fibre des collèges ? ${tag}`;
  await page.keyboard.type(title);
  await page.locator('.preau-suggestions').getByRole('link', { name: theirs }).waitFor();
  await expectClean(page);
  await tabTo(page, '#sujet-message');
  const opening = words();
  await page.keyboard.type(opening);
  await tabTo(page, 'form.preau-new-topic > button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(opening).waitFor();
  const mine = new URL(page.url()).pathname;
  await expectClean(page);

  await press(page, '.preau-message__actions button');
  await page.locator('.preau-reply-form textarea:focus').waitFor();
  const replied = words();
  await page.keyboard.type(replied);
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await focusIsOn(page, replied);

  await doMore(page, 'Modifier');
  await page.locator('.preau-reply-form textarea:focus').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Et le maire aussi.');
  await expectClean(page);
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await focusIsOn(page, 'Et le maire aussi.');
  await doMore(page, 'Historique');
  await page.locator('.preau-history:focus ins', { hasText: 'Et le maire aussi.' }).waitFor();
  await expectClean(page);

  await page.goto(`${DEBATES}/${topicId}`);
  await page.getByText(passage).waitFor();
  // As one selects with the keys of the browser, or of what reads the screen.
  await page.getByText(passage).evaluate((element) => getSelection()?.selectAllChildren(element));
  await doMore(page, 'Citer');
  const field = page.locator('.preau-reply-form textarea:focus');
  await field.waitFor();
  await page.keyboard.press('Control+End');
  const quoting = words();
  await page.keyboard.type(quoting);
  expect(await field.inputValue()).toMatch(/^> .*Chaque lundi/m);
  expect(await field.inputValue()).not.toContain('Le mardi');
  await tabTo(page, '.preau-reply-form button[type=submit]');
  await page.keyboard.press('Enter');
  await focusIsOn(page, quoting);
  await page.locator('article blockquote', { hasText: passage }).waitFor();
  await expectClean(page);

  await page.reload();
  await press(page, '.preau-opening .preau-support[aria-pressed="false"]');
  await page.getByText('Votre soutien est compté.').waitFor();
  await page.locator('.preau-support:focus[aria-pressed="true"]').waitFor();

  await page.goto(`${DEBATES}/${followed}`);
  await press(page, '.preau-follow-debate button[aria-pressed="false"]');
  await page.getByText(/^Suivi/).waitFor();

  // Somebody answers in both: of what she wrote herself, a mail comes at once.
  const [answer, news] = [words(), words()];
  await aReply(somebody.page, { topicId: mine.split('/').at(-1) ?? '', body: answer });
  await aReply(somebody.page, { topicId: followed, body: news });
  const link = await until(page, () => {
    const links = mailsTo(mailFolder(), email).map(
      (mail) => /https?:\/\/\S+\/messages\/[\w-]+/.exec(mail)?.[0],
    );
    return Promise.resolve(links.find((found) => found?.includes(mine)) ?? null);
  });
  await until(page, async () => {
    const { unreadNotifications } = await ask<{ unreadNotifications: number }>(
      page,
      '{ unreadNotifications }',
    );
    return unreadNotifications === 2 || null;
  });
  await page.goto('/mon-espace');
  await press(page, '.preau-header__toggle');
  await page.locator('.preau-header .preau-unread', { hasText: '2' }).waitFor();
  await expectClean(page);
  await press(page, '.preau-header a[href="/mon-espace/notifications"]');
  await page.locator(`a[href^="${DEBATES}/${followed}/messages/"]`).waitFor();
  await press(page, `a[href^="${mine}/messages/"]`);
  await page.waitForURL(`**${mine}/messages/*`);
  await focusIsOn(page, answer);
  await expectClean(page);
  expect(page.url()).toBe(link);
  expect(faults).toEqual([]);
  await Promise.all([context, somebody.context].map((one) => one.close()));
});

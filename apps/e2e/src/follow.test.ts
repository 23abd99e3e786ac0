import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, ask, DESKTOP, launchBrowser, mailFolder, newVisitor, until } from './browser';
import { aReply, aTopic, DEBATES, words } from './debates';
import { press, tabToText } from './keyboard';
import { mailsTo } from './product';
import { newAccount } from './sign-in';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a topic is followed, what is new in it is told on the site and by mail and read where it stands; its author is folded, the topic left: with keys alone', async () => {
  const [reader, writer] = [await newVisitor(browser), await newVisitor(browser, { viewport: DESKTOP })];
  const { page, faults } = reader;
  const { email } = await newAccount(page, 'Sittelle');
  await newAccount(writer.page, 'Grimpereau');
  const title = words();
  const topicId = await aTopic(writer.page, { title });
  const path = `${DEBATES}/${topicId}`;
  const [first, second] = [words(), words()];

  // Mails of followed topics come once a day until one chooses otherwise.
  const save = `mutation ($input: SaveMailPreferencesInput!) { saveMailPreferences(input: $input) { __typename } }`;
  await ask(page, save, {
    input: { kinds: [{ kind: 'FORUM_FOLLOWED', frequency: 'IMMEDIATE' }], perWeek: null },
  });

  await page.goto(path);
  await press(page, '.preau-follow-debate button[aria-pressed="false"]');
  await page.locator('.preau-follow-debate button:focus[aria-pressed="true"]').waitFor();
  await page.getByText(/^Suivi/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/mon-espace/suivis');
  await page.getByRole('link', { name: title }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await aReply(writer.page, { topicId, body: first });
  await until(page, async () => {
    const { unreadNotifications: unread } = await ask<{ unreadNotifications: number }>(
      page,
      '{ unreadNotifications }',
    );
    return unread > 0 ? unread : null;
  });
  const link = await until(page, () => {
    const sent = mailsTo(mailFolder(), email).map(
      (mail) => /https?:\/\/\S+\/messages\/[\w-]+/.exec(mail)?.[0],
    );
    return Promise.resolve(sent.find((found) => found !== undefined) ?? null);
  });
  expect(await (await page.request.get('/dev/mail')).text()).toContain(`À ${email}`);
  expect(new URL(link).pathname).toMatch(`${path}/messages/`);

  await page.goto('/mon-espace/notifications');
  const told = `a[href^="${path}/messages/"]`;
  expect(await page.locator(told).innerText()).toBe(
    `Il y a de nouveaux messages dans «\u00a0${title}\u00a0», que vous suivez.`,
  );
  await press(page, told);
  await page.waitForURL(`**${path}/messages/*`);
  await page.waitForFunction(
    (said) => document.activeElement?.closest('article')?.textContent?.includes(said),
    first,
  );

  await press(page, 'article[data-marked="true"] button[aria-controls]');
  await tabToText(page, 'Ne plus voir');
  await page.keyboard.press('Enter');
  await page.locator('.preau-confirmation:focus').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await press(page, '.preau-confirmation .fr-btn:not(.fr-btn--secondary)');
  await page.locator('.preau-folded').first().waitFor();
  expect(await page.getByText(first).count()).toBe(0);
  await page.reload();
  await page.getByText('Message de Grimpereau, que vous avez choisi de ne plus voir').waitFor();
  await press(page, '.preau-folded button');
  await page.getByText(first).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await press(page, '.preau-follow-debate button[aria-pressed="true"]');
  await page.locator('.preau-follow-debate button:focus[aria-pressed="false"]').waitFor();
  await aReply(writer.page, { topicId, body: second });
  await page.goto('/mon-espace/suivis');
  await page.getByText('Vous ne suivez aucun sujet.').waitFor();
  await page.goto('/mon-espace/personnes-masquees');
  await page.getByText('Grimpereau').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await Promise.all([reader, writer].map(({ context }) => context.close()));
});

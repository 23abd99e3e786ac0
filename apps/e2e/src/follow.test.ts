import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, launchBrowser, mailFolder, newVisitor, siteUrl } from './browser';
import { focused, tabTo } from './keyboard';
import { mailsTo } from './product';
import { newAccount } from './sign-in';

const DEBATES = '/concertations/numerique-2015/debats';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const words = () => `Un réseau qui tient, ${randomBytes(4).toString('hex')}.`;

/** One operation, with the cookies of the page's browser: what is not the subject of the journey. */
async function ask<Data>(page: Page, query: string, variables: object): Promise<Data> {
  const answer = await page.request.post(`${siteUrl()}/graphql`, { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: object };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function aTopic(page: Page, title: string): Promise<string> {
  const asked = '{ consultation(slug: "numerique-2015") { themes { id } } }';
  const { consultation } = await ask<{ consultation: { themes: { id: string }[] } }>(page, asked, {});
  const id = crypto.randomUUID();
  const input = { id, themeId: consultation.themes[0]?.id, title, body: words() };
  const create = 'mutation ($input: CreateTopicInput!) { createTopic(input: $input) { __typename } }';
  expect(await ask(page, create, { input })).toEqual({ createTopic: { __typename: 'TopicCreated' } });
  return id;
}

async function aReply(page: Page, topicId: string, body: string): Promise<void> {
  const input = { id: crypto.randomUUID(), topicId, body };
  const reply = 'mutation ($input: ReplyToTopicInput!) { replyToTopic(input: $input) { __typename } }';
  expect(await ask(page, reply, { input })).toEqual({ replyToTopic: { __typename: 'ReplyPosted' } });
}

/** Presses a button with the keyboard alone. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** Reads again until it is there: what follows from a message is done a moment after it. */
async function until<Found>(page: Page, look: () => Promise<Found | null>): Promise<Found> {
  for (let times = 0; times < 150; times += 1) {
    const found = await look();
    if (found !== null) return found;
    await page.waitForTimeout(200);
  }
  throw new Error(`It never came: ${page.url()}`);
}

test('a topic is followed, what is new in it is told on the site and by mail and read where it stands; its author is folded, the topic left: with keys alone', async () => {
  const [reader, writer] = [await newVisitor(browser), await newVisitor(browser, { viewport: DESKTOP })];
  const { page, faults } = reader;
  const { email } = await newAccount(page, 'Sittelle');
  await newAccount(writer.page, 'Grimpereau');
  const title = words();
  const topicId = await aTopic(writer.page, title);
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

  await aReply(writer.page, topicId, first);
  await until(page, async () => {
    const { unreadNotifications: unread } = await ask<{ unreadNotifications: number }>(
      page,
      '{ unreadNotifications }',
      {},
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
  await until(page, async () => {
    await page.keyboard.press('Tab');
    return (await focused(page)).text.startsWith('Ne plus voir') ? true : null;
  });
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
  await aReply(writer.page, topicId, second);
  await page.goto('/mon-espace/suivis');
  await page.getByText('Vous ne suivez aucun sujet.').waitFor();
  await page.goto('/mon-espace/personnes-masquees');
  await page.getByText('Grimpereau').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await Promise.all([reader, writer].map(({ context }) => context.close()));
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bodyFault } from '@preau/forum-domain';
import { XSS_PAYLOADS } from '@preau/markdown/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, mailFolder, newVisitor, siteUrl } from './browser';
import { mailsTo } from './product';
import { newAccount } from './sign-in';

const DEBATES = '/concertations/numerique-2015/debats';
const TITLE = '<img src=x onerror=alert(1)> "><svg onload=alert(2)> javascript:alert(3)';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What ran, or was asked of another site, in any page of a browser. */
function watch(context: BrowserContext): string[] {
  const ran: string[] = [];
  context.on('dialog', (dialog) => {
    ran.push(`alert on ${dialog.page()?.url() ?? ''}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(siteUrl()).origin) ran.push(request.url());
  });
  return ran;
}

/** Sends what the screens send, signed in as whoever uses the page. */
async function send<T>(page: Page, query: string, input: object): Promise<T> {
  const answer = await page.request.post('/graphql', { data: { query, variables: { input } } });
  const { data, errors } = (await answer.json()) as { data?: { done: T }; errors?: unknown };
  if (!data || 'code' in (data.done as object)) throw new Error(JSON.stringify(data ?? errors));
  return data.done;
}

/** Hostile texts side by side, each in a paragraph of its own, as many to a message as it may hold. */
function messages(): string[] {
  const bodies: string[] = [];
  for (const payload of XSS_PAYLOADS) {
    const text = payload.text.replaceAll('\0', '');
    // Letters under a heap of accents are refused: nobody reads them.
    if (bodyFault(`Bonjour. ${text}`)) continue;
    const last = bodies.at(-1);
    if (last === undefined || last.length + text.length > 4_000) bodies.push(text.padEnd(2, '.'));
    else bodies[bodies.length - 1] = `${last}\n\n${text}`;
  }
  return bodies;
}

/** Nothing that is written by people acts: no script, no handler, no address that runs. Everything in reach is hovered and focused. */
async function actingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${element.tagName} ${name}`);
        // What browsers pass over in an address: spaces and control characters.
        const address = [...value].filter((letter) => letter > ' ').join('');
        if (
          /^(javascript|vbscript|data:text):?/i.test(address) &&
          ['href', 'src', 'action', 'formaction'].includes(name)
        )
          found.push(`${element.tagName} ${name}=${value}`);
      }
      for (const event of ['mouseover', 'mouseenter', 'focus', 'toggle', 'animationstart'])
        element.dispatchEvent(new Event(event, { bubbles: true }));
    }
    const strangers =
      'main script, main iframe, main object, main embed, main style, main base, main form[action^="javascript"]';
    return [...found, ...[...document.querySelectorAll(strangers)].map(({ tagName }) => tagName)];
  });
}

/** The HTML part of a mail. */
function htmlOf(mail: string): string {
  const part = mail.slice(mail.indexOf('<!doctype html>'));
  const bytes = part.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

test('what people write never runs, on any surface, with the policy of the pages off', async () => {
  const { page, context } = await newVisitor(browser, { bypassCSP: true });
  const ran = watch(context);
  const { email } = await newAccount(page, 'Rouge-gorge');
  const answerer = await newVisitor(browser, { bypassCSP: true });
  await newAccount(answerer.page, 'Mésange');

  await page.goto(`${DEBATES}/nouveau`);
  await page.locator('#sujet-theme').waitFor();
  const theme = await page.locator('#sujet-theme option').last().getAttribute('value');
  const [body = '', ...others] = messages();
  const slug = await page.request
    .post('/graphql', { data: { query: '{ consultation(slug: "numerique-2015") { themes { id slug } } }' } })
    .then(
      async (answer) =>
        ((await answer.json()) as { data: { consultation: { themes: { id: string; slug: string }[] } } })
          .data,
    );
  const { themes } = slug.consultation;
  const chosen = themes.find(({ id, slug: of }) => id === theme || of === theme) ?? themes[0];
  const { topic } = await send<{ topic: { id: string } }>(
    page,
    'mutation ($input: CreateTopicInput!) { done: createTopic(input: $input) { ... on TopicCreated { topic { id } } ... on PostingRefused { code } } }',
    { id: randomUUID(), themeId: chosen?.id, title: TITLE, body },
  );
  const reply =
    'mutation ($input: ReplyToTopicInput!) { done: replyToTopic(input: $input) { ... on ReplyPosted { post { id } } ... on PostingRefused { code } } }';
  let last = '';
  for (const text of others) {
    const { post } = await send<{ post: { id: string } }>(answerer.page, reply, {
      id: randomUUID(),
      topicId: topic.id,
      body: text,
    });
    last = post.id;
  }

  const path = `${DEBATES}/${topic.id}`;
  const surfaces = [
    path,
    `${path}/messages/${last}`,
    DEBATES,
    `/recherche?q=${encodeURIComponent('onerror alert')}`,
    '/mon-espace',
    '/mon-espace/notifications',
  ];
  for (const surface of surfaces) {
    await page.goto(surface);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([surface, await actingParts(page)]).toEqual([surface, []]);
  }

  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: 'onerror' }).waitFor();
  expect(await page.title()).toContain('<img src=x onerror=alert(1)>');
  await page
    .getByRole('button', { name: /^Plus d’actions/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Modifier' }).first().click();
  await page.getByRole('tab', { name: 'Aperçu' }).click();
  await page.getByRole('tabpanel', { name: 'Aperçu' }).waitFor();
  expect(await actingParts(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Écrire' }).click();
  await page.getByRole('textbox', { name: /^Mon message/ }).fill(`Revu. ${body}`);
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await page
    .getByText(/modifié/i)
    .first()
    .waitFor();
  await page.reload();
  await page
    .getByRole('button', { name: /^Plus d’actions/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /historique|versions/i })
    .first()
    .click();
  await page.waitForLoadState('networkidle');
  expect(await actingParts(page)).toEqual([]);

  for (const feed of [
    `/feeds/numerique-2015/topics/${topic.id}.atom`,
    `/feeds/numerique-2015/themes/${chosen?.slug ?? ''}.atom`,
  ]) {
    const answer = await page.request.get(feed);
    expect([feed, answer.status()]).toEqual([feed, 200]);
    // Read as a reader of feeds does: the HTML that the feed gives away, as a page.
    const contents = await page.evaluate(
      (xml) =>
        [
          ...new DOMParser()
            .parseFromString(xml, 'application/xml')
            .querySelectorAll('content, summary, title'),
        ].map((element) => element.textContent ?? ''),
      await answer.text(),
    );
    expect(contents.length).toBeGreaterThan(1);
    await page.setContent(
      contents
        .filter((text) => text.startsWith('<'))
        .filter((text) => text !== TITLE)
        .join('\n'),
    );
    expect(await actingParts(page)).toEqual([]);
  }

  let mail = '';
  for (let look = 0; look < 150 && !mail; look += 1) {
    mail = mailsTo(mailFolder(), email).find((one) => one.includes(topic.id)) ?? '';
    if (!mail) await page.waitForTimeout(200);
  }
  await page.goto('/');
  await page.setContent(htmlOf(mail));
  expect(await page.getByText('onerror').count()).toBeGreaterThan(0);
  expect(await actingParts(page)).toEqual([]);

  expect(ran).toEqual([]);
  await Promise.all([context.close(), answerer.context.close()]);
});

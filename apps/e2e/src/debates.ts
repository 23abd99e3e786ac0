import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ask } from './browser';

/** The debates of the demonstration that are open. */
export const DEBATES = '/concertations/numerique-2015/debats';

/** A sentence nobody has written yet. */
export const words = () => `Un réseau qui tient, ${randomBytes(4).toString('hex')}.`;

/** Whoever uses the page has the focus in a message that says so. */
export const focusIsOn = (page: Page, text: string) =>
  page.waitForFunction(
    (said) => document.activeElement?.closest('article')?.textContent?.includes(said),
    text,
  );

/** A topic of whoever uses the page, written without a look at the screens of it; its id. */
export async function aTopic(
  page: Page,
  { title, body = words(), theme = 0 }: { title: string; body?: string; theme?: number },
): Promise<string> {
  const { consultation } = await ask<{ consultation: { themes: { id: string }[] } }>(
    page,
    '{ consultation(slug: "numerique-2015") { themes { id } } }',
  );
  const id = crypto.randomUUID();
  const input = { id, themeId: consultation.themes[theme]?.id, title, body };
  const create = 'mutation ($input: CreateTopicInput!) { createTopic(input: $input) { __typename } }';
  const { createTopic } = await ask<{ createTopic: { __typename: string } }>(page, create, { input });
  if (createTopic.__typename !== 'TopicCreated') throw new Error(JSON.stringify(createTopic));
  return id;
}

/** A reply of whoever uses the page; its id. */
export async function aReply(
  page: Page,
  given: { topicId: string; parentId?: string; body?: string },
): Promise<string> {
  const input = { id: crypto.randomUUID(), body: words(), ...given };
  const reply = 'mutation ($input: ReplyToTopicInput!) { replyToTopic(input: $input) { __typename } }';
  const { replyToTopic } = await ask<{ replyToTopic: { __typename: string } }>(page, reply, { input });
  if (replyToTopic.__typename !== 'ReplyPosted') throw new Error(JSON.stringify(replyToTopic));
  return input.id;
}

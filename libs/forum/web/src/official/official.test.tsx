import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import {
  aPost,
  aRoot,
  aThread,
  aTopic,
  consultation,
  EVERYTHING,
  listOf,
  pageInfo,
  signedIn,
} from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
});

const service = { id: 's', name: 'Direction du numérique' };
const viewerCan = { ...EVERYTHING, manage: true, markSolved: true, conclude: true, speakForService: true };
const other = aPost('o', { viewerCan: { ...EVERYTHING, edit: false, delete: false } });
const SERVICES = { forumServices: listOf([service, { id: 's2', name: 'Dgesco' }]) };

function open(given: MockAnswers = {}, path = '/concertations/edition/debats/sujet') {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet', { viewerCan }) }),
    DebateThread: () => aThread([aRoot(other)]),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    SpeakingServices: () => SERVICES,
    ReplyToTopic: ({ input }) => {
      const { id, body } = input as { id: string; body: string };
      return {
        replyToTopic: {
          __typename: 'ReplyPosted',
          post: aPost(id, { body, official: service, isMine: true }),
        },
      };
    },
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    path,
  ).close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const answer = async (words: string) => {
  await user.click(await screen.findByRole('button', { name: 'Répondre à Auteur o' }));
  await user.type(await screen.findByRole('textbox', { name: /^Répondre à Auteur o/ }), words);
};
const send = () => user.click(screen.getByRole('button', { name: 'Publier la réponse' }));

describe('an official reply', () => {
  test('is written in the name of a service that one chooses, and is marked in words', async () => {
    const asked = open();
    await answer('Le réseau vient.');
    const choice = await screen.findByRole('combobox', { name: /^Répondre au nom de/ });
    await within(choice).findByRole('option', { name: 'Dgesco' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['Moi-même', 'Direction du numérique', 'Dgesco']);
    await user.selectOptions(choice, 'Direction du numérique');
    await send();
    const shown = (await screen.findByText('Le réseau vient.', { selector: 'article *' })).closest(
      'article',
    )!;
    expect(within(shown).getByRole('heading').textContent).toBe(
      'Réponse officielle – Direction du numérique',
    );
    expect(asked('ReplyToTopic')).toMatchObject([{ input: { serviceId: 's', body: 'Le réseau vient.' } }]);
    // The head of the topic, which leads to it, is read again.
    expect(asked('DebateTopic').length).toBe(2);
  });

  test('is nobody’s own choice but theirs who may speak; oneself unless chosen', async () => {
    const asked = open();
    await answer('Pour moi-même.');
    await send();
    await screen.findByText('Votre réponse est publiée.');
    expect(asked('ReplyToTopic')).toMatchObject([{ input: { serviceId: null } }]);
    close();
    cleanup();
    const others = open({
      DebateTopic: () => ({
        topic: aTopic('sujet', { viewerCan: { ...viewerCan, speakForService: false } }),
      }),
    });
    await answer('Un mot.');
    expect(screen.queryByRole('combobox', { name: /^Répondre au nom de/ })).toBeNull();
    expect(others('SpeakingServices')).toEqual([]);
  });

  test('by a service that has ended since is refused in words, and nothing typed is lost', async () => {
    open({
      ReplyToTopic: () => ({
        replyToTopic: { __typename: 'PostingRefused', code: 'UNKNOWN_SERVICE', retryAt: null },
      }),
    });
    await answer('Le réseau vient.');
    await send();
    expect(await screen.findByText(/^Ce service n’existe plus/)).toBeTruthy();
    expect(screen.getByDisplayValue('Le réseau vient.')).toBeTruthy();
  });

  test('is led to from the head of its topic, with how many there are', async () => {
    const official = aPost('r', { official: service });
    const posts = ['r', 'x'].map((id) => ({ id, createdAt: '2026-11-21T09:00:00Z', official: service }));
    open({
      DebateThread: () => aThread([aRoot(official)]),
      DebateTopic: () => ({
        topic: aTopic('sujet', { officialPosts: { ...listOf(posts), totalCount: 12 } }),
      }),
    });
    const nav = await screen.findByRole('navigation', { name: /^12\sréponses du ministère dans ce sujet$/ });
    await screen.findByText('Le message r');
    const links = within(nav).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/concertations/edition/debats/sujet/messages/r',
      '/concertations/edition/debats/sujet/messages/x',
      '/concertations/edition/debats/reponses-officielles?theme=apprendre',
    ]);
    expect(links[2]?.textContent).toMatch(/^10\sautres/);
    await user.click(links[0]!);
    expect(document.activeElement?.textContent).toContain('Réponse officielle');
  });
});

describe('what the ministry answered', () => {
  const path = '/concertations/edition/debats/reponses-officielles';
  const listed = (id: string, given: object = {}) => ({
    id,
    topicId: 'sujet',
    excerpt: `Ce que dit ${id}.`,
    createdAt: '2026-11-21T09:00:00Z',
    official: service,
    topic: { id: 'sujet', title: 'Le réseau', theme: consultation.themes[0] },
    ...given,
  });

  test('is listed with its beginning, its topic, its date and its address; page by page, of how many', async () => {
    const asked = open(
      {
        OfficialReplies: ({ after }) => ({
          officialPosts: after
            ? { ...listOf([listed('sujet')]), totalCount: 2 }
            : { ...listOf([listed('r')], { ...pageInfo, hasNextPage: true, endCursor: 'c' }), totalCount: 2 },
        }),
      },
      path,
    );
    const link = await screen.findByRole('link', { name: /^Dans\s: Le réseau$/ });
    expect(link.getAttribute('href')).toBe('/concertations/edition/debats/sujet/messages/r');
    const card = link.closest('article')!;
    expect(card.textContent).toContain('Ce que dit r.');
    expect(card.textContent).toContain('Réponse officielle – Direction du numérique');
    expect(card.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-21T09:00:00Z');
    expect(screen.getByText('1 sur 2 affiché')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    const topic = await screen.findByRole('link', { name: 'Le réseau' });
    expect(document.activeElement).toBe(topic);
    expect(topic.getAttribute('href')).toBe('/concertations/edition/debats/sujet');
    expect(topic.closest('article')!.textContent).toContain('Sujet officiel');
    expect(asked('OfficialReplies')).toMatchObject([{ after: null }, { after: 'c' }]);
  });

  test('is narrowed to a theme; where there is nothing, it says so; what cannot be read can be tried again', async () => {
    let broken = true;
    const asked = open(
      {
        OfficialReplies: () => {
          if (broken) throw refusal('INTERNAL');
          return { officialPosts: { ...listOf([]), totalCount: 0 } };
        },
      },
      `${path}?theme=egalite`,
    );
    await screen.findByRole('heading', { level: 1, name: /Réponses du ministère\s: Égalité/ });
    const retry = await screen.findByRole('button', { name: 'Réessayer' });
    broken = false;
    await user.click(retry);
    expect(await screen.findByText('Aucun service n’a encore répondu ici.')).toBeTruthy();
    expect(asked('OfficialReplies')[0]).toMatchObject({ slug: 'edition', theme: 'egalite' });
  });

  test('is led to from the debates, with its number, where there is any', async () => {
    const debates = {
      Debates: () => ({ topics: { ...listOf([]), totalCount: 0 } }),
      PinnedDebates: () => ({ topics: listOf([]) }),
      OfficialCount: () => ({ officialPosts: { totalCount: 12 } }),
    };
    open(debates, '/concertations/edition/debats?theme=apprendre');
    const link = await screen.findByRole('link', { name: 'Réponses du ministère (12)' });
    expect(link.getAttribute('href')).toBe(`${path}?theme=apprendre`);
  });
});

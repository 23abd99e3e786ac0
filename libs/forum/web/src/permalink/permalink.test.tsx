import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, listOf, pageInfo, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 5_000 });
// Messages are then read at once, and their elements stay the same.
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
let close: () => void = () => undefined;
let scrolled: Element[] = [];
beforeEach(() => {
  scrolled = [];
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolled.push(this);
  };
});
afterEach(() => {
  close();
  cleanup();
});

const under = (id: string, parentId: string, depth: number, given: object = {}) =>
  aPost(id, { parentId, branchId: 'r', depth, ...given });
const root = aPost('r', { branchCount: 40, replyCount: 2 });
const a = under('a', 'r', 2, { replyCount: 1 });
const b = under('b', 'a', 3, { replyCount: 3 });
const c = under('c', 'b', 4);
const message = {
  ...b,
  ancestors: [root, a],
  replies: listOf([c]),
};
const thread = aThread(
  [aRoot(root, [under('x', 'r', 2)], { hasNextPage: true, endCursor: 'x' }), aRoot(aPost('s'))],
  pageInfo,
  'debut',
);

function open(given: MockAnswers = {}, at = 'b') {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet') }),
    DebateThread: () => thread,
    DebateMessage: () => ({ post: message }),
    ...given,
  });
  const shown = renderRoutes(
    forumRoutes(() => null),
    `/concertations/edition/debats/sujet/messages/${at}`,
  );
  close = shown.close;
  return {
    router: shown.router,
    variablesOf: (operation: string) =>
      calls.filter((call) => call.operation === operation).map(({ variables }) => variables),
  };
}
const articleOf = async (id: string) => (await screen.findByText(`Le message ${id}`)).closest('article')!;

describe('the address of a message', () => {
  test('opens a long topic at its place: marked, in view, with the focus, under what it answers', async () => {
    const { variablesOf } = open();
    const article = await articleOf('b');
    expect(variablesOf('DebateThread')).toMatchObject([{ from: 'r', order: 'OLDEST' }]);
    expect(article.dataset['marked']).toBe('true');
    expect(document.activeElement).toBe(within(article).getByRole('heading'));
    expect(scrolled).toEqual([article]);
    expect(article.closest('ul')?.getAttribute('aria-label')).toBe('Réponses à Auteur a');
    await articleOf('c');
    await articleOf('x');
    await articleOf('s');
    expect(document.title).toBe('Message — Le sujet sujet — Préau');
    expect(screen.getByRole('link', { name: 'Lire le sujet depuis le début' }).getAttribute('href')).toBe(
      '/concertations/edition/debats/sujet',
    );
  });

  test('goes on backwards, with the focus on the first of what came', async () => {
    const { variablesOf } = open({
      DebateThread: ({ before }) => (before ? aThread([aRoot(aPost('debut')), aRoot(aPost('q'))]) : thread),
    });
    await user.click(await screen.findByRole('button', { name: 'Messages précédents' }));
    const first = await articleOf('debut');
    expect(variablesOf('DebateThread')[1]).toMatchObject({ before: 'cursor-0' });
    expect(document.activeElement).toBe(within(first).getByRole('heading'));
    expect(screen.queryByRole('button', { name: 'Messages précédents' })).toBeNull();
  });

  test('says nothing of earlier ones where there are none', async () => {
    open({ DebateThread: () => aThread([aRoot(root)]) });
    await articleOf('b');
    expect(screen.queryByRole('button', { name: 'Messages précédents' })).toBeNull();
  });

  test('of the topic itself is the topic', async () => {
    const { router } = open({}, 'sujet');
    await screen.findByRole('heading', { level: 1, name: 'Le sujet sujet' });
    expect(router.state.location.pathname).toBe('/concertations/edition/debats/sujet');
  });

  test.each([
    ['that is not there', null],
    ['of another topic', { ...message, topicId: 'autre' }],
  ])('%s is a page that does not exist', async (_, post) => {
    open({ DebateMessage: () => ({ post }) });
    await screen.findByRole('heading', { level: 1, name: 'Page introuvable' });
  });
});

describe('a thread for itself', () => {
  test('begins at its message, says what it answers, and brings the rest on demand', async () => {
    const more = [c, under('d', 'b', 4), under('e', 'b', 4)];
    const { variablesOf } = open(
      { MoreReplies: () => ({ post: { id: 'b', replies: listOf(more) } }) },
      'b/fil',
    );
    const article = await articleOf('b');
    expect(within(article).getByRole('heading').tagName).toBe('H3');
    expect(screen.getByRole('link', { name: 'Auteur a' }).getAttribute('href')).toBe(
      '/concertations/edition/debats/sujet/messages/a',
    );
    expect((await articleOf('c')).closest('ul')?.getAttribute('aria-label')).toBe('Réponses à Auteur b');
    await user.click(screen.getByRole('button', { name: /^Afficher 2 réponses/ }));
    const next = await articleOf('d');
    expect(document.activeElement).toBe(within(next).getByRole('heading'));
    await articleOf('e');
    expect(variablesOf('MoreReplies')).toEqual([{ id: 'b', first: 20, after: null }]);
    expect(screen.queryByRole('button', { name: /^Afficher/ })).toBeNull();
  });
});

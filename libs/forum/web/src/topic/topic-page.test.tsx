import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
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
  listOf,
  pageInfo,
  signedIn,
  visitor,
} from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
// Messages are then read at once, and their elements stay the same.
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});

const under = (parentId: string, depth: number, id: string, given: object = {}) =>
  aPost(id, { parentId, branchId: 'p1', depth, ...given });
const p1 = aPost('p1', { branchCount: 6, replyCount: 1, stance: 'NUANCE' });
const deep = [
  under('p1', 2, 'p2', { replyCount: 1 }),
  under('p2', 3, 'p3', { replyCount: 1 }),
  under('p3', 4, 'p4', { replyCount: 1 }),
  under('p4', 5, 'p5', { replyCount: 1 }),
  under('p5', 6, 'p6'),
];
const thread = () => aThread([aRoot(p1, deep), aRoot(aPost('q1'))]);
const answers: MockAnswers = {
  ...signedIn,
  DebatesFrame: () => ({ consultation }),
  DebateTopic: () => ({ topic: aTopic('sujet') }),
  DebateThread: thread,
};

function open(given: MockAnswers = {}, search = '') {
  const calls = mockNetwork({ ...answers, ...given });
  const shown = renderRoutes(
    forumRoutes(() => null),
    `/concertations/edition/debats/sujet${search}`,
  );
  close = shown.close;
  const variablesOf = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  return { router: shown.router, variablesOf };
}
const message = async (id: string) => (await screen.findByText(`Le message ${id}`)).closest('article')!;
const headingOf = (article: HTMLElement) => within(article).getByRole('heading');
const levelsAbove = (article: HTMLElement) => {
  let level = 0;
  for (let at = article.parentElement; at && !at.matches('.preau-roots'); at = at.parentElement)
    if (at.matches('ul')) level += 1;
  return level;
};

describe('a topic', () => {
  test('is read with what it opens with, and whose it is', async () => {
    open();
    await screen.findByRole('heading', { level: 1, name: 'Le sujet sujet' });
    expect(document.title).toBe('Le sujet sujet — Préau');
    const opening = screen.getByRole('region', { name: 'Message d’ouverture' });
    expect(opening.textContent).toContain('Ce que dit sujet, en entier.');
    expect(opening.textContent).toContain('Camille');
    expect(opening.textContent).toContain('Parent d’élève');
    expect(screen.getByRole('link', { name: 'Apprendre' }).getAttribute('href')).toBe(
      '/concertations/edition/debats?theme=apprendre',
    );
  });

  test('has replies as lists in lists, four deep; what is deeper follows, and says what it answers', async () => {
    open();
    expect(levelsAbove(await message('p1'))).toBe(0);
    for (const [id, level] of [
      ['p2', 1],
      ['p3', 2],
      ['p4', 3],
      ['p5', 3],
      ['p6', 3],
    ] as const)
      expect([id, levelsAbove(await message(id))]).toEqual([id, level]);
    expect((await message('p5')).textContent).toContain('En réponse à Auteur p4');
    expect((await message('p4')).textContent).not.toContain('En réponse à');
    const on = screen.getAllByRole('link', { name: /^Continuer ce fil/ });
    expect(on.map((link) => link.getAttribute('href'))).toEqual([
      '/concertations/edition/debats/sujet/messages/p4/fil',
    ]);
  });

  test('has a heading for each message, without a jump', async () => {
    open();
    const levels = [];
    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'q1']) levels.push(headingOf(await message(id)).tagName);
    expect(levels).toEqual(['H3', 'H4', 'H5', 'H6', 'H6', 'H3']);
  });

  test('is in the order the address says, and changes it', async () => {
    const { variablesOf, router } = open({}, '?ordre=soutiens');
    await message('p1');
    expect(variablesOf('DebateThread')).toMatchObject([
      { id: 'sujet', order: 'SUPPORTS', first: 20, after: null },
    ]);
    await user.selectOptions(screen.getByLabelText('Ordre des réponses'), 'Du plus récent au plus ancien');
    expect(router.state.location.search).toBe('?ordre=recents');
  });

  test('comes page by page; the focus goes on at the first of the next', async () => {
    const { variablesOf } = open({
      DebateThread: ({ after }) =>
        after
          ? aThread([aRoot(aPost('z1')), aRoot(aPost('z2'))])
          : aThread([aRoot(p1)], { hasNextPage: true, endCursor: 'suite' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Messages suivants' }));
    const next = await message('z1');
    expect(document.activeElement).toBe(headingOf(next));
    expect(variablesOf('DebateThread')[1]).toMatchObject({ after: 'suite' });
    expect(screen.queryByRole('button', { name: 'Messages suivants' })).toBeNull();
  });

  test('has the rest of a branch on demand, and says how much of it comes', async () => {
    const root = aPost('r', { branchCount: 14, replyCount: 14 });
    const first = [1, 2].map((at) => aPost(`r${at}`, { parentId: 'r', branchId: 'r', depth: 2 }));
    const rest = [3, 4].map((at) =>
      aPost(`r${at}`, { parentId: at === 4 ? 'r1' : 'r', branchId: 'r', depth: at === 4 ? 3 : 2 }),
    );
    const { variablesOf } = open({
      DebateThread: () => aThread([aRoot(root, first, { hasNextPage: true, endCursor: 'r2' })]),
      DebateBranch: () => ({ post: { id: 'r', branch: listOf(rest) } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Afficher les 12 réponses suivantes' }));
    const third = await message('r3');
    expect(variablesOf('DebateBranch')).toEqual([{ id: 'r', first: 20, after: 'r2' }]);
    // The first of them as one reads, which is not the oldest.
    expect(document.activeElement).toBe(headingOf(await message('r4')));
    expect(levelsAbove(third)).toBe(1);
    expect(screen.queryByRole('button', { name: /réponses suivantes/ })).toBeNull();
  });

  test('a branch that could not be read says so, and can be asked for again', async () => {
    let broken = true;
    open({
      DebateThread: () =>
        aThread([aRoot(aPost('r', { branchCount: 1 }), [], { hasNextPage: true, endCursor: null })]),
      DebateBranch: () => {
        if (broken) throw refusal('INTERNAL');
        return {
          post: { id: 'r', branch: listOf([aPost('r1', { parentId: 'r', branchId: 'r', depth: 2 })]) },
        };
      },
    });
    const more = await screen.findByRole('button', { name: 'Afficher la réponse suivante' });
    await user.click(more);
    expect(await screen.findByText(/Ces réponses n’ont pas pu être lues/)).toBeTruthy();
    broken = false;
    await user.click(more);
    await message('r1');
  });

  test('keeps the place of what was taken away, and shows one’s own words', async () => {
    const gone = aPost('d', { status: 'DELETED', body: null, author: null, branchCount: 1 });
    const hidden = aPost('h', { status: 'HIDDEN', body: null });
    const mine = aPost('m', { status: 'HIDDEN', isMine: true });
    const held = aPost('w', { status: 'HELD', isMine: true });
    open({
      DebateThread: () =>
        aThread([
          aRoot(gone, [aPost('d2', { parentId: 'd', branchId: 'd', depth: 2 })]),
          aRoot(hidden),
          aRoot(mine),
          aRoot(held),
        ]),
    });
    expect(await screen.findByText('Ce message a été supprimé par son auteur.')).toBeTruthy();
    expect(screen.getByText('Ce message a été masqué par la modération.')).toBeTruthy();
    expect((await message('m')).textContent).toContain('Vous seul le voyez encore');
    expect((await message('w')).textContent).toContain('En attente de relecture');
    expect(levelsAbove(await message('d2'))).toBe(1);
  });

  test('shows a stance, a service’s answer, and that a message was changed', async () => {
    const official = aPost('o', {
      official: { id: 's', name: 'Direction du numérique' },
      editedAt: '2026-11-22T09:00:00Z',
    });
    open({ DebateThread: () => aThread([aRoot(p1), aRoot(official)]) });
    expect((await message('p1')).textContent).toContain('Nuance');
    const shown = (await message('o')).textContent;
    expect(shown).toContain('Direction du numérique');
    expect(shown).toContain('Réponse officielle');
    expect(shown).toContain('modifié');
    expect(shown).not.toContain('Auteur o');
  });

  test.each([
    ['HIDDEN', 'Sujet masqué par la modération'],
    ['DELETED', 'Sujet supprimé par son auteur'],
  ])('%s keeps its replies and loses its words', async (status, title) => {
    open({
      DebateTopic: () => ({ topic: aTopic('sujet', { status, title: '', body: null, author: null }) }),
    });
    await screen.findByRole('heading', { level: 1, name: title });
    await message('p1');
  });

  test('invites visitors to sign in, and to come back; once closed, nobody', async () => {
    open(visitor, '?ordre=recents');
    const link = await screen.findByRole('link', { name: 'Connectez-vous' });
    expect(link.getAttribute('href')).toBe(
      '/connexion?retour=%2Fconcertations%2Fedition%2Fdebats%2Fsujet%3Fordre%3Drecents',
    );
    close();
    cleanup();
    open({ ...visitor, DebatesFrame: () => ({ consultation: { ...consultation, phase: 'CLOSED' } }) });
    expect(await screen.findByText(/ne s’écrivent plus/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Connectez-vous' })).toBeNull();
  });

  test('without a reply says so', async () => {
    open({ DebateThread: () => aThread([], pageInfo) });
    expect(await screen.findByText('Personne n’a répondu.')).toBeTruthy();
  });

  test.each([
    ['that does not exist', null],
    ['of another consultation', aTopic('sujet', { consultation: { slug: 'autre' } })],
  ])('%s is a page that does not exist', async (_, topic) => {
    open({ DebateTopic: () => ({ topic }) });
    await screen.findByRole('heading', { level: 1, name: 'Page introuvable' });
  });

  test('that could not be read can be tried again', async () => {
    let broken = true;
    open({
      DebateTopic: () => {
        if (broken) throw refusal('OFFLINE');
        return { topic: aTopic('sujet') };
      },
    });
    const retry = await screen.findByRole('button', { name: 'Réessayer' });
    broken = false;
    await user.click(retry);
    await message('p1');
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import { aTopic, consultation, listOf, visitor } from '../test-data';
import ThemeDebates from './theme-debates';

configure({ asyncUtilTimeout: 20_000 });
const user = userEvent.setup();
let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});

const topics = [
  aTopic('a'),
  aTopic('b', {
    isLocked: true,
    concludedAt: '2026-11-21T09:00:00Z',
    solvedPostId: 'x',
    postCount: 1,
    theme: consultation.themes[1],
    author: { id: 'n', name: 'Nour', kind: 'TEACHER', isVerifiedTeacher: true },
  }),
];
const answers: MockAnswers = {
  ...visitor,
  DebatesFrame: () => ({ consultation }),
  Debates: () => ({ topics: { ...listOf(topics), totalCount: 2 } }),
  PinnedDebates: () => ({ topics: listOf([]) }),
  OfficialCount: () => ({ officialPosts: { totalCount: 0 } }),
};

function open(given: MockAnswers = {}, search = '', at = '/concertations/edition/debats') {
  const calls = mockNetwork({ ...answers, ...given });
  const elsewhere = { path: '/theme', element: <ThemeDebates consultation="edition" theme="apprendre" /> };
  const shown = renderRoutes([...forumRoutes(() => null), elsewhere], at + search);
  close = shown.close;
  const variablesOf = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  return { router: shown.router, variablesOf };
}

describe('the debates of a consultation', () => {
  test('say of each topic what it is about, by whom, how lively it is and where it stands', async () => {
    open();
    const link = await screen.findByRole('link', { name: 'Le sujet b' });
    expect(link.getAttribute('href')).toBe('/concertations/edition/debats/b');
    const card = link.closest('article')!;
    expect(card.textContent).toContain('Ce que dit b.');
    expect(card.textContent).toContain('Nour');
    expect(card.textContent).toContain('Personnel enseignant vérifié');
    expect(card.textContent).toContain('Égalité');
    expect(card.textContent).toContain('1 réponse');
    expect(card.textContent).toContain('3 soutiens');
    for (const state of ['Fermé aux réponses', 'Synthèse publiée', 'Réponse retenue'])
      within(card).getByText(state);
    expect(card.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-22T09:00:00Z');
    expect(screen.getByText('2 sur 2 affichés')).toBeTruthy();
  });

  test('are narrowed to a theme and put in order by the address', async () => {
    const { variablesOf, router } = open({}, '?theme=egalite&ordre=soutiens');
    await screen.findByRole('heading', { level: 1, name: 'Débats\u00a0: Égalité' });
    await screen.findByRole('link', { name: 'Le sujet a' });
    expect(variablesOf('Debates')).toEqual([
      { slug: 'edition', theme: 'egalite', order: 'SUPPORTS', first: 20, after: null },
    ]);
    expect(screen.getByRole('link', { name: 'Égalité' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'Ouvrir un sujet' }).getAttribute('href')).toBe(
      '/concertations/edition/debats/nouveau?theme=egalite',
    );
    await user.selectOptions(screen.getByLabelText('Trier les sujets'), 'Plus récents');
    expect(router.state.location.search).toBe('?theme=egalite&ordre=recents');
    await user.selectOptions(screen.getByLabelText('Trier les sujets'), 'Derniers échanges');
    expect(router.state.location.search).toBe('?theme=egalite');
    await user.click(screen.getByRole('link', { name: 'Tous les thèmes' }));
    expect(router.state.location.search).toBe('');
  });

  test('a theme or an order that does not exist is none', async () => {
    const { variablesOf } = open({}, '?theme=inconnu&ordre=inconnu');
    await screen.findByRole('link', { name: 'Le sujet a' });
    expect(variablesOf('Debates')).toMatchObject([{ theme: null, order: 'ACTIVITY' }]);
    expect(variablesOf('PinnedDebates')).toMatchObject([{ theme: null }]);
  });

  test('go on at the first of those that were asked for', async () => {
    const { variablesOf } = open({
      Debates: ({ after }) => ({
        topics: after
          ? listOf([aTopic('c')])
          : { ...listOf(topics, { hasNextPage: true, endCursor: 'ici' }), totalCount: 3 },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Voir plus de sujets' }));
    const next = await screen.findByRole('link', { name: 'Le sujet c' });
    expect(document.activeElement).toBe(next);
    expect(variablesOf('Debates')[1]).toMatchObject({ after: 'ici' });
    expect(screen.getByText('3 sur 3 affichés')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Voir plus de sujets' })).toBeNull();
  });

  test('begin with those that are pinned, which are not shown twice', async () => {
    open({ PinnedDebates: () => ({ topics: listOf([aTopic('a', { isPinned: true })]) }) });
    const first = await screen.findByRole('region', { name: 'À lire d’abord' });
    within(first).getByRole('link', { name: 'Le sujet a' });
    await screen.findByRole('link', { name: 'Le sujet b' });
    expect(screen.getAllByRole('link', { name: 'Le sujet a' })).toHaveLength(1);
  });

  test('without any, invite', async () => {
    open({ Debates: () => ({ topics: { ...listOf([]), totalCount: 0 } }) });
    expect(await screen.findByText(/Personne n’a encore ouvert de sujet ici/)).toBeTruthy();
  });

  test.each([
    ['UPCOMING', /ouvriront le 8 novembre 2026/],
    ['CLOSED', /terminée depuis le 27 décembre 2026/],
    ['REPORTED', /son bilan est publié/],
  ])('%s: say so, and offer no topic to open', async (phase, sentence) => {
    open({
      DebatesFrame: () => ({ consultation: { ...consultation, phase } }),
      Debates: () => ({ topics: { ...listOf([]), totalCount: 0 } }),
    });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(await screen.findByText('Il n’y a pas de sujet ici.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ouvrir un sujet' })).toBeNull();
  });

  test('that could not be read can be tried again', async () => {
    let broken = true;
    open({
      Debates: () => {
        if (broken) throw refusal('INTERNAL');
        return { topics: listOf(topics) };
      },
    });
    const retry = await screen.findByRole('button', { name: 'Réessayer' });
    broken = false;
    await user.click(retry);
    await screen.findByRole('link', { name: 'Le sujet a' });
  });

  test('of a consultation that does not exist are a page that does not exist', async () => {
    open({ DebatesFrame: () => ({ consultation: null }) });
    await screen.findByRole('heading', { level: 1, name: 'Page introuvable' });
  });
});

describe('the debates on the page of a theme', () => {
  const at = '/theme';

  test('are the liveliest, of how many, with the way to all of them', async () => {
    const { variablesOf } = open(
      { Debates: () => ({ topics: { ...listOf(topics), totalCount: 14 } }) },
      '',
      at,
    );
    const part = await screen.findByRole('region', { name: 'Débats' });
    expect(within(part).getByText('Les 2 derniers animés, sur 14.')).toBeTruthy();
    expect(variablesOf('Debates')).toMatchObject([{ theme: 'apprendre', order: 'ACTIVITY', first: 3 }]);
    const links = within(part)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(links.slice(-2)).toEqual([
      '/concertations/edition/debats/nouveau?theme=apprendre',
      '/concertations/edition/debats?theme=apprendre',
    ]);
  });

  test('before the first, invite; once closed, nothing is left to say', async () => {
    const none = { Debates: () => ({ topics: { ...listOf([]), totalCount: 0 } }) };
    open(none, '', at);
    expect(await screen.findByText(/Le premier peut être le vôtre/)).toBeTruthy();
    close();
    cleanup();
    const { variablesOf } = open(
      { ...none, DebatesFrame: () => ({ consultation: { ...consultation, phase: 'CLOSED' } }) },
      '',
      at,
    );
    await waitFor(() => {
      expect(variablesOf('Debates')).toHaveLength(1);
      expect(variablesOf('DebatesFrame')).toHaveLength(1);
    });
    await act(() => Promise.resolve());
    expect(screen.queryByText(/Le premier/)).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

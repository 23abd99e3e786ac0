import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../answering/test-site';
import { MyAnswersPage } from './my-answers-page';

const user = userEvent.setup();
let close: () => void = () => undefined;
afterEach(() => {
  close();
  sessionStorage.clear();
});

const questionnaire = {
  slug: 'avis',
  title: 'Votre avis',
  closesAt: '2099-12-20T22:59:59Z',
  viewerCan: { answer: true },
  consultation: { slug: 'edition', title: 'Édition' },
};
const receipt = { code: 'ABCDE-12345-FGHJK-67890', submittedOn: '2026-11-20' };
const kept = (given: Record<string, unknown>) => ({
  id: 'k1',
  savedAt: null,
  isLinked: false,
  receipt: null,
  questionnaire,
  ...given,
});
const pageOf = (nodes: readonly { id: string }[], hasNextPage = false) => ({
  myAnswers: {
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null },
  },
});

function open(answers: MockAnswers) {
  const calls = mockNetwork(answers);
  const at = (path: string) => ({ path, element: <p>{`page ${path}`}</p> });
  const shown = renderRoutes(
    [
      { path: '/mon-espace/reponses', element: <MyAnswersPage /> },
      at('/reponse'),
      at('/connexion'),
      at('/concertations/edition/questionnaires/avis'),
    ],
    '/mon-espace/reponses',
  );
  close = shown.close;
  return { calls, router: shown.router };
}
const cards = async () => {
  await screen.findAllByRole('heading', { level: 2, name: 'Votre avis' });
  return screen.getAllByRole('listitem').filter((item) => item.className === 'preau-kept');
};
const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: /Code du récépissé/ });
const add = () => user.click(screen.getByRole('button', { name: 'Ajouter à mon espace' }));

describe('my answers', () => {
  test('a draft is resumed, a response is read or amended', async () => {
    const draft = kept({ id: 'd', savedAt: '2026-11-22T08:00:00Z' });
    open({ MyAnswers: () => pageOf([draft, kept({ receipt })]) });
    const [first, second] = await cards();
    expect(first!.textContent).toMatch(/Brouillon.*Votre avis.*Édition.*pas encore envoyé/);
    expect(
      within(first!)
        .getByRole('link', { name: /Reprendre/ })
        .getAttribute('href'),
    ).toBe('/concertations/edition/questionnaires/avis');
    expect(second!.textContent).toMatch(
      /Envoyée le 20 novembre 2026\..*Modifiable jusqu’au 20 décembre 2099/,
    );
    expect(within(second!).queryByRole('button', { name: /Retirer/ })).toBeNull();
    await user.click(within(second!).getByRole('button', { name: /Relire ou modifier ma réponse à/ }));
    await screen.findByText('page /reponse');
    expect(sessionStorage.getItem('preau:opened-code')).toBe(`"${receipt.code}"`);
  });

  test('what came too late is said', async () => {
    const closed = { ...questionnaire, closesAt: '2026-11-02T08:00:00Z', viewerCan: { answer: false } };
    open({ MyAnswers: () => pageOf([kept({ savedAt: '2026-11-01T08:00:00Z', questionnaire: closed })]) });
    const [card] = await cards();
    expect(card!.textContent).toMatch(/Jamais envoyé.*2 novembre 2026/);
  });

  test('none yet: says so and where to go', async () => {
    open({ MyAnswers: () => pageOf([]) });
    await screen.findByText(/encore répondu à aucun questionnaire/);
    expect(screen.getByRole('link', { name: 'Voir les concertations' })).toBeTruthy();
  });

  test('come by pages', async () => {
    open({
      MyAnswers: ({ after }) =>
        after === null ? pageOf([kept({ id: 'a', receipt })], true) : pageOf([kept({ id: 'b', receipt })]),
    });
    expect(await cards()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    await waitFor(async () => expect(await cards()).toHaveLength(2));
  });

  test('a failure says so and may be tried again', async () => {
    let isDown = true;
    open({
      MyAnswers: () => {
        if (isDown) throw refusal('INTERNAL');
        return pageOf([kept({ receipt })]);
      },
    });
    await screen.findByText(/Le site a rencontré une erreur/);
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await cards()).toHaveLength(1);
  });

  test('without a session, one signs in and comes back', async () => {
    const { router } = open({
      MyAnswers: () => {
        throw refusal('UNAUTHENTICATED');
      },
    });
    await screen.findByText('page /connexion');
    expect(router.state.location.search).toBe('?retour=/mon-espace/reponses');
  });
});

describe('a response sent without signing in', () => {
  test('is added by its code, and taken out again', async () => {
    let linked: unknown[] = [];
    const { calls } = open({
      MyAnswers: () => pageOf(linked as { id: string }[]),
      LinkResponse: () => {
        const answer = kept({ id: 'l', receipt, isLinked: true });
        linked = [answer];
        return { linkResponse: { __typename: 'ResponseLinked', answer } };
      },
      UnlinkResponse: () => {
        linked = [];
        return { unlinkResponse: true };
      },
    });
    await user.type(await field(), ` ${receipt.code} `);
    await add();
    const [card] = await cards();
    expect(card!.textContent).toContain('Ajoutée par son code');
    expect(screen.getByRole('status').textContent).toMatch(/est dans votre espace/);
    expect((await field()).value).toBe('');
    expect(calls.find(({ operation }) => operation === 'LinkResponse')?.variables).toEqual({
      code: receipt.code,
    });
    await user.click(within(card!).getByRole('button', { name: /Retirer de mon espace/ }));
    await screen.findByText(/encore répondu à aucun/);
    expect(screen.getByRole('status').textContent).toMatch(/Son code l’ouvre toujours/);
  });

  test.each([
    ['UNKNOWN_RESPONSE', /n’ouvre aucune réponse/],
    ['TOO_MANY_TRIES', /un quart d’heure/],
    ['TOO_MANY_LINKS', /deux cents réponses/],
  ])('%s is said beside the field and in a summary, and what was typed stays', async (code, sentence) => {
    open({
      MyAnswers: () => pageOf([]),
      LinkResponse: () => ({ linkResponse: { __typename: 'LinkRefused', refusal: code } }),
    });
    await user.type(await field(), 'PAS-LE-BON');
    await add();
    const summary = await screen.findByRole('link', { name: sentence });
    expect(document.activeElement).toBe(summary.closest('[role=alert]'));
    expect((await field()).value).toBe('PAS-LE-BON');
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
  });

  test('nothing typed, no request; no answer, nothing lost', async () => {
    const { calls } = open({
      MyAnswers: () => pageOf([]),
      LinkResponse: () => {
        throw refusal('INTERNAL');
      },
    });
    await field();
    await add();
    await screen.findByRole('link', { name: /écrivez le code/ });
    expect(calls.some(({ operation }) => operation === 'LinkResponse')).toBe(false);
    await user.type(await field(), 'ABC');
    await add();
    await screen.findByRole('link', { name: /Rien n’a changé/ });
    expect((await field()).value).toBe('ABC');
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MINE, noteSession, loadMarkdown } from '@preau/ui';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { POSTING_REFUSALS, TOPIC_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import { aThread, aTopic, consultation, signedIn, visitor } from '../test-data';

configure({ asyncUtilTimeout: 5_000 });
// Messages are then read at once, and their elements stay the same.
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
/** As Testing Library reads it. */
const seen = (sentence: string) => sentence.replaceAll('\u00a0', ' ');
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
});

const created: MockAnswers = {
  CreateTopic: ({ input }) => ({
    createTopic: { __typename: 'TopicCreated', topic: { id: (input as { id: string }).id } },
  }),
};
function open(given: MockAnswers = {}, search = '?theme=egalite') {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: ({ id }) => ({ topic: aTopic(id as string) }),
    DebateThread: () => aThread([]),
    ...created,
    ...given,
  });
  const Suggestions = ({ text, theme = '' }: { text: string; theme?: string }) => (
    <p data-testid="suggestions">{`${theme}: ${text.trim()}`}</p>
  );
  const shown = renderRoutes(forumRoutes(Suggestions), `/concertations/edition/debats/nouveau${search}`);
  close = shown.close;
  const inputs = () =>
    calls
      .filter(({ operation }) => operation === 'CreateTopic')
      .map(({ variables }) => variables['input'] as Record<string, unknown>);
  return { router: shown.router, inputs };
}
const title = () => screen.findByLabelText<HTMLInputElement>(/Titre du sujet/);
const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Votre message/ });
const theme = () => screen.getByLabelText<HTMLSelectElement>(/Thème/);
const fill = async () => {
  await user.type(await title(), 'Le réseau de nos écoles');
  await user.type(body(), 'Il manque souvent.');
};
const publish = () => user.click(screen.getByRole('button', { name: 'Publier le sujet' }));
const again = () => {
  close();
  cleanup();
};

describe('a topic to be', () => {
  test('is opened in the theme one comes from, then shown', async () => {
    const { inputs, router } = open();
    await fill();
    expect(theme().value).toBe('egalite');
    expect(screen.getByRole('link', { name: 'Lire la charte des débats' })).toBeTruthy();
    await publish();
    await waitFor(() => {
      expect(router.state.location.pathname).toBe(
        `/concertations/edition/debats/${String(inputs()[0]?.['id'])}`,
      );
    });
    expect(inputs()).toEqual([
      {
        id: expect.any(String),
        themeId: 't2',
        title: 'Le réseau de nos écoles',
        body: 'Il manque souvent.',
        images: [],
      },
    ]);
    expect(JSON.stringify(localStorage)).not.toContain('Il manque');
  });

  test('is suggested what is like it, in its theme', async () => {
    open();
    await user.type(await title(), 'Wifi');
    expect(screen.getByTestId('suggestions').textContent).toBe('egalite: Wifi');
  });

  test('sent twice by a double click leaves once', async () => {
    const { inputs } = open();
    await fill();
    const button = screen.getByRole('button', { name: 'Publier le sujet' });
    await user.dblClick(button);
    await waitFor(() => {
      expect(inputs()).toHaveLength(1);
    });
  });

  test('whose answer was lost is sent again after a reload, under the same id', async () => {
    const first = open({
      CreateTopic: () => {
        throw refusal('OFFLINE');
      },
    });
    await fill();
    await publish();
    expect(await screen.findByText(/Votre texte reste ici/)).toBeTruthy();
    const [sent] = first.inputs();
    again();
    const second = open();
    expect((await title()).value).toBe('Le réseau de nos écoles');
    await publish();
    await waitFor(() => {
      expect(second.inputs()).toEqual([sent]);
    });
  });

  test('empty, says each fault beside its field, and all of them in front', async () => {
    const { inputs } = open({}, '');
    await title();
    await publish();
    const summary = await screen.findByText('3 champs sont à revoir');
    expect(document.activeElement).toBe(summary.parentElement);
    expect([...summary.parentElement!.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      POSTING_REFUSALS.UNKNOWN_THEME,
      POSTING_REFUSALS.TITLE_EMPTY,
      POSTING_REFUSALS.EMPTY,
    ]);
    for (const field of [theme(), await title(), body()])
      expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('link', { name: POSTING_REFUSALS.EMPTY }));
    expect(document.activeElement).toBe(body());
    expect(inputs()).toEqual([]);
  });

  test.each(Object.entries(TOPIC_REFUSALS))('refused: %s', async (code, sentence) => {
    open({ CreateTopic: () => ({ createTopic: { __typename: 'PostingRefused', code, retryAt: null } }) });
    await fill();
    await publish();
    const shown = await screen.findAllByText(seen(sentence));
    expect(shown.some((one) => one.closest('[role="alert"]'))).toBe(true);
    expect((await title()).value).toBe('Le réseau de nos écoles');
  });

  test('refused for a while says until when', async () => {
    open({
      CreateTopic: () => ({
        createTopic: { __typename: 'PostingRefused', code: 'TOO_MANY', retryAt: '2099-01-03T10:30:00Z' },
      }),
    });
    await fill();
    await publish();
    expect(
      await screen.findByText(
        /plusieurs sujets depuis hier.*répondre dans les autres\. Votre texte reste ici\s: réessayez le 3 janvier 2099 à 11:30/,
      ),
    ).toBeTruthy();
  });

  test('by a visitor waits for them to sign in, and is theirs then', async () => {
    open(visitor);
    await fill();
    const link = await screen.findByRole('link', { name: 'Me connecter pour publier' });
    expect(link.getAttribute('href')).toBe(
      '/connexion?retour=%2Fconcertations%2Fedition%2Fdebats%2Fnouveau%3Ftheme%3Degalite',
    );
    expect(screen.queryByRole('button', { name: 'Publier le sujet' })).toBeNull();
    again();
    const { inputs } = open();
    await waitFor(async () => {
      expect((await title()).value).toBe('Le réseau de nos écoles');
    });
    await screen.findByRole('button', { name: 'Publier le sujet' });
    await publish();
    await waitFor(() => {
      expect(inputs()).toHaveLength(1);
    });
  });

  test('stays when the session ends by itself, is not shown to somebody else, and is there again for its author', async () => {
    open();
    await fill();
    await waitFor(() => {
      expect(Object.keys(localStorage).join()).toContain(`${MINE}forum:moi:sujet:edition`);
    });
    noteSession(false);
    again();
    open({ Session: () => ({ me: { id: 'autre', displayName: 'Autre', roles: [] } }) });
    await screen.findByRole('button', { name: 'Publier le sujet' });
    expect((await title()).value).toBe('');
    again();
    open();
    await waitFor(async () => {
      expect((await title()).value).toBe('Le réseau de nos écoles');
    });
  });

  test.each([
    ['UPCOMING', /ouvriront le 8 novembre 2026/],
    ['CLOSED', /terminée depuis le 27 décembre 2026/],
  ])('%s: cannot be, and the page says why', async (phase, sentence) => {
    open({ DebatesFrame: () => ({ consultation: { ...consultation, phase } }) });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByLabelText(/Titre du sujet/)).toBeNull();
  });

  test('in a consultation that does not exist is a page that does not exist', async () => {
    open({ DebatesFrame: () => ({ consultation: null }) });
    await screen.findByRole('heading', { level: 1, name: 'Page introuvable' });
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { POSTING_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, EVERYTHING, listOf, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 3_000 });
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

const viewerCan = { ...EVERYTHING, edit: false, delete: false };
const other = aPost('o', { viewerCan, body: 'Des mots à citer, et d’autres.' });

function open(given: MockAnswers = {}) {
  const posted = ({ input }: Record<string, unknown>) => {
    const { id, parentId, body, stance, isProposition } = input as {
      id: string;
      parentId: string | null;
      body: string;
      stance: null;
      isProposition: boolean;
    };
    const post = aPost(id, {
      parentId,
      branchId: parentId,
      depth: parentId ? 2 : 1,
      body,
      stance,
      isProposition,
      isMine: true,
      viewerCan: { ...EVERYTHING, support: false },
    });
    return { replyToTopic: { __typename: 'ReplyPosted', post } };
  };
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({
      topic: aTopic('sujet', { viewerCan: { ...viewerCan, manage: false, markSolved: false } }),
    }),
    DebateThread: () => aThread([aRoot(other)]),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    ReplyToTopic: posted,
    ...given,
  });
  const shown = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  );
  close = () => {
    shown.close();
  };
  return {
    inputs: () =>
      calls
        .filter(({ operation }) => operation === 'ReplyToTopic')
        .map(({ variables }) => variables['input'] as Record<string, unknown>),
  };
}
const answer = async () => {
  await user.click(await screen.findByRole('button', { name: 'Répondre à Auteur o' }));
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Répondre à Auteur o/ });
};
const send = () => user.click(screen.getByRole('button', { name: 'Publier la réponse' }));
const refuse = (code: string, retryAt: string | null = null): MockAnswers => ({
  ReplyToTopic: () => ({ replyToTopic: { __typename: 'PostingRefused', code, retryAt } }),
});

describe('a reply', () => {
  test('opens in its place with the focus, and gives it back', async () => {
    open();
    const field = await answer();
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Répondre à Auteur o' }));
  });

  test('with a stance stands at once where it belongs, with the focus, and is announced', async () => {
    const { inputs } = open();
    await user.type(await answer(), 'Tout à fait.');
    await user.click(screen.getByRole('radio', { name: 'D’accord' }));
    await send();
    const article = (await screen.findByText('Tout à fait.', { selector: 'article *' })).closest('article')!;
    expect(article.closest('ul')?.getAttribute('aria-label')).toBe('Réponses à Auteur o');
    expect(article.textContent).toContain('D’accord');
    expect(document.activeElement).toBe(within(article).getByRole('heading'));
    expect(screen.getByText('Votre réponse est publiée.').getAttribute('role')).toBe('status');
    expect(inputs()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
        topicId: 'sujet',
        parentId: 'o',
        body: 'Tout à fait.',
        images: [],
        stance: 'AGREE',
        isProposition: false,
        serviceId: null,
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Publier la réponse' })).toBeNull();
    expect(JSON.stringify(localStorage)).not.toContain('Tout à fait.');
  });

  test('to the topic itself stands at the end', async () => {
    const { inputs } = open();
    await user.click(await screen.findByRole('button', { name: 'Répondre au sujet' }));
    await user.type(screen.getByRole('textbox', { name: /Ma réponse au sujet/ }), 'Pour tous.');
    await send();
    await screen.findByText('Pour tous.', { selector: 'article *' });
    const roots = document.querySelectorAll('.preau-roots > li');
    expect(roots[roots.length - 1]?.textContent).toContain('Pour tous.');
    expect(inputs()).toMatchObject([{ parentId: null, stance: null }]);
  });

  test('that is held says that it waits', async () => {
    open({
      ReplyToTopic: () => ({
        replyToTopic: {
          __typename: 'ReplyPosted',
          post: aPost('n', { parentId: 'o', branchId: 'o', depth: 2, status: 'HELD', isMine: true }),
        },
      }),
    });
    await user.type(await answer(), 'Bonjour');
    await send();
    expect(await screen.findByText(/Il sera publié après relecture/)).toBeTruthy();
    expect(await screen.findByText(/En attente de relecture/)).toBeTruthy();
  });

  test('quotes what is selected, and whose it is', async () => {
    const { inputs } = open();
    const words = await screen.findByText('Des mots à citer, et d’autres.', { selector: 'p' });
    const selected = document.createRange();
    selected.setStart(words.firstChild!, 0);
    selected.setEnd(words.firstChild!, 'Des mots à citer'.length);
    window.getSelection()?.removeAllRanges();
    window.getSelection()?.addRange(selected);
    fireEvent.click(within(words.closest('article')!).getByRole('button', { name: /^Plus/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Citer Auteur o' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Répondre à Auteur o/ });
    await waitFor(() => {
      expect(field.value).toBe(
        '> [Auteur o](/concertations/edition/debats/sujet/messages/o)\u00a0:\n>\n> Des mots à citer\n\n',
      );
    });
    await user.type(field, 'Oui.');
    await send();
    await waitFor(() => {
      expect(inputs()).toHaveLength(1);
    });
    expect(inputs()[0]?.['body']).toMatch(/Oui\.$/);
  });

  test('quotes the beginning of a long message, no sign of it cut in two', async () => {
    const body = `x${'😀'.repeat(700)}`;
    open({ DebateThread: () => aThread([aRoot({ ...other, body })]) });
    const words = await screen.findByText(body, { selector: 'p' });
    fireEvent.click(within(words.closest('article')!).getByRole('button', { name: /^Plus/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Citer Auteur o' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Répondre à Auteur o/ });
    await waitFor(() => {
      expect(field.value).toContain(`> x${'😀'.repeat(149)}…`);
    });
  });

  test('survives a reload under the same id, so that it counts once', async () => {
    const { inputs } = open({
      ReplyToTopic: () => {
        throw refusal('OFFLINE');
      },
    });
    await user.type(await answer(), 'Gardé');
    await send();
    const alert = await screen.findByText(/Votre texte reste ici/);
    expect(document.activeElement).toBe(alert.parentElement);
    const [first] = inputs();
    close();
    cleanup();
    const again = open();
    expect((await answer()).value).toBe('Gardé');
    await send();
    await screen.findByText('Gardé', { selector: 'article *' });
    expect(again.inputs()).toEqual([first]);
  });

  test('once the session has ended waits for its author, who is led to sign in', async () => {
    open({
      ReplyToTopic: () => {
        throw refusal('UNAUTHENTICATED');
      },
    });
    await user.type(await answer(), 'Attendez-moi');
    await send();
    const link = await screen.findByRole('link', { name: 'Me connecter' });
    expect(link.getAttribute('href')).toBe('/connexion?retour=%2Fconcertations%2Fedition%2Fdebats%2Fsujet');
    expect(JSON.stringify(localStorage)).toContain('"unsaved\\":true');
  });

  test('without a word is stopped here, beside its field', async () => {
    const { inputs } = open();
    const field = await answer();
    await send();
    const summary = await screen.findByText('Un champ est à revoir');
    expect(document.activeElement).toBe(summary.parentElement);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(inputs()).toEqual([]);
  });

  test.each(Object.entries(POSTING_REFUSALS))('refused: %s', async (code, sentence) => {
    open(refuse(code));
    const field = await answer();
    await user.type(field, 'Bonjour');
    await send();
    const shown = await screen.findAllByText(seen(sentence));
    expect(shown.some((one) => one.closest('[role="alert"]'))).toBe(true);
    expect(field.value).toBe('Bonjour');
  });

  test('that may be tried again says from when', async () => {
    open(refuse('SLOW_MODE', '2099-01-03T10:30:00Z'));
    await user.type(await answer(), 'Bonjour');
    await send();
    expect(
      await screen.findByText(/Votre texte reste ici\s: réessayez le 3 janvier 2099 à 11:30\./),
    ).toBeTruthy();
  });
});

describe('a proposition', () => {
  test('is short, counted, published among the others and in the thread', async () => {
    const { inputs } = open();
    await user.click(await screen.findByRole('button', { name: 'Faire une proposition' }));
    const field = screen.getByRole('textbox', { name: /Ma proposition/ });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'Un agent par collège.');
    expect(screen.getByText(/21 \/ 300/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Publier la proposition' }));
    const part = await screen.findByRole('region', { name: 'Propositions' });
    await within(part).findByText('Un agent par collège.', { selector: 'p' });
    expect(document.querySelector('.preau-roots')?.textContent).toContain('Un agent par collège.');
    expect(inputs()).toMatchObject([{ parentId: null, isProposition: true }]);
  });

  test('of 301 characters is stopped here', async () => {
    const { inputs } = open();
    await user.click(await screen.findByRole('button', { name: 'Faire une proposition' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Ma proposition/ }), {
      target: { value: 'a'.repeat(301) },
    });
    await user.click(screen.getByRole('button', { name: 'Publier la proposition' }));
    expect((await screen.findAllByText(seen(POSTING_REFUSALS.TOO_LONG))).length).toBeGreaterThan(0);
    expect(inputs()).toEqual([]);
  });

  test('the most supported come first, with more on demand', async () => {
    const [one, two] = ['a', 'b'].map((id) => aPost(id, { isProposition: true, supports: 2 }));
    open({
      TopicPropositions: ({ after }) => ({
        topic: {
          id: 'sujet',
          propositions: after ? listOf([two]) : listOf([one], { hasNextPage: true, endCursor: 'x' }),
        },
      }),
    });
    const part = await screen.findByRole('region', { name: 'Propositions' });
    await within(part).findByText('Le message a', { selector: 'p' });
    await user.click(within(part).getByRole('button', { name: 'Voir plus de propositions' }));
    await within(part).findByText('Le message b', { selector: 'p' });
  });
});

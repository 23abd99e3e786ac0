import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MUTE_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, listOf, signedIn, visitor } from '../test-data';
import { withMuted } from './with-muted';

configure({ asyncUtilTimeout: 5_000 });
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

const ali = { id: 'ali', name: 'Ali', kind: 'CITIZEN', isVerifiedTeacher: false };
const muting = (isMuted: boolean) => [
  aPost('a', { author: ali, isMuted }),
  aPost('b', { author: ali, isMuted }),
  aPost('c', { isMuted: false }),
];

function open(posts = muting(false), given: MockAnswers = {}) {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet') }),
    DebateThread: () => aThread(posts.map((post) => aRoot(post))),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    MutePerson: () => ({ mutePerson: { __typename: 'PersonMuting' } }),
    UnmutePerson: () => ({ unmutePerson: { __typename: 'PersonMuting' } }),
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  ).close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const FOLDED = 'Message d’Ali, que vous avez choisi de ne plus voir';
const articleOf = async (id: string) => (await screen.findByText(`Le message ${id}`)).closest('article')!;
const unfold = async (article: HTMLElement) => {
  await user.click(within(article).getByRole('button', { name: /^Plus/ }));
};
const press = (name: RegExp | string) => user.click(screen.getByRole('button', { name }));
const said = () => document.querySelector('.preau-said [role="status"]')?.textContent;
const ask = async () => {
  await unfold(await articleOf('a'));
  await press('Ne plus voir les messages d’Ali');
};

describe('the messages of somebody', () => {
  test('are folded at once wherever they stand, once that is confirmed; the focus stays at the message', async () => {
    const sent = open();
    await ask();
    const question = screen.getByRole('group', { name: /^Ne plus voir les messages d’Ali/ });
    expect(document.activeElement).toBe(question);
    expect(sent('MutePerson')).toEqual([]);
    await press('Ne plus voir ses messages');
    expect(await screen.findAllByText(FOLDED)).toHaveLength(2);
    expect(screen.queryByText('Le message a')).toBeNull();
    expect(screen.queryByText('Le message b')).toBeNull();
    await articleOf('c');
    expect(sent('MutePerson')).toEqual([{ accountId: 'ali' }]);
    expect(said()).toBe('Les messages d’Ali sont repliés. Vous pouvez y revenir dans votre espace.');
    expect(document.activeElement?.getAttribute('data-message')).toBe('a');
  });

  test('stay when one changes one’s mind, and the focus goes back', async () => {
    const sent = open();
    await ask();
    await press('Annuler');
    expect(document.activeElement?.textContent).toBe('Ne plus voir les messages d’Ali');
    expect(sent('MutePerson')).toEqual([]);
  });

  test.each(Object.entries(MUTE_REFUSALS))(
    'are not folded when it is refused: %s',
    async (code, sentence) => {
      open(undefined, { MutePerson: () => ({ mutePerson: { __typename: 'MuteRefused', code } }) });
      await ask();
      await press('Ne plus voir ses messages');
      await screen.findByText(sentence);
      expect(screen.queryByText(FOLDED)).toBeNull();
    },
  );

  test('are not folded when it could not be sent', async () => {
    open(undefined, {
      MutePerson: () => {
        throw refusal('OFFLINE');
      },
    });
    await ask();
    await press('Ne plus voir ses messages');
    await screen.findByText(/La connexion au serveur ne répond pas/);
    await articleOf('a');
  });

  test('are read one by one when asked for, and folded again', async () => {
    open(muting(true));
    const [first] = await screen.findAllByText(FOLDED);
    const article = first!.closest('article')!;
    const button = within(article).getByRole('button', { name: 'Afficher le message d’Ali' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    within(article).getByText('Le message a');
    expect(screen.queryByText('Le message b')).toBeNull();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await user.click(button);
    expect(screen.queryByText('Le message a')).toBeNull();
  });

  test('are shown again from one of them', async () => {
    const sent = open(muting(true));
    await user.click((await screen.findAllByRole('button', { name: 'Afficher le message d’Ali' }))[0]!);
    await unfold(await articleOf('a'));
    await press('Voir de nouveau les messages d’Ali');
    await articleOf('b');
    expect(screen.queryByText(FOLDED)).toBeNull();
    expect(sent('UnmutePerson')).toEqual([{ accountId: 'ali' }]);
    expect(said()).toBe('Les messages d’Ali sont de nouveau affichés.');
    expect(document.activeElement?.getAttribute('data-message')).toBe('a');
  });

  test('can be folded from a topic they opened', async () => {
    const sent = open([aPost('c')], { DebateTopic: () => ({ topic: aTopic('sujet', { author: ali }) }) });
    const opening = await screen.findByRole('region', { name: 'Message d’ouverture' });
    await unfold(opening);
    await press('Ne plus voir les messages d’Ali');
    await press('Ne plus voir ses messages');
    await waitFor(() => {
      expect(said()).toContain('sont repliés');
    });
    expect(sent('MutePerson')).toEqual([{ accountId: 'ali' }]);
  });

  test('are not to be folded when they are one’s own, a service’s or nobody’s, nor by a visitor', async () => {
    const official = { id: 's', name: 'Le service' };
    open([
      aPost('a', { isMine: true, author: ali }),
      aPost('b', { official, author: ali, isMuted: true }),
      aPost('c', { author: null }),
    ]);
    for (const id of ['a', 'b', 'c']) await unfold(await articleOf(id));
    expect(screen.queryByRole('button', { name: /les messages d/ })).toBeNull();
    close();
    cleanup();
    open(muting(false), visitor);
    await unfold(await articleOf('a'));
    expect(screen.queryByRole('button', { name: /les messages d/ })).toBeNull();
  });

  test('are folded among the propositions as well', async () => {
    const proposed = aPost('p', { author: ali, isMuted: true, isProposition: true });
    open(undefined, {
      TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([proposed]) } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Afficher le message d’Ali' }));
    await screen.findByText('Le message p');
  });
});

test('what nobody muted wrote stays the very same object', () => {
  const [a, , c] = muting(false);
  const before = { pages: [{ edges: [{ node: a }] }, { edges: [{ node: c }] }] };
  const after = withMuted(before, 'ali', true) as typeof before;
  expect(after.pages[0]?.edges[0]?.node).toMatchObject({ id: 'a', isMuted: true });
  expect(after.pages[1]).toBe(before.pages[1]);
  expect(withMuted(before, 'x', true)).toBe(before);
});

describe('what somebody muted opened', () => {
  const theirs = (given: object = {}) => aTopic('sujet', { author: ali, isMuted: true, ...given });

  test('keeps its title; its words are folded, and read when asked for', async () => {
    open([], { DebateTopic: () => ({ topic: theirs() }) });
    await screen.findByRole('heading', { level: 1, name: 'Le sujet sujet' });
    const opening = screen.getByRole('region', { name: 'Message d’ouverture' });
    within(opening).getByText(FOLDED);
    expect(within(opening).queryByText('Ce que dit sujet, en entier.')).toBeNull();
    await user.click(within(opening).getByRole('button', { name: 'Afficher le message d’Ali' }));
    within(opening).getByText('Ce que dit sujet, en entier.');
  });

  test('is folded with their messages, and shown again, at once', async () => {
    open(muting(false), {
      DebateTopic: () => ({ topic: theirs({ isMuted: false }) }),
      UnmutePerson: () => ({ unmutePerson: { __typename: 'PersonMuting' } }),
    });
    await ask();
    await press('Ne plus voir ses messages');
    expect(await screen.findAllByText(FOLDED)).toHaveLength(3);
    const opening = screen.getByRole('region', { name: 'Message d’ouverture' });
    await user.click(within(opening).getByRole('button', { name: 'Afficher le message d’Ali' }));
    await user.click(within(opening).getByRole('button', { name: /^Plus/ }));
    await press('Voir de nouveau les messages d’Ali');
    await waitFor(() => {
      expect(screen.queryByText(FOLDED)).toBeNull();
    });
    within(opening).getByText('Ce que dit sujet, en entier.');
  });

  test('for a service is not theirs alone, and is read', async () => {
    open([], { DebateTopic: () => ({ topic: theirs({ official: { id: 's', name: 'La direction' } }) }) });
    await screen.findByText('Ce que dit sujet, en entier.');
    expect(screen.queryByText(FOLDED)).toBeNull();
  });

  test('is named in a list by its title alone', async () => {
    mockNetwork({
      ...signedIn,
      DebatesFrame: () => ({ consultation }),
      Debates: () => ({ topics: { ...listOf([theirs(), aTopic('autre')]), totalCount: 2 } }),
      PinnedDebates: () => ({ topics: { ...listOf([]), totalCount: 0 } }),
      OfficialCount: () => ({ officialPosts: { totalCount: 0 } }),
    });
    close = renderRoutes(
      forumRoutes(() => null),
      '/concertations/edition/debats',
    ).close;
    const card = (await screen.findByRole('link', { name: 'Le sujet sujet' })).closest('article')!;
    expect(card.textContent).toContain('d’Ali, que vous avez choisi de ne plus voir');
    expect(card.textContent).not.toContain('Ce que dit sujet.');
    const other = screen.getByRole('link', { name: 'Le sujet autre' }).closest('article')!;
    expect(other.textContent).toContain('Ce que dit autre.');
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import { aPost, aTopic, camille, consultation, listOf, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 5_000 });
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

function open(address: string, given: MockAnswers) {
  const calls = mockNetwork({ ...signedIn, ...given });
  const shown = renderRoutes(
    [...forumRoutes(() => null), { path: '/connexion', element: <h1>Connexion</h1> }],
    `/mon-espace/${address}`,
  );
  close = shown.close;
  const variablesOf = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  return { variablesOf, router: shown.router };
}
const more = { hasNextPage: true, endCursor: 'suite' };
const topic = { title: 'Le réseau', consultation: { slug: 'edition' } };
const PAGES = [
  ['messages', 'MyPosts', 'myPosts', 'Mes messages', /rien écrit/],
  ['suivis', 'MyFollowedTopics', 'followedTopics', 'Mes sujets suivis', /ne suivez aucun sujet/],
  ['brouillons', 'MyForumDrafts', 'forumDrafts', 'Mes brouillons', /aucun brouillon/],
  [
    'personnes-masquees',
    'MyMutedPeople',
    'mutedPeople',
    'Personnes que je ne veux plus lire',
    /plus lire personne/,
  ],
] as const;

describe.each(PAGES)('/mon-espace/%s', (address, operation, field, title, empty) => {
  test('says when there is nothing', async () => {
    open(address, { [operation]: () => ({ [field]: listOf([]) }) });
    await screen.findByRole('heading', { level: 1, name: title });
    screen.getByText(empty);
    screen.getByText('Mon espace');
  });

  test('sends a visitor to sign in, and back', async () => {
    const { router } = open(address, {
      [operation]: () => {
        throw refusal('UNAUTHENTICATED');
      },
    });
    await screen.findByRole('heading', { name: 'Connexion' });
    expect(router.state.location.search).toBe(`?retour=${encodeURIComponent(`/mon-espace/${address}`)}`);
  });

  test('can be tried again', async () => {
    let isDown = true;
    open(address, {
      [operation]: () => {
        if (isDown) throw refusal('OFFLINE');
        return { [field]: listOf([]) };
      },
    });
    const again = await screen.findByRole('button', { name: 'Réessayer' });
    isDown = false;
    await user.click(again);
    await screen.findByText(empty);
  });
});

describe('my messages', () => {
  const post = (id: string, given: object = {}) => ({
    ...aPost(id, { topicId: 'sujet' }),
    excerpt: `Ce que dit ${id}`,
    topic,
    ...given,
  });

  test('say where they stand and what became of them, page by page', async () => {
    const { variablesOf } = open('messages', {
      MyPosts: ({ after }) => ({
        myPosts: after
          ? listOf([post('sujet', { depth: 0 })])
          : {
              ...listOf(
                [
                  post('a', { supports: 2, replyCount: 1 }),
                  post('b', { status: 'HELD' }),
                  post('c', { status: 'HIDDEN', topic: null }),
                ],
                more,
              ),
              totalCount: 4,
            },
      }),
    });
    await screen.findByText('3 sur 4 affichés');
    const [a, b, c] = await screen.findAllByRole('article');
    expect(
      within(a!).getByRole('link', { name: 'Réponse dans «\u00a0Le réseau\u00a0»' }).getAttribute('href'),
    ).toBe('/concertations/edition/debats/sujet/messages/a');
    expect(a!.textContent).toContain('Ce que dit a');
    expect(a!.textContent).toContain('2\u00a0soutiens');
    within(b!).getByText('En attente de relecture');
    within(c!).getByText('Masqué par la modération');
    expect(within(c!).queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    const opening = await screen.findByRole('link', { name: 'Sujet ouvert\u00a0: «\u00a0Le réseau\u00a0»' });
    expect(opening.getAttribute('href')).toBe('/concertations/edition/debats/sujet');
    await screen.findByText('4 sur 4 affichés');
    expect(variablesOf('MyPosts')).toEqual([
      { first: 20, after: null },
      { first: 20, after: 'suite' },
    ]);
  });
});

describe('what I follow', () => {
  test('is followed no longer by one button, which says so', async () => {
    let ids = ['a', 'b'];
    const { variablesOf } = open('suivis', {
      MyFollowedTopics: () => ({ followedTopics: listOf(ids.map((id) => aTopic(id, { unreadCount: 4 }))) }),
      UnfollowTopic: ({ topicId }) => {
        ids = ids.filter((id) => id !== topicId);
        return { unfollowTopic: { __typename: 'TopicFollowing' } };
      },
    });
    const link = await screen.findByRole('link', { name: 'Le sujet a' });
    expect(link.getAttribute('href')).toBe('/concertations/edition/debats/a');
    expect(screen.getAllByText('4 nouveaux messages')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Ne plus suivre «\u00a0Le sujet a\u00a0»' }));
    await screen.findByText('Vous ne suivez plus « Le sujet a ».');
    expect(screen.queryByRole('link', { name: 'Le sujet a' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Mes sujets suivis' }));
    expect(variablesOf('UnfollowTopic')).toEqual([{ topicId: 'a' }]);
    await user.click(screen.getByRole('button', { name: 'Ne plus suivre «\u00a0Le sujet b\u00a0»' }));
    await screen.findByText(/ne suivez aucun sujet/);
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    });
  });

  test('that could not be changed says so', async () => {
    open('suivis', {
      MyFollowedTopics: () => ({ followedTopics: listOf([aTopic('a')]) }),
      UnfollowTopic: () => {
        throw refusal('OFFLINE');
      },
    });
    await user.click(await screen.findByRole('button', { name: /^Ne plus suivre/ }));
    await screen.findByText(/La connexion au serveur ne répond pas/);
    screen.getByRole('link', { name: 'Le sujet a' });
  });
});

describe('my drafts', () => {
  const draft = (key: string, given: object) => ({
    key,
    themeId: null,
    topicId: null as string | null,
    parentId: null as string | null,
    postId: null,
    title: null,
    body: `Commencé ${key}`,
    savedAt: '2026-11-22T09:00:00Z',
    subject: 'Le réseau',
    path: `/concertations/edition/debats/sujet?brouillon=reponse&${key}`,
    ...given,
  });

  test('are taken up where they were left, or thrown away', async () => {
    let drafts = [
      draft('r', { topicId: 'sujet', parentId: 'sujet' }),
      draft('p', { topicId: 'sujet' }),
      draft('t', { themeId: 't1', title: 'Une idée', subject: 'Apprendre' }),
      draft('e', { postId: 'p' }),
      draft('x', { subject: null, path: null }),
    ];
    const { variablesOf } = open('brouillons', {
      MyForumDrafts: () => ({ forumDrafts: listOf(drafts) }),
      DeleteForumDraft: ({ key }) => {
        drafts = drafts.filter((one) => one.key !== key);
        return { deleteForumDraft: true };
      },
    });
    const again = await screen.findByRole('link', {
      name: 'Reprendre le brouillon\u00a0: Réponse dans «\u00a0Le réseau\u00a0»',
    });
    expect(again.getAttribute('href')).toBe(drafts[0]!.path);
    screen.getByRole('heading', { name: 'Nouveau sujet\u00a0: «\u00a0Une idée\u00a0»' });
    screen.getByText('Thème Apprendre');
    screen.getByRole('heading', { name: 'Proposition dans «\u00a0Le réseau\u00a0»' });
    screen.getByRole('heading', { name: 'Modification d’un message dans «\u00a0Le réseau\u00a0»' });
    await user.click(
      screen.getByRole('button', {
        name: 'Jeter le brouillon\u00a0: Réponse dans un sujet qui n’est plus là',
      }),
    );
    await screen.findByText('Le brouillon est jeté.');
    expect(screen.queryByText('Commencé x')).toBeNull();
    expect(variablesOf('DeleteForumDraft')).toEqual([{ key: 'x' }]);
  });

  test.each([
    ['reponse', 'textbox', /Répondre à Camille/],
    ['modification', 'textbox', /Mon message/],
  ] as const)('taken up, the form is open: %s', async (asked, role, name) => {
    mockNetwork({
      ...signedIn,
      DebatesFrame: () => ({ consultation }),
      DebateTopic: () => ({
        topic: aTopic('sujet', {
          author: camille,
          viewerCan: { reply: true, edit: true, delete: true, support: true },
        }),
      }),
    });
    close = renderRoutes(
      forumRoutes(() => null),
      `/concertations/edition/debats/sujet?brouillon=${asked}`,
    ).close;
    const field = await screen.findByRole(role, { name });
    await waitFor(() => {
      expect(document.activeElement).toBe(field);
    });
  });
});

describe('people I no longer want to read', () => {
  test('are read again', async () => {
    let people = [camille];
    const { variablesOf } = open('personnes-masquees', {
      MyMutedPeople: () => ({
        mutedPeople: listOf(people.map((person) => ({ person, mutedAt: '2026-11-20T09:00:00Z' }))),
      }),
      UnmutePerson: () => {
        people = [];
        return { unmutePerson: { __typename: 'PersonMuting' } };
      },
    });
    await screen.findByText('depuis le 20 novembre 2026');
    await user.click(screen.getByRole('button', { name: 'Voir de nouveau les messages de Camille' }));
    await screen.findByText('Les messages de Camille sont de nouveau affichés.');
    screen.getByText(/plus lire personne/);
    expect(variablesOf('UnmutePerson')).toEqual([{ accountId: 'camille' }]);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messageId } from '../message/message-id';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, listOf, signedIn, visitor } from '../test-data';

configure({ asyncUtilTimeout: 5_000 });
const user = userEvent.setup();

/** The browser's eye: what is on the screen is said by the test. */
type Seen = (entries: { target: Element; isIntersecting: boolean }[]) => void;
const usual = globalThis.IntersectionObserver;
const eyes = new Set<{ see: Seen; watched: Set<Element> }>();
class Eye {
  readonly watched = new Set<Element>();
  constructor(readonly see: Seen) {
    eyes.add(this);
  }
  observe(element: Element) {
    this.watched.add(element);
  }
  unobserve(element: Element) {
    this.watched.delete(element);
  }
  disconnect() {
    eyes.delete(this);
  }
}
let visibility: 'visible' | 'hidden' = 'visible';
function setVisibility(to: typeof visibility) {
  visibility = to;
  document.dispatchEvent(new Event('visibilitychange'));
}
const see = (...ids: string[]) => {
  act(() => {
    for (const eye of eyes) {
      const targets = [...eye.watched].filter((one) => ids.includes(one.getAttribute('data-message') ?? ''));
      eye.see(targets.map((target) => ({ target, isIntersecting: true })));
    }
  });
};

let close: () => void = () => undefined;
beforeAll(async () => {
  globalThis.IntersectionObserver = Eye as never;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  await loadMarkdown();
});
afterAll(() => {
  globalThis.IntersectionObserver = usual;
});
beforeEach(() => {
  visibility = 'visible';
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
});

const TOPIC = '/concertations/edition/debats/sujet';
const at = (minute: number) => `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`;
const posts = [1, 2, 3, 4].map((minute) => aPost(`p${minute}`, { createdAt: at(minute) }));
const mine = aPost('moi', { createdAt: at(5), isMine: true });
const visit = { lastReadAt: at(2), unreadCount: 2, firstUnreadId: 'p3' };

function open(given: MockAnswers = {}, address = TOPIC, place: object = visit) {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet', place) }),
    DebateThread: () => aThread([...posts, mine].map((post) => aRoot(post))),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    MarkTopicRead: () => ({ markTopicRead: { __typename: 'TopicRead' } }),
    ...given,
  });
  const shown = renderRoutes(
    forumRoutes(() => null),
    address,
  );
  close = shown.close;
  const told = () =>
    calls.filter(({ operation }) => operation === 'MarkTopicRead').map(({ variables }) => variables);
  return { told, router: shown.router };
}
const article = async (id: string) => (await screen.findByText(`Le message ${id}`)).closest('article')!;
const line = () => screen.queryByText('Nouveaux messages depuis votre dernière visite');

describe('what is new since one last came', () => {
  test('is marked from the first of it on; one’s own is not new', async () => {
    open();
    const first = await article('p3');
    expect(line()?.nextElementSibling).toBe(first);
    for (const [id, isNew] of [
      ['p1', false],
      ['p2', false],
      ['p3', true],
      ['p4', true],
      ['moi', false],
    ] as const)
      expect([id, within(await article(id)).queryByText('Nouveau') !== null]).toEqual([id, isNew]);
  });

  test('is counted, with a way to the first of it', async () => {
    const { router } = open();
    await article('p3');
    screen.getByText(/^2.nouveaux messages depuis votre dernière visite/);
    const link = screen.getByRole('link', { name: 'Aller au premier nouveau message' });
    expect(link.getAttribute('href')).toBe(`${TOPIC}/messages/p3`);
    await user.click(link);
    expect(document.activeElement?.getAttribute('data-message')).toBe('p3');
    expect(router.state.location.pathname).toBe(TOPIC);
  });

  test('leads to another page where it is not loaded', async () => {
    const { router } = open({ DebateThread: () => aThread([aRoot(posts[0]!)]) });
    await article('p1');
    await user.click(screen.getByRole('link', { name: 'Aller au premier nouveau message' }));
    expect(router.state.location.pathname).toBe(`${TOPIC}/messages/p3`);
  });

  test('of a hundred messages and more is said so', async () => {
    open({}, TOPIC, { ...visit, unreadCount: 100 });
    await screen.findByText(/^99\+ nouveaux messages/);
  });

  test('begins nowhere in another order, is marked all the same', async () => {
    open({}, `${TOPIC}?ordre=recents`);
    within(await article('p4')).getByText('Nouveau');
    expect(line()).toBeNull();
  });

  test.each([
    ['on a first visit', { lastReadAt: null, unreadCount: null, firstUnreadId: null }],
    ['when all is read', { lastReadAt: at(9), unreadCount: 0, firstUnreadId: null }],
  ])('is nothing %s', async (_, place) => {
    open({}, TOPIC, place);
    await article('p4');
    expect([screen.queryByText('Nouveau'), line()]).toEqual([null, null]);
    expect(screen.queryByRole('link', { name: 'Aller au premier nouveau message' })).toBeNull();
  });

  test('stays as it was while one reads on', async () => {
    let place: object = visit;
    open({
      DebateTopic: () => ({ topic: aTopic('sujet', place) }),
      DebateMessage: () => ({ post: { ...posts[0], ancestors: [], replies: listOf([]) } }),
    });
    await article('p3');
    place = { lastReadAt: at(9), unreadCount: 0, firstUnreadId: null };
    await user.click(screen.getAllByRole('link', { name: /^Message d/ }).at(0)!);
    await user.click(await screen.findByRole('link', { name: /^Lire le sujet/ }));
    await article('p3');
    expect(line()).not.toBeNull();
  });

  test('is said of each topic of a list', async () => {
    const topics = [
      aTopic('a', { unreadCount: 3 }),
      aTopic('b', { unreadCount: 100 }),
      aTopic('c', { unreadCount: 0 }),
      aTopic('d'),
    ];
    open(
      {
        Debates: () => ({ topics: { ...listOf(topics), totalCount: 4 } }),
        PinnedDebates: () => ({ topics: listOf([]) }),
      },
      '/concertations/edition/debats',
    );
    const cards = (await screen.findAllByRole('article')).map(
      (card) => card.querySelector('.preau-topic__new')?.textContent,
    );
    expect(cards).toEqual(['3\u00a0nouveaux messages', '99+ nouveaux messages', undefined, undefined]);
  });
});

describe('one’s place', () => {
  test('moves to the latest message that was on the screen, told once for all of them', async () => {
    const { told } = open();
    await article('p4');
    see('p3');
    see('p4');
    see('p3');
    await waitFor(() => {
      expect(told()).toEqual([{ topicId: 'sujet', postId: 'p4' }]);
    });
  });

  test('is begun by the opening message of a topic', async () => {
    const { told } = open({}, TOPIC, { lastReadAt: null, unreadCount: null, firstUnreadId: null });
    await article('p1');
    see('sujet');
    await waitFor(() => {
      expect(told()).toEqual([{ topicId: 'sujet', postId: 'sujet' }]);
    });
  });

  test('stays where it is for what was read before', async () => {
    const { told } = open();
    await article('p2');
    expect(
      [...eyes].flatMap(({ watched }) => [...watched].map((one) => one.getAttribute('data-message'))),
    ).toEqual(['p3', 'p4', 'moi']);
    expect(told()).toEqual([]);
  });

  test('waits while the page is in the background', async () => {
    const { told, router } = open();
    await article('p4');
    setVisibility('hidden');
    see('p3');
    // Whatever was to be told is told when a page is left.
    await act(() => router.navigate('/concertations/edition/debats/nouveau'));
    expect(told()).toEqual([]);
  });

  test('is noted when the page comes back', async () => {
    const { told, router } = open();
    await article('p4');
    setVisibility('hidden');
    see('p3');
    setVisibility('visible');
    await act(() => router.navigate('/concertations/edition/debats/nouveau'));
    expect(told()).toEqual([{ topicId: 'sujet', postId: 'p3' }]);
  });

  test('that could not be told is told with what is read next', async () => {
    let isDown = true;
    const { told } = open({
      MarkTopicRead: () => {
        if (isDown) throw refusal('OFFLINE');
        return { markTopicRead: { __typename: 'TopicRead' } };
      },
    });
    await article('p4');
    see('p4');
    await waitFor(() => {
      expect(told()).toHaveLength(1);
    });
    isDown = false;
    see('p3');
    await waitFor(() => {
      expect(told().at(-1)).toEqual({ topicId: 'sujet', postId: 'p4' });
      expect(told()).toHaveLength(2);
    });
  });

  test('is nothing of a visitor’s', async () => {
    open({ ...visitor }, TOPIC, { lastReadAt: null, unreadCount: null, firstUnreadId: null });
    await article('p4');
    await screen.findByRole('link', { name: 'Suivre ce sujet' });
    expect(eyes.size).toBe(0);
    expect(document.getElementById(messageId('p4'))).not.toBeNull();
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes } from '@preau/graphql/testing';
import { loadMarkdown } from '@preau/ui';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import { aPost, aRoot, aThread, aTopic, consultation, signedIn, type TestPost } from '../test-data';

configure({ asyncUtilTimeout: 5_000 });
const user = userEvent.setup();

/** The server's end of the page's socket. */
const usual = globalThis.WebSocket;
let listening: { readonly id: string; readonly topicId: string } | null = null;
let tell: (message: object) => void = () => undefined;
class Socket {
  static readonly OPEN = 1;
  static readonly CONNECTING = 0;
  static readonly CLOSED = 3;
  readyState = 0;
  onopen = () => undefined;
  onmessage = (_: { data: string }) => undefined;
  constructor() {
    tell = (message) => {
      this.onmessage({ data: JSON.stringify(message) });
    };
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen();
    });
  }
  send(text: string) {
    const sent = JSON.parse(text) as {
      type: string;
      id: string;
      payload: { variables: { topicId: string } };
    };
    if (sent.type === 'connection_init') tell({ type: 'connection_ack' });
    if (sent.type === 'subscribe') listening = { id: sent.id, topicId: sent.payload.variables.topicId };
    if (sent.type === 'complete') listening = null;
  }
  close = () => undefined;
}

let close: () => void = () => undefined;
beforeAll(async () => {
  globalThis.WebSocket = Socket as never;
  await loadMarkdown();
});
afterAll(() => {
  globalThis.WebSocket = usual;
});
let scrolls = 0;
beforeEach(() => {
  scrolls = 0;
  Element.prototype.scrollIntoView = () => {
    scrolls += 1;
  };
});
afterEach(() => {
  close();
  cleanup();
});

async function open(muted: readonly string[] = []) {
  mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({ topic: aTopic('sujet') }),
    DebateThread: () => aThread([aRoot(aPost('p'))], { hasNextPage: true, endCursor: 'p' }),
    MutedIds: () => ({ mutedPeople: { edges: muted.map((id) => ({ node: { person: { id } } })) } }),
  });
  close = renderRoutes(
    forumRoutes(() => null),
    '/concertations/edition/debats/sujet',
  ).close;
  await screen.findByText('Le message p');
  await waitFor(() => {
    expect(listening?.topicId).toBe('sujet');
  });
}
const add = (post: TestPost) => {
  act(() => {
    tell({ type: 'next', id: listening?.id, payload: { data: { postAdded: post } } });
  });
};

test('what others write waits behind a button that counts it; nothing moves', async () => {
  await open();
  const field = screen.getByLabelText('Ordre des réponses');
  field.focus();
  add(aPost('a'));
  const button = await screen.findByRole('button', { name: '1\u00a0nouveau message' });
  expect(screen.getByText('De nouveaux messages sont arrivés.').getAttribute('role')).toBe('status');
  add(aPost('b', { parentId: 'p', branchId: 'p', depth: 2 }));
  expect(button.textContent).toBe('2\u00a0nouveaux messages');
  expect(screen.queryByText('Le message a')).toBeNull();
  expect(document.activeElement).toBe(field);
  expect(scrolls).toBe(0);
});

test('asked for, each stands where it belongs, and the focus is on the first', async () => {
  await open();
  add(aPost('a', { parentId: 'p', branchId: 'p', depth: 2 }));
  add(aPost('b', { parentId: 'a', branchId: 'p', depth: 3 }));
  add(aPost('c'));
  await user.click(await screen.findByRole('button', { name: '3\u00a0nouveaux messages' }));
  const first = (await screen.findByText('Le message a')).closest('article')!;
  expect(document.activeElement).toBe(within(first).getByRole('heading'));
  expect(first.closest('ul')?.getAttribute('aria-label')).toBe('Réponses à Auteur p');
  const answer = screen.getByText('Le message b').closest('ul');
  expect(answer?.getAttribute('aria-label')).toBe('Réponses à Auteur a');
  expect(screen.getByText('Le message c').closest('ul')?.className).toBe('preau-roots');
  expect(screen.queryByRole('button', { name: /nouveau/ })).toBeNull();
});

test('whose place is not loaded is led to', async () => {
  await open();
  add(aPost('a', { parentId: 'loin', branchId: 'loin', depth: 2 }));
  await user.click(await screen.findByRole('button', { name: '1\u00a0nouveau message' }));
  const link = await screen.findByRole('link', { name: 'Réponse d’Auteur a' });
  expect(link.getAttribute('href')).toBe('/concertations/edition/debats/sujet/messages/a');
});

test('one’s own, and the same one twice, are no news', async () => {
  await open();
  add(aPost('a', { isMine: true }));
  expect(screen.queryByRole('button', { name: /nouveau/ })).toBeNull();
  const other = aPost('b');
  add(other);
  add(other);
  await screen.findByRole('button', { name: '1\u00a0nouveau message' });
});

test('those of people one muted are no news, and are folded in their place', async () => {
  await open(['de-a']);
  add(aPost('a'));
  add(aPost('b'));
  await user.click(await screen.findByRole('button', { name: '1\u00a0nouveau message' }));
  await screen.findByText('Le message b');
  screen.getByText('Message d’Auteur a, que vous avez choisi de ne plus voir');
  expect(screen.queryByText('Le message a')).toBeNull();
});

test('the page that is left listens no more', async () => {
  await open();
  close();
  await waitFor(() => {
    expect(listening).toBeNull();
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import FollowButton from './follow/follow-button';
import UnreadLink from './notices/unread-link';
import { routes } from './routes';

const pageInfo = { hasNextPage: false, endCursor: null };
const notice = (id: string, readAt: string | null = null) => ({
  id,
  event: 'CONSULTATION_OPENED',
  subject: 'Le numérique',
  path: '/concertations/numerique',
  createdAt: '2026-11-22T09:00:00Z',
  readAt,
});
const edges = <Node,>(...nodes: Node[]) => ({ edges: nodes.map((node) => ({ node })), pageInfo });
const preferences = {
  address: 'moi@preau.test',
  perWeek: null,
  kinds: [
    { kind: 'CONSULTATION', frequency: 'DAILY' },
    { kind: 'RESULTS', frequency: 'IMMEDIATE' },
    { kind: 'FORUM_REPLIES', frequency: 'IMMEDIATE' },
    { kind: 'FORUM_OFFICIAL', frequency: 'IMMEDIATE' },
    { kind: 'FORUM_FOLLOWED', frequency: 'DAILY' },
  ],
};
const claim = { __typename: 'Unsubscription', scope: 'RESULTS', address: 'mo…@preau.test', isEnded: false };
const dead = {
  id: 'd1',
  recipient: 'une@preau.test',
  subject: 'Préau aujourd’hui',
  tries: 2,
  lastError: '550 Boîte inconnue',
  createdAt: '2026-11-22T09:00:00Z',
};
const run = {
  id: 'r1',
  frequency: 'DAILY',
  period: '2026-11-22',
  total: 50_000,
  done: 20_000,
  mailed: 19_000,
  startedAt: '2026-11-22T06:00:00Z',
  finishedAt: null,
};
const answers: MockAnswers = {
  MyNotifications: () => ({
    unreadNotifications: 1,
    notifications: edges(notice('n2'), notice('n1', '2026-11-21T09:00:00Z')),
  }),
  MarkNotificationRead: () => ({ markNotificationRead: { unread: 0 } }),
  MarkAllNotificationsRead: () => ({ markAllNotificationsRead: { unread: 0 } }),
  MailPreferences: () => ({ mailPreferences: preferences }),
  SaveMailPreferences: () => ({ saveMailPreferences: { __typename: 'MailPreferencesChosen', perWeek: 3 } }),
  Unsubscription: () => ({ unsubscription: claim }),
  Unsubscribe: () => ({ unsubscribe: { __typename: 'Unsubscription' } }),
  MailFigures: () => ({
    mailFigures: { queued: 12, failing: 3, dead: 1, sentInDay: 51_003, asOf: '2026-11-22T09:00:00Z' },
  }),
  DeadMails: () => ({ deadMails: { ...edges(dead), totalCount: 1 } }),
  RetryMail: () => ({ retryMail: { __typename: 'MailRetried' } }),
  DigestRuns: () => ({ digestRuns: edges(run) }),
  Following: () => ({ following: { isFollowing: false } }),
  FollowConsultation: () => ({ followConsultation: { isFollowing: true } }),
  UnfollowConsultation: () => ({ unfollowConsultation: { isFollowing: false } }),
};

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });
const user = userEvent.setup();
let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});

function open(address: string, given: MockAnswers = {}, extra: object[] = []) {
  const calls = mockNetwork({ ...answers, ...given });
  const elsewhere = ['/concertations/numerique', '/connexion'].map((path) => ({
    path,
    element: <p>{path}</p>,
  }));
  const shown = renderRoutes([...routes, ...elsewhere, ...extra], address);
  close = shown.close;
  const variablesOf = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  return { calls, variablesOf, router: shown.router };
}
const refusing = (operation: string, code: string): MockAnswers => ({
  [operation]: () => {
    throw refusal(code);
  },
});

describe('my notifications', () => {
  test('say what happened, lead to it, and which I have not read', async () => {
    const { variablesOf } = open('/mon-espace/notifications');
    expect(await screen.findByText('1 notification non lue.')).toBeTruthy();
    const items = screen.getAllByRole('listitem').filter((item) => item.querySelector('time'));
    expect(items.map((item) => item.textContent?.startsWith('Non lue.'))).toEqual([true, false]);
    await user.click(within(items[0]!).getByRole('link'));
    expect(await screen.findByText('/concertations/numerique')).toBeTruthy();
    expect(variablesOf('MarkNotificationRead')).toEqual([{ id: 'n2' }]);
  });

  test('are marked as read, one or all that are shown', async () => {
    const { variablesOf } = open('/mon-espace/notifications');
    await user.click(await screen.findByRole('button', { name: /^Marquer comme lue/ }));
    await user.click(screen.getByRole('button', { name: 'Tout marquer comme lu' }));
    expect(variablesOf('MarkNotificationRead')).toEqual([{ id: 'n2' }]);
    expect(variablesOf('MarkAllNotificationsRead')).toEqual([{ until: 'n2' }]);
  });

  test('without any, say what would bring some', async () => {
    open('/mon-espace/notifications', {
      MyNotifications: () => ({ unreadNotifications: 0, notifications: edges() }),
    });
    expect(await screen.findByText(/Suivez une concertation/)).toBeTruthy();
    expect(screen.getByText('Vous avez tout lu.')).toBeTruthy();
  });

  test('that could not be marked say so', async () => {
    open('/mon-espace/notifications', refusing('MarkAllNotificationsRead', 'INTERNAL'));
    await user.click(await screen.findByRole('button', { name: 'Tout marquer comme lu' }));
    expect((await screen.findByText(/Le site a rencontré une erreur/)).getAttribute('role')).toBe('alert');
  });

  test('send a visitor to sign in', async () => {
    const { router } = open('/mon-espace/notifications', refusing('MyNotifications', 'UNAUTHENTICATED'));
    await screen.findByText('/connexion');
    expect(router.state.location.search).toBe('?retour=%2Fmon-espace%2Fnotifications');
  });
});

describe('the link of the header', () => {
  const shown = [{ path: '/page', element: <UnreadLink /> }];
  test.each([
    [0, 'Notifications'],
    [1, '1 notification non lue'],
    [3, '3 notifications non lues'],
  ])('%i: %s', async (unread, name) => {
    open('/page', { UnreadNotifications: () => ({ unreadNotifications: unread }) }, shown);
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(
      '/mon-espace/notifications',
    );
  });

  test('without an answer is a plain link', async () => {
    open('/page', {}, shown);
    expect(await screen.findByRole('link', { name: 'Notifications' })).toBeTruthy();
  });
});

describe('my mails', () => {
  test('are chosen by kind, and limited', async () => {
    const { variablesOf } = open('/mon-espace/courriels');
    await user.selectOptions(await screen.findByLabelText(/Les étapes des concertations/), 'WEEKLY');
    await user.selectOptions(screen.getByLabelText(/Nombre de courriels par semaine/), '3');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Vos choix sont enregistrés.')).toBeTruthy();
    const kinds = [
      { kind: 'CONSULTATION', frequency: 'WEEKLY' },
      { kind: 'RESULTS', frequency: 'IMMEDIATE' },
      { kind: 'FORUM_REPLIES', frequency: 'IMMEDIATE' },
      { kind: 'FORUM_OFFICIAL', frequency: 'IMMEDIATE' },
      { kind: 'FORUM_FOLLOWED', frequency: 'DAILY' },
    ];
    expect(variablesOf('SaveMailPreferences')).toEqual([{ input: { kinds, perWeek: 3 } }]);
  });

  test('that are refused say what to mend beside the field, and keep what was chosen', async () => {
    open('/mon-espace/courriels', {
      SaveMailPreferences: () => ({
        saveMailPreferences: { __typename: 'MailPreferencesRefused', code: 'PER_WEEK_OUT_OF_RANGE' },
      }),
    });
    const limit = await screen.findByLabelText<HTMLSelectElement>(/Nombre de courriels par semaine/);
    await user.selectOptions(limit, '20');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const summary = await screen.findByText('Un champ est à revoir');
    expect(document.activeElement).toBe(summary.parentElement);
    expect(limit.getAttribute('aria-invalid')).toBe('true');
    expect(limit.value).toBe('20');
  });

  test('say where they go, or that they go nowhere', async () => {
    open('/mon-espace/courriels', {
      MailPreferences: () => ({ mailPreferences: { ...preferences, address: null } }),
    });
    expect(await screen.findByText(/aucun courriel ne vous est envoyé/)).toBeTruthy();
  });
});

describe('the link of a mail', () => {
  test('ends nothing until its button is pressed', async () => {
    const { calls, variablesOf } = open('/desabonnement?jeton=abc.RESULTS.def');
    expect(await screen.findByText(/les bilans des concertations/)).toBeTruthy();
    expect(screen.getByText('mo…@preau.test')).toBeTruthy();
    expect(calls.map(({ operation }) => operation)).toEqual(['Unsubscription']);
    await user.click(screen.getByRole('button', { name: 'Ne plus les recevoir' }));
    expect(await screen.findByText(/vous ne les recevrez plus/)).toBeTruthy();
    expect(variablesOf('Unsubscribe')).toEqual([{ token: 'abc.RESULTS.def' }]);
    expect(screen.queryByRole('button', { name: 'Ne plus les recevoir' })).toBeNull();
  });

  test('used before, says it is done', async () => {
    open('/desabonnement?jeton=x', {
      Unsubscription: () => ({ unsubscription: { ...claim, isEnded: true } }),
    });
    expect(await screen.findByText(/vous ne les recevrez plus/)).toBeTruthy();
  });

  test('that is not valid says so', async () => {
    open('/desabonnement', {
      Unsubscription: () => ({ unsubscription: { __typename: 'UnsubscribeRefused' } }),
    });
    expect(await screen.findByText(/Ce lien n’est pas valable/)).toBeTruthy();
  });
});

describe('following', () => {
  const shown = [{ path: '/page', element: <FollowButton consultationId="c1" /> }];
  test('is a button that stays pressed, and is undone', async () => {
    const { calls } = open('/page', {}, shown);
    const button = await screen.findByRole('button', { name: 'Suivre cette concertation', pressed: false });
    await user.click(button);
    expect(await screen.findByText(/Vous la suivez/)).toBeTruthy();
    await user.click(screen.getByRole('button', { pressed: true }));
    await screen.findByRole('button', { pressed: false });
    expect(calls.map(({ operation }) => operation)).toEqual([
      'Following',
      'FollowConsultation',
      'UnfollowConsultation',
    ]);
  });
});

describe('how mails leave', () => {
  test('is told in figures, with what cannot leave and how far the digests are', async () => {
    const { variablesOf } = open('/administration/envois');
    expect(await screen.findByText('51 003')).toBeTruthy();
    expect(screen.getByText('en attente, dont 3 à réessayer')).toBeTruthy();
    expect(await screen.findByText(/550 Boîte inconnue/)).toBeTruthy();
    expect(await screen.findByText(/20 000 sur 50 000 personnes/)).toBeTruthy();
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(20_000);
    await user.click(screen.getByRole('button', { name: /Réessayer d’envoyer à une@preau\.test/ }));
    expect(await screen.findByText('Ce courriel est de nouveau en attente.')).toBeTruthy();
    expect(variablesOf('RetryMail')).toEqual([{ id: 'd1' }]);
  });

  test('with nothing wrong, says so', async () => {
    open('/administration/envois', {
      DeadMails: () => ({ deadMails: { ...edges(), totalCount: 0 } }),
      DigestRuns: () => ({ digestRuns: edges() }),
    });
    expect(await screen.findByText(/tout ce qui devait partir part/)).toBeTruthy();
    expect(await screen.findByText('Aucun résumé n’est encore parti.')).toBeTruthy();
  });
});

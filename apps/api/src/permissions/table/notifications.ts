import { randomUUID } from 'node:crypto';
import { everyone, only, signedIn } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

/** Somebody was told something. */
async function aNotificationTo({ api }: Scene, accountId: string): Promise<string> {
  const id = randomUUID();
  await api.database.query(
    `INSERT INTO notification (id, account_id, kind, event, pace) VALUES ($1, $2, 'ACCOUNT', 'ROLE_GRANTED', 'SERVICE')`,
    [id, accountId],
  );
  return id;
}

const aConsultation = {
  open: [(s) => ({ consultationId: s.consultationId }), signedIn()],
  absent: [() => ({ consultationId: absent }), signedIn('NOT_FOUND')],
} satisfies Rows[string];

export const notifications: Rows = {
  'Query.notifications': {
    none: [() => ({}), signedIn('EMPTY')],
    'somebody else’s': [
      async (s) => {
        await aNotificationTo(s, (await s.somebody()).id);
        return {};
      },
      signedIn('EMPTY'),
    ],
    'one’s own': [
      async (s) => {
        await aNotificationTo(s, s.me.id);
        return {};
      },
      signedIn(),
    ],
  },
  'Query.unreadNotifications': { '': [() => ({}), signedIn()] },
  'Mutation.markNotificationRead': {
    'one’s own': [async (s) => ({ id: await aNotificationTo(s, s.me.id) }), signedIn()],
    'somebody else’s': [
      async (s) => ({ id: await aNotificationTo(s, (await s.somebody()).id) }),
      signedIn('NOT_FOUND'),
    ],
    absent: [() => ({ id: absent }), signedIn('NOT_FOUND')],
  },
  // Whatever it names, one's own alone are marked.
  'Mutation.markAllNotificationsRead': { absent: [() => ({ until: absent }), signedIn()] },
  'Query.following': aConsultation,
  'Mutation.followConsultation': aConsultation,
  'Mutation.unfollowConsultation': aConsultation,
  'Query.mailPreferences': { 'one’s own': [() => ({}), signedIn()] },
  'Mutation.saveMailPreferences': {
    'one’s own': [
      () => ({ input: { kinds: [{ kind: 'CONSULTATION', frequency: 'NONE' }], perWeek: null } }),
      signedIn(),
    ],
  },
  // Whoever holds a mail may end what it announces: its link says whose mails and which.
  'Query.unsubscription': { absent: [() => ({ token: 'nothing' }), everyone('REFUSED:INVALID_LINK')] },
  'Mutation.unsubscribe': { absent: [() => ({ token: 'nothing' }), everyone('REFUSED:INVALID_LINK')] },
  'UnsubscribeController.oneClick': {
    absent: [() => 'POST /desabonnement?jeton=nothing', everyone('BAD_INPUT')],
  },
  'Subscription.notificationAdded': { 'one’s own': [() => ({}), signedIn()] },
  'Query.digestRuns': { '': [() => ({}), only('admin', 'EMPTY')] },
};

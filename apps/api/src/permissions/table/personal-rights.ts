import { randomUUID } from 'node:crypto';
import { everyone, only, signedIn } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

async function anOppositionOf({ api }: Scene, accountId: string, state = 'open'): Promise<string> {
  const id = randomUUID();
  await api.database.query(
    `INSERT INTO opposition (id, account_id, processing, reason, state, answered_at)
     VALUES ($1, $2, 'accounts', 'Pour l’essai des droits', $3, CASE WHEN $3 = 'open' THEN NULL ELSE now() END)`,
    [id, accountId, state],
  );
  return id;
}

const answer = (id: string) => ({
  input: { id, decision: 'ACCEPTED', answer: 'Pour l’essai des droits' },
});
const opposing = (processing: string) => ({ input: { processing, reason: 'Pour l’essai des droits' } });

/** What people may do about the data kept of them: all of it about their own alone. */
export const personalRights: Rows = {
  'Mutation.deleteMyAccount': {
    'one’s own': [
      async (s) => {
        await s.somebody({ grants: ['admin'] });
        return { confirmation: 'SUPPRIMER' };
      },
      signedIn(),
    ],
    'without confirming': [() => ({ confirmation: '' }), signedIn('REFUSED:WRONG_CONFIRMATION')],
  },
  'Mutation.cancelAccountDeletion': { 'one’s own': [() => ({}), signedIn()] },
  'Query.processings': { all: [() => ({}), everyone()] },
  'ProcessingsController.json': { all: [() => '/exports/processings.json', everyone()] },
  'ProcessingsController.csv': { all: [() => '/exports/processings.csv', everyone()] },
  'Mutation.oppose': {
    'to what may be': [() => opposing('accounts'), signedIn()],
    'to what may not': [() => opposing('drafts'), signedIn('REFUSED:NOT_OPPOSABLE')],
    absent: [() => opposing('absent'), signedIn('REFUSED:UNKNOWN_PROCESSING')],
  },
  'Query.myOppositions': {
    none: [() => ({}), signedIn('EMPTY')],
    'somebody else’s': [
      async (s) => {
        await anOppositionOf(s, (await s.somebody()).id);
        return {};
      },
      signedIn('EMPTY'),
    ],
    'one’s own': [
      async (s) => {
        await anOppositionOf(s, s.me.id);
        return {};
      },
      signedIn(),
    ],
  },
  'Query.oppositions': {
    'somebody else’s': [
      async (s) => {
        await anOppositionOf(s, (await s.somebody()).id);
        return { state: 'OPEN' };
      },
      only('staff'),
    ],
  },
  'Mutation.answerOpposition': {
    'somebody else’s': [async (s) => answer(await anOppositionOf(s, (await s.somebody()).id)), only('staff')],
    'one’s own': [
      async (s) => answer(await anOppositionOf(s, s.me.id)),
      only('staff', 'REFUSED:OWN_OPPOSITION'),
    ],
    answered: [
      async (s) => answer(await anOppositionOf(s, (await s.somebody()).id, 'refused')),
      only('staff', 'REFUSED:ALREADY_ANSWERED'),
    ],
    absent: [() => answer(absent), only('staff', 'NOT_FOUND')],
  },
};

import { aSecondFactor, aSession } from '@preau/testing';
import { but, everyone, only, signedIn, type Expected, type Outcome } from '../expected';
import type { Rows } from '../row';
import { absent, type Scene } from '../stage';

const wrong = () => ({ code: '0000-0000-0000' });
const sessionOf = async (scene: Scene, accountId: string) => ({
  id: (await aSession(scene.api, accountId)).id,
});

const reason = 'Téléphone perdu';
async function withFactor(scene: Scene) {
  const { id } = await scene.somebody();
  await aSecondFactor(scene.api, id);
  return id;
}

/** Those whose roles want a second factor, a suspended account's included; not those whose role has ended. */
const wantedBy = (outcome: Outcome, others: Expected): Expected =>
  but(others, {
    moderator: outcome,
    coordinator: outcome,
    farCoordinator: outcome,
    staff: outcome,
    admin: outcome,
    suspended: outcome,
    unproved: outcome,
  });

/** What people do about their own sessions and their own second factor, which everybody here has. */
export const security: Rows = {
  'Mutation.beginSecondFactor': {
    'in the place of one’s own, without a code of it': [() => ({}), signedIn('REFUSED:INVALID')],
    'with a wrong code': [wrong, signedIn('REFUSED:INVALID')],
  },
  'Mutation.confirmSecondFactorSetup': { 'not begun': [wrong, signedIn('REFUSED:EXPIRED')] },
  'Mutation.confirmSecondFactor': {
    'in a browser that is not signing in': [wrong, everyone('REFUSED:EXPIRED')],
  },
  'Mutation.showSecondFactor': { 'wrong code': [wrong, signedIn('REFUSED:INVALID')] },
  'Mutation.renewRecoveryCodes': { 'wrong code': [wrong, signedIn('REFUSED:INVALID')] },
  'Mutation.removeSecondFactor': {
    'wrong code': [wrong, wantedBy('REFUSED:WANTED_BY_ROLE', signedIn('REFUSED:INVALID'))],
  },
  'Mutation.resetSecondFactor': {
    'somebody else’s': [async (s) => ({ accountId: await withFactor(s), reason }), only('admin')],
    'where there is none': [
      async (s) => ({ accountId: (await s.somebody()).id, reason }),
      only('admin', 'REFUSED:NO_SECOND_FACTOR'),
    ],
    'one’s own': [(s) => ({ accountId: s.me.id, reason }), only('admin', 'REFUSED:OWN_ACCOUNT')],
    absent: [() => ({ accountId: absent, reason }), only('admin', 'REFUSED:UNKNOWN_ACCOUNT')],
  },
  'Mutation.extendSession': { '': [() => ({}), signedIn()] },
  'Mutation.endSession': {
    'one’s own': [(s) => sessionOf(s, s.me.id), signedIn()],
    'somebody else’s': [async (s) => sessionOf(s, (await s.somebody()).id), signedIn('NOT_FOUND')],
    absent: [() => ({ id: absent }), signedIn('NOT_FOUND')],
  },
  'Mutation.endOtherSessions': { '': [() => ({}), signedIn()] },
  'Mutation.signOutEverywhere': { '': [() => ({}), signedIn()] },
};

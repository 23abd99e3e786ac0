import { but, everyone, signedIn } from '../expected';
import type { Rows } from '../row';

const profile = {
  displayName: 'Camille Durand',
  isPseudonym: false,
  declaredRole: 'CITIZEN',
  academie: null,
};

export const identity: Rows = {
  // A public directory: the same for all.
  'Query.establishments': {
    found: [() => ({ departement: '62', first: 1 }), everyone('EMPTY')],
    'not asked for': [() => ({}), everyone('BAD_INPUT')],
  },
  'Query.networks': { '': [() => ({}), everyone('EMPTY')] },
  'Query.network': { absent: [() => ({ id: 'none' }), everyone('null')] },
  'Query.establishment': { absent: [() => ({ uai: '0000001A' }), everyone('null')] },
  'Query.me': { '': [() => ({}), but(everyone(), { visitor: 'null' })] },
  'Query.pendingSignIn': { nothing: [() => ({}), everyone('null')] },
  'Mutation.requestSignIn': {
    // The same answer whoever asks, and whether or not the address has an account.
    'somebody’s address': [async (s) => ({ email: (await s.somebody()).email }), everyone()],
    'nobody’s address': [(s) => ({ email: `new-${s.me.email}` }), everyone()],
  },
  'Mutation.confirmSignIn': {
    'no such link': [() => ({ token: 'x'.repeat(43) }), everyone('REFUSED:INVALID')],
    'no such code': [(s) => ({ email: s.me.email, code: '000000' }), everyone('REFUSED:EXPIRED')],
  },
  'Mutation.register': {
    'without having proved an address': [
      () => ({ input: { ...profile, age: 'ADULT', charterVersion: null } }),
      everyone('REFUSED:EXPIRED'),
    ],
  },
  'Mutation.saveProfile': {
    'one’s own': [() => ({ input: profile }), but(signedIn(), { suspended: 'REFUSED:ACCOUNT_SUSPENDED' })],
  },
  'Query.identityProviders': { '': [() => ({}), everyone()] },
  'Query.signOutUrl': { 'of a session no provider opened': [() => ({}), everyone('null')] },
  'OidcController.start': { absent: [() => '/auth/nobody', everyone('→ /connexion')] },
  'OidcController.finish': {
    absent: [() => '/auth/nobody/callback?code=x&state=x', everyone('→ /connexion')],
    'no such request': [() => '/auth/demonstration/callback?code=x&state=x', everyone('→ /connexion')],
  },
  'OidcController.signedOut': { '': [() => '/auth/nobody/sortie?state=x', everyone('→ /')] },
  'Mutation.signOut': { '': [() => ({}), everyone()] },
};

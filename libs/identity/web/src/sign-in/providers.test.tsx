import { afterEach, describe, expect, test } from '@jest/globals';
import { OIDC_REFUSALS } from '@preau/identity-domain';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PROVIDER_REFUSALS } from '../messages';
import { identityRoutes } from '../routes';

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });

const provider = (name: string, label: string, isProConnect = false) => ({ name, label, isProConnect });
const PROVIDERS = [
  provider('proconnect', 'ProConnect', true),
  provider('demonstration', 'le fournisseur de démonstration'),
];
const answers: MockAnswers = {
  SignInContext: () => ({ me: null, site: { embedded: false }, identityProviders: PROVIDERS }),
};

let close: () => void = () => undefined;
function open(address: string, network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  const elsewhere = ['/', '/pilotage'].map((path) => ({ path, element: <p>{path}</p> }));
  const shown = renderRoutes([...identityRoutes([]), ...elsewhere], address);
  close = shown.close;
  return { calls, router: shown.router };
}
afterEach(() => {
  close();
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
const hrefOf = async (name: RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');

describe('the providers of identities', () => {
  test('are offered beside the mail, each by its name, ProConnect by its own button', async () => {
    open('/connexion');
    expect(await hrefOf(/Se connecter avec le fournisseur de démonstration/)).toBe('/auth/demonstration');
    expect(await hrefOf(/S’identifier avec\s*ProConnect/)).toBe('/auth/proconnect');
    expect(screen.getByRole('heading', { name: 'Par courriel' })).toBeTruthy();
    expect(screen.getByLabelText(/Adresse électronique/)).toBeTruthy();
  });

  test('are told where to come back to, when it is a page of this site', async () => {
    open('/connexion?retour=/pilotage%3Fa%3Db%26c%3Dd%23e');
    expect(await hrefOf(/démonstration/)).toBe(
      '/auth/demonstration?return_to=%2Fpilotage%3Fa%3Db%26c%3Dd%23e',
    );
    close();
    cleanup();
    open('/connexion?retour=//ailleurs.example');
    expect(await hrefOf(/démonstration/)).toBe('/auth/demonstration');
  });

  test('take no room where there are none, nor once a mail has been asked for', async () => {
    open('/connexion', {
      SignInContext: () => ({ me: null, site: { embedded: false }, identityProviders: [] }),
    });
    await screen.findByLabelText(/Adresse électronique/);
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
    close();
    cleanup();
    sessionStorage.setItem('preau.connexion', '{"email":"ministere@preau.test","minutes":15}');
    open('/connexion');
    await screen.findByLabelText(/Code à six chiffres/);
    expect(screen.queryByRole('link', { name: /démonstration/ })).toBeNull();
  });
});

describe('a refusal', () => {
  test.each(OIDC_REFUSALS)('%s is said in words, with what to do', async (code) => {
    open(`/connexion?refus=${code}&reference=aB3_-xyz`);
    const said = await screen.findByText((text) => text.startsWith(PROVIDER_REFUSALS[code]), {
      normalizer: (text) => text,
    });
    expect(said.textContent?.includes('aB3_-xyz')).toBe(code !== 'CANCELLED');
    expect(await screen.findByLabelText(/Adresse électronique/)).toBeTruthy();
  });

  test.each(['refus=AUTRE', 'refus=', 'reference=aB3_-xyz', 'refus=toString'])(
    '%s says nothing',
    async (search) => {
      open(`/connexion?${search}`);
      await screen.findByLabelText(/Adresse électronique/);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  test('repeats no words of the address', async () => {
    open('/connexion?refus=INVALID&reference=<b>appelez le 01</b>');
    expect((await screen.findByRole('alert')).textContent).not.toContain('appelez');
  });
});

test('whoever creates an account on the way from a provider goes on to where they were going', async () => {
  const { router } = open('/connexion/compte?retour=/pilotage', {
    PendingSignIn: () => ({
      pendingSignIn: { step: 'REGISTRATION', id: 'p1', email: null, proposedName: 'Karim Haddad' },
    }),
    Register: () => ({ register: { __typename: 'SignedIn', account: { id: 'a1', roles: [] } } }),
  });
  expect(await screen.findByText(/Votre identité est confirmée/)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByLabelText('18 ans ou plus'));
  await user.click(screen.getByLabelText(/Enseignant ou enseignante/));
  await user.click(screen.getByRole('checkbox', { name: /charte/ }));
  await user.click(screen.getByRole('button', { name: 'Créer mon compte' }));
  expect(await screen.findByText('/pilotage')).toBeTruthy();
  expect(router.state.location.pathname).toBe('/pilotage');
});

test('nor does a second factor lose it', async () => {
  const { calls } = open('/connexion/second-facteur?retour=/pilotage', {
    PendingSignIn: () => ({ pendingSignIn: { step: 'SECOND_FACTOR', id: 'p1', email: null } }),
    ConfirmSecondFactor: () => ({
      confirmSecondFactor: { __typename: 'SignedIn', account: { id: 'a1', roles: [] } },
    }),
  });
  await userEvent.type(await screen.findByLabelText(/Code à six chiffres/), '123456{Enter}');
  expect(await screen.findByText('/pilotage')).toBeTruthy();
  expect(calls.some(({ operation }) => operation === 'ConfirmSecondFactor')).toBe(true);
});

describe('signing out', () => {
  const me = {
    id: 'a1',
    displayName: 'Karim',
    isPseudonym: false,
    roles: [],
    grants: [],
    createdAt: '2026-11-22T09:00:00Z',
  };
  const leave = async (network: MockAnswers) => {
    const shown = open('/mon-espace', {
      MyAccount: () => ({ me }),
      SignOut: () => ({ signOut: true }),
      ...network,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Me déconnecter' }));
    return shown;
  };
  afterEach(() => {
    window.location.hash = '';
  });

  test('goes on to the provider that opened the session, once it is over here', async () => {
    const url = `${window.location.href}#chez-le-fournisseur`;
    const { calls } = await leave({ SignOutUrl: () => ({ signOutUrl: url }) });
    await screen.findByRole('button', { name: 'Me déconnecter' });
    expect(window.location.hash).toBe('#chez-le-fournisseur');
    const made = calls.map(({ operation }) => operation);
    expect(made.indexOf('SignOutUrl')).toBeLessThan(made.indexOf('SignOut'));
  });

  test.each<[string, MockAnswers]>([
    ['after a sign-in by mail', { SignOutUrl: () => ({ signOutUrl: null }) }],
    [
      'when the provider’s address cannot be had',
      {
        SignOutUrl: () => {
          throw refusal('INTERNAL');
        },
      },
    ],
  ])('goes home %s', async (_, network) => {
    await leave(network);
    expect(await screen.findByText('/')).toBeTruthy();
  });
});

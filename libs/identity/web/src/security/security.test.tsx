import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { RightsNotice } from '../everywhere';
import { identityRoutes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const NONE = {
  secondFactorSince: null as string | null,
  recoveryCodesLeft: 0,
  secondFactorShown: false,
  secondFactorWanted: false,
  rightsWaiting: [] as string[],
};
const ACTIVE = {
  ...NONE,
  secondFactorSince: '2026-11-20T10:00:00Z',
  recoveryCodesLeft: 9,
  secondFactorShown: true,
};
const aSession = (id: string, device: string, current = false) => ({
  node: { id, device, current, createdAt: '2026-11-22T08:00:00Z', lastSeenAt: '2026-11-22T09:00:00Z' },
});
const page = (edges: object[], endCursor: string | null = null) => ({
  me: {
    id: 'a',
    security: { sessions: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } } },
  },
});
const network = (security: typeof NONE | null, secondFactor = true): MockAnswers => ({
  MySecurity: () => ({ me: security && { id: 'a', security }, site: { secondFactor } }),
  MySessions: ({ after }) =>
    after === 's2'
      ? page([aSession('s3', '')])
      : page([aSession('s1', 'Firefox, Linux', true), aSession('s2', 'Safari, iOS')], 's2'),
});

let close: () => void = () => undefined;
function open(answers: MockAnswers) {
  const calls = mockNetwork(answers);
  const elsewhere = ['/', '/connexion', '/mon-espace'].map((path) => ({
    path,
    element: <p>{`ici ${path}`}</p>,
  }));
  const known = elsewhere.map(({ path }) => path);
  const routes = identityRoutes([]).filter(({ path }) => !known.includes(path ?? ''));
  close = renderRoutes([...elsewhere, ...routes], '/mon-espace/securite').close;
  return (operation: string) => calls.filter((call) => call.operation === operation);
}
afterEach(() => {
  close();
  cleanup();
});
const user = userEvent.setup();
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));

describe('the second factor', () => {
  test('that is missing: which rights wait for it, and the way to it', async () => {
    open(network({ ...NONE, rightsWaiting: ['STAFF', 'MODERATOR'], secondFactorWanted: true }));
    expect(
      await screen.findByText(
        /Vos droits de «\sÉquipe du ministère\s» et «\sModération\s» attendent une double authentification\./,
      ),
    ).toBeTruthy();
    const link = screen.getByRole('link', { name: /Mettre en place/ });
    expect(link.getAttribute('href')).toBe('/mon-espace/securite/double-authentification');
  });

  test('that a demonstration does without', async () => {
    open(network(NONE, false));
    expect(await screen.findByText(/désactivée par le réglage SECOND_FACTOR/)).toBeTruthy();
  });

  test('is shown for a session opened without it', async () => {
    const sent = open({
      ...network({ ...ACTIVE, secondFactorShown: false, secondFactorWanted: true, rightsWaiting: ['STAFF'] }),
      ShowSecondFactor: () => ({ showSecondFactor: { __typename: 'SignedIn' } }),
    });
    await press('Saisir un code maintenant');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Saisir un code' }));
    await user.type(await screen.findByLabelText(/Code à six chiffres/), '123456{Enter}');
    expect(await screen.findByText(/tous vos droits sont en vigueur/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Double authentification' }));
    expect(sent('ShowSecondFactor')[0]?.variables).toEqual({ code: '123456' });
  });

  test('renews its recovery codes, shown once', async () => {
    open({
      ...network(ACTIVE),
      RenewRecoveryCodes: () => ({
        renewRecoveryCodes: { __typename: 'RecoveryCodesGiven', codes: ['aaaa-bbbb-cccc'] },
      }),
    });
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    expect(await screen.findByText(/Il vous reste 9 codes de secours/)).toBeTruthy();
    await press('Renouveler les codes de secours');
    await user.type(await screen.findByLabelText(/Code à six chiffres/), '123456{Enter}');
    expect(await screen.findByText('aaaa-bbbb-cccc')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Vos codes de secours' }));
    await press('J’ai gardé mes codes');
    expect(await screen.findByText(/nouveaux codes de secours sont en place/)).toBeTruthy();
    expect(screen.queryByText('aaaa-bbbb-cccc')).toBeNull();
  });

  test('is given up with a code, unless roles want it', async () => {
    open({
      ...network(ACTIVE),
      RemoveSecondFactor: () => ({
        removeSecondFactor: { __typename: 'SecondFactorRefused', code: 'INVALID', triesLeft: 2 },
      }),
    });
    await press('Retirer');
    await user.type(await screen.findByLabelText(/Code à six chiffres/), '123456{Enter}');
    expect(await screen.findByText(/Il vous reste 2 essais/)).toBeTruthy();
    await press('Annuler');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Double authentification' }));
    close();
    cleanup();
    open(network({ ...ACTIVE, secondFactorWanted: true }));
    await screen.findByText('En place');
    expect(screen.queryByRole('button', { name: 'Retirer' })).toBeNull();
  });
});

describe('the devices', () => {
  test('are listed page by page, this one marked', async () => {
    open(network(NONE));
    const first = (await screen.findByText('Firefox, Linux')).closest('li')!;
    expect(within(first).getByText('Cet appareil')).toBeTruthy();
    await press('Afficher les suivants');
    expect(await screen.findByText('Appareil inconnu')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Afficher les suivants' })).toBeNull();
  });

  test.each([
    ['was there', () => ({ endSession: true })],
    [
      'had ended meanwhile',
      () => {
        throw refusal('NOT_FOUND');
      },
    ],
  ])('one that %s is signed out', async (_, EndSession) => {
    const sent = open({ ...network(NONE), EndSession });
    await press(/^Déconnecter Safari, iOS/);
    expect(await screen.findByText('Cet appareil est déconnecté.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Appareils connectés' }));
    expect(sent('EndSession')[0]?.variables).toEqual({ id: 's2' });
    expect(sent('MySessions').length).toBeGreaterThan(1);
  });

  test('all others are signed out', async () => {
    open({ ...network(NONE), EndOtherSessions: () => ({ endOtherSessions: 2 }) });
    await press('Déconnecter les autres appareils');
    expect(await screen.findByText('2 autres appareils sont déconnectés.')).toBeTruthy();
  });

  test('all are signed out, and nothing of the account stays', async () => {
    localStorage.setItem('preau:mine:draft', '{}');
    open({ ...network(NONE), SignOutEverywhere: () => ({ signOutEverywhere: 3 }) });
    await press('Me déconnecter partout');
    expect(await screen.findByText('ici /')).toBeTruthy();
    expect(localStorage.getItem('preau:mine:draft')).not.toBe('{}');
  });

  test('a failure is said', async () => {
    open({
      ...network(NONE),
      EndOtherSessions: () => {
        throw refusal('INTERNAL');
      },
    });
    await press('Déconnecter les autres appareils');
    expect(await screen.findByText(/Le site a rencontré une erreur/)).toBeTruthy();
  });
});

test('a visitor goes and signs in', async () => {
  open(network(null));
  expect(await screen.findByText('ici /connexion')).toBeTruthy();
});

describe('around every page', () => {
  const notice = (security: object, secondFactor = true) => {
    mockNetwork({ RightsWaiting: () => ({ me: { id: 'a', security }, site: { secondFactor } }) });
    const element = (
      <Suspense fallback={null}>
        <RightsNotice />
      </Suspense>
    );
    close = renderRoutes([{ path: '/', element }], '/').close;
  };

  test.each([
    [null, 'La mettre en place', '/mon-espace/securite/double-authentification'],
    ['2026-11-20T10:00:00Z', 'Saisir un code', '/mon-espace/securite'],
  ])('rights that wait say so, with the way out (factor since %j)', async (secondFactorSince, name, href) => {
    notice({ secondFactorSince, rightsWaiting: ['ADMIN'] });
    expect(
      await screen.findByText(/Administration du site.*attendent une double authentification/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(href);
  });

  test('a demonstration says that it wants none', async () => {
    notice({ secondFactorSince: null, rightsWaiting: [] }, false);
    expect(await screen.findByText(/désactivée par le réglage SECOND_FACTOR/)).toBeTruthy();
  });
});

import { setLink } from '@codegouvfr/react-dsfr/link';
import { afterEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { identityRoutes } from '../routes';
import { type AccountPlace } from './account-places';

setLink({ Link: Link as Parameters<typeof setLink>[0]['Link'] });
// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });

const account = {
  id: 'a1',
  displayName: 'Camille Morel',
  isPseudonym: false,
  email: 'ministere@preau.test',
  roles: ['STAFF'],
  grants: [{ id: 'g1', role: 'STAFF', themeId: null, endsAt: null, territory: null }] as object[],
  academie: null as string | null,
  charterVersion: null as string | null,
  createdAt: '2026-11-22T09:00:00Z',
};
const answers: MockAnswers = {
  MyAccount: () => ({ me: account }),
  SignOut: () => ({ signOut: true }),
  SignInContext: () => ({ me: null, site: { embedded: false }, identityProviders: [] }),
};

let close: () => void = () => undefined;
function open(network: MockAnswers = answers, places: readonly AccountPlace[] = []) {
  const calls = mockNetwork(network);
  const shown = renderRoutes([...identityRoutes(places), { path: '/', element: <p>/</p> }], '/mon-espace');
  close = shown.close;
  return { calls, router: shown.router };
}
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

afterEach(() => {
  close();
  cleanup();
});

test('says who I am and what I may do, and lets me out', async () => {
  const { calls } = open();
  expect(await screen.findByText('ministere@preau.test')).toBeTruthy();
  expect(screen.getByText('Équipe du ministère')).toBeTruthy();
  expect(screen.getByText(/22 novembre 2026/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Me déconnecter' }));
  expect(await screen.findByText('/')).toBeTruthy();
  expect(calls.map(({ operation }) => operation)).toContain('SignOut');
});

test('says to whoever is suspended since when, why, what is left and where to contest it', async () => {
  const suspended = {
    ...account,
    roles: [],
    suspendedAt: '2026-11-21T09:00:00Z',
    suspensionReason: 'Adresse partagée',
  };
  open({ ...answers, MyAccount: () => ({ me: suspended }) });
  const title = await screen.findByRole('heading', {
    name: 'Votre compte est suspendu depuis le 21 novembre 2026',
  });
  const notice = title.closest('.fr-alert');
  expect(notice?.textContent).toMatch(/Motif\s: «\sAdresse partagée\s»\. Vous pouvez lire, répondre/);
  expect(screen.getByRole('link', { name: /écrivez à l’équipe/ }).getAttribute('href')).toBe('/contact');
});

test('shows a verified teacher as such, with the académie and the charter accepted', async () => {
  const teacher = {
    ...account,
    roles: ['TEACHER'],
    grants: [{ id: 'g1', role: 'TEACHER', themeId: null, endsAt: null, territory: null }],
    academie: '09',
    charterVersion: '1.0',
  };
  open({ ...answers, MyAccount: () => ({ me: teacher }) });
  expect(await screen.findByText('Personnel enseignant vérifié')).toBeTruthy();
  expect(screen.getByText('Participation')).toBeTruthy();
  expect(await screen.findByText('Lille')).toBeTruthy();
  expect(screen.getByText(/charte de participation, version 1\.0/)).toBeTruthy();
});

test('says where, on what and until when a role holds', async () => {
  const grant = (id: string, level: string, name: string, more = {}) => ({
    id,
    role: 'COORDINATOR',
    themeId: null,
    endsAt: null,
    territory: { level, name },
    ...more,
  });
  const grants = [
    grant('g1', 'ACADEMIE', 'Normandie'),
    grant('g2', 'ACADEMIE', 'Amiens', { endsAt: '2027-03-03T11:00:00Z' }),
    grant('g3', 'REGION', 'Hauts-de-France', { role: 'MODERATOR', themeId: 't1' }),
    grant('g4', 'DEPARTEMENT', 'Nord', { role: 'MODERATOR', themeId: 't2' }),
  ];
  open({
    ...answers,
    MyAccount: () => ({ me: { ...account, grants } }),
    ThemeNames: () => ({ consultations: [{ themes: [{ id: 't1', shortTitle: 'Égalité' }] }] }),
  });
  expect(await screen.findByText('Coordination académique, académie de Normandie')).toBeTruthy();
  expect(screen.getByText('Coordination académique, académie d’Amiens, jusqu’au 3 mars 2027')).toBeTruthy();
  expect(
    await screen.findByText(/Modération, région académique Hauts-de-France, thème «\sÉgalité\s»/),
  ).toBeTruthy();
  expect(screen.getByText(/Modération, département\s: Nord, sur un thème/)).toBeTruthy();
});

test('names a pseudonym as one, and does without an address', async () => {
  const pupil = { ...account, displayName: 'Renard', isPseudonym: true, email: null, roles: [], grants: [] };
  open({ ...answers, MyAccount: () => ({ me: pupil }) });
  expect(await screen.findByText('Pseudonyme')).toBeTruthy();
  expect(screen.getByText(/par un autre service/)).toBeTruthy();
});

describe('its places', () => {
  const messages = { to: '/mon-espace/messages', title: 'Mes messages', text: 'Vos messages.' };

  test('are those of this domain when no other brings any', async () => {
    open();
    expect((await screen.findByRole('link', { name: 'Mon profil' })).getAttribute('href')).toBe(
      '/mon-espace/profil',
    );
    expect(screen.getByRole('link', { name: 'Pilotage' })).toBeTruthy();
    expect(headings()).toEqual(['Mon compte', 'Mes outils']);
  });

  test('take those that the other domains bring', async () => {
    open(answers, [{ ...messages, section: 'participation' }]);
    expect((await screen.findByRole('link', { name: 'Mes messages' })).getAttribute('href')).toBe(
      '/mon-espace/messages',
    );
    expect(headings()).toEqual(['Ma participation', 'Mon compte', 'Mes outils']);
  });

  test('are shown to those they are for', async () => {
    open({ ...answers, MyAccount: () => ({ me: { ...account, roles: [], grants: [] } }) }, [
      { ...messages, section: 'team', roles: ['ADMIN'] },
    ]);
    await screen.findByRole('link', { name: 'Mon profil' });
    expect(screen.queryByRole('link', { name: 'Pilotage' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Mes messages' })).toBeNull();
    expect(headings()).toEqual(['Mon compte']);
  });
});

test('a visitor is sent to sign in', async () => {
  const { router } = open({ ...answers, MyAccount: () => ({ me: null }) });
  await screen.findByLabelText(/Adresse électronique/);
  expect(router.state.location.search).toBe('?retour=/mon-espace');
});

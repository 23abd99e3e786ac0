import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { administrationRoutes } from './routes';
import { administered, answers, pageOf } from './test-answers';

configure({ asyncUtilTimeout: 20_000 });

const places = [
  { to: '/administration/envois', title: 'Envois', text: 'Ce qui part.', section: 'team' },
  { to: '/pilotage', title: 'Pilotage', text: 'Ailleurs.', section: 'team' },
] as const;

let close: () => void = () => undefined;
function open(path: string, network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  const site = renderRoutes(administrationRoutes(places), path);
  close = site.close;
  const asked = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
  return { asked, site };
}
afterEach(() => {
  close();
  cleanup();
});

test('the way in says of how many accounts and entries', async () => {
  open('/administration');
  expect(await screen.findByText(/1 203 comptes, dont 2 suspendus/)).toBeTruthy();
  expect(screen.getByText(/45 entrées/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Envois' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Pilotage' })).toBeNull();
  expect(screen.queryByText(/double authentification désactivée/)).toBeNull();
});

test('a demonstration without second factors says so', async () => {
  open('/administration', { ...answers, AdministrationSite: () => ({ site: { secondFactor: false } }) });
  expect(await screen.findByRole('heading', { name: /double authentification désactivée/ })).toBeTruthy();
});

test('accounts are listed with roles, where they stand, and the end of their address', async () => {
  open('/administration/comptes');
  const nadia = (await screen.findByRole('link', { name: 'Nadia Benali' })).closest('li')!;
  expect(nadia.textContent).toMatch(/Modération.*na…@ac-lyon\.fr — compte ouvert le 1er novembre 2026/);
  const zoe = screen.getByRole('link', { name: 'Zoé' }).closest('li')!;
  expect(within(zoe).getByText('Suspendu')).toBeTruthy();
  expect(zoe.textContent).toMatch(/Participation.*Sans adresse/);
  expect(screen.getByRole('link', { name: 'Zoé' }).getAttribute('href')).toBe('/administration/comptes/a3');
});

test('what is looked for is in the address, asked of the server, and there again when the page is', async () => {
  const { asked } = open('/administration/comptes?recherche=zo%C3%A9&etat=SUSPENDED&role=PIRATE');
  const field = await screen.findByLabelText<HTMLInputElement>('Nom ou adresse');
  expect(field.value).toBe('zoé');
  expect(asked('AdministeredAccounts')[0]).toMatchObject({ search: 'zoé', state: 'SUSPENDED', role: null });
  await userEvent.clear(field);
  await userEvent.type(field, 'nadia{Tab}');
  await userEvent.selectOptions(screen.getByLabelText('Rôle'), 'Modération');
  expect(asked('AdministeredAccounts')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Chercher' }));
  await screen.findByDisplayValue('nadia');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chercher' }));
  expect(asked('AdministeredAccounts').at(-1)).toMatchObject({
    search: 'nadia',
    role: 'MODERATOR',
    state: 'SUSPENDED',
  });
});

test('the rest comes on demand, and the total is said', async () => {
  const { asked } = open('/administration/comptes', {
    ...answers,
    AdministeredAccounts: ({ after }) => ({
      accounts: after
        ? pageOf([{ ...administered, id: 'a4', displayName: 'Bruno', grants: [] }], 2)
        : pageOf([{ ...administered, grants: [] }], 2, 'a2'),
    }),
  });
  expect(await screen.findByText('1 sur 2 affiché')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Afficher la suite' }));
  expect(await screen.findByRole('link', { name: 'Bruno' })).toBeTruthy();
  expect(screen.getByText('2 sur 2 affichés')).toBeTruthy();
  expect(asked('AdministeredAccounts').map(({ after }) => after)).toEqual([null, 'a2']);
});

test('nobody found is said', async () => {
  open('/administration/comptes?recherche=x', {
    ...answers,
    AdministeredAccounts: () => ({ accounts: pageOf([]) }),
  });
  expect(await screen.findByText('Aucun compte ne répond à cette recherche.')).toBeTruthy();
});

test('a network that fails is said, with a way to try again', async () => {
  open('/administration/comptes', {
    ...answers,
    AdministeredAccounts: () => {
      throw refusal('RATE_LIMITED');
    },
  });
  expect(await screen.findByRole('button', { name: 'Réessayer' })).toBeTruthy();
});

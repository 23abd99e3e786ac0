import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forumRoutes } from '../routes';
import { listOf, pageInfo, signedIn } from '../test-data';

configure({ asyncUtilTimeout: 20_000 });
const user = userEvent.setup();
let close: () => void = () => undefined;
afterEach(() => {
  close();
  cleanup();
});

const services = [
  { id: 'a', name: 'Dgesco', endedAt: null },
  { id: 'b', name: 'Mission passée', endedAt: '2026-11-01T09:00:00Z' },
];
function open(given: MockAnswers = {}) {
  const calls = mockNetwork({
    ...signedIn,
    ManagedServices: () => ({ managedForumServices: { ...listOf(services), totalCount: 2 } }),
    SaveForumService: () => ({ saveForumService: { __typename: 'ForumServiceSaved' } }),
    EndForumService: () => ({ endForumService: { __typename: 'ForumServiceSaved' } }),
    ...given,
  });
  close = renderRoutes(
    forumRoutes(() => null),
    '/pilotage/services',
  ).close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const click = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^Nom du service/ });

test('services are listed, of how many; one that has ended says since when', async () => {
  const asked = open({
    ManagedServices: ({ after }) => ({
      managedForumServices: {
        ...(after
          ? listOf(services.slice(1))
          : listOf(services.slice(0, 1), { ...pageInfo, hasNextPage: true, endCursor: 'c' })),
        totalCount: 2,
      },
    }),
  });
  await screen.findByText('1 sur 2 affiché');
  await click('Afficher la suite');
  expect((await screen.findByText('Mission passée')).closest('li')?.textContent).toContain(
    'N’écrit plus depuis le 1er novembre 2026',
  );
  expect(asked('ManagedServices')).toMatchObject([{ after: null }, { after: 'c' }]);
});

test('a service is added under one id, however often it is sent; a fault is said beside the field', async () => {
  let tries = 0;
  const asked = open({
    SaveForumService: () => {
      tries += 1;
      if (tries === 1) throw refusal('INTERNAL');
      return {
        saveForumService:
          tries === 2
            ? { __typename: 'ManagingRefused', code: 'NAME_TAKEN' }
            : { __typename: 'ForumServiceSaved' },
      };
    },
  });
  await click('Ajouter un service');
  await click('Enregistrer');
  expect(await screen.findByRole('link', { name: /écrivez le nom du service/ })).toBeTruthy();
  expect(asked('SaveForumService')).toEqual([]);
  await user.type(await field(), ' Direction  du numérique');
  await click('Enregistrer');
  await screen.findByText(/Le site a rencontré une erreur/);
  await click('Enregistrer');
  expect(await screen.findByRole('link', { name: /un autre service le porte déjà/ })).toBeTruthy();
  await click('Enregistrer');
  await screen.findByText(/Service ajouté\s: Direction du numérique/);
  const inputs = asked('SaveForumService').map(({ input }) => input as { id: string; name: string });
  expect(new Set(inputs.map(({ id }) => id)).size).toBe(1);
  expect(inputs[2]?.name).toBe('Direction du numérique');
});

test('a service is renamed, ended and taken up again, each once it is confirmed', async () => {
  const asked = open();
  await click('Renommer Dgesco');
  await user.type(await field(), ' (école)');
  await click('Enregistrer');
  await screen.findByText(/Service enregistré\s: Dgesco \(école\)/);
  expect(asked('SaveForumService')).toEqual([{ input: { id: 'a', name: 'Dgesco (école)' } }]);
  await click('Mettre fin à Dgesco');
  expect(asked('EndForumService')).toEqual([]);
  await click('Mettre fin à ce service');
  await screen.findByText('Dgesco n’écrit plus.');
  await click('Reprendre Mission passée');
  await click('Reprendre ce service');
  await screen.findByText('Mission passée écrit de nouveau.');
  expect(asked('EndForumService')).toEqual([
    { id: 'a', ended: true },
    { id: 'b', ended: false },
  ]);
});

test('is for staff alone: a visitor signs in first, and comes back', async () => {
  mockNetwork({
    ...signedIn,
    ManagedServices: () => {
      throw refusal('UNAUTHENTICATED');
    },
  });
  const shown = renderRoutes(
    [...forumRoutes(() => null), { path: '/connexion', element: <p>Connexion</p> }],
    '/pilotage/services',
  );
  ({ close } = shown);
  await screen.findByText('Connexion');
  expect(shown.router.state.location.search).toBe('?retour=%2Fpilotage%2Fservices');
});

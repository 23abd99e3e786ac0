import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const DUE = '2026-12-22T10:00:00Z';
let close: () => void = () => undefined;

/** A server where the deletion may be planned; asks are what was typed. */
function open(deletionDueAt: string | null, answers: MockAnswers = {}, address = '/mon-espace/donnees') {
  let dueAt = deletionDueAt;
  const calls = mockNetwork({
    MyData: () => ({ me: { id: 'a1', deletionDueAt: dueAt } }),
    MyDataExport: () => ({ myDataExport: null }),
    OppositionsOfMine: () => ({ processings: [], myOppositions: [] }),
    DeleteMyAccount: () => {
      dueAt = DUE;
      return { deleteMyAccount: { __typename: 'DeletionPlanned', dueAt } };
    },
    CancelAccountDeletion: () => {
      dueAt = null;
      return { cancelAccountDeletion: { id: 'a1', deletionDueAt: null } };
    },
    ...answers,
  });
  close = renderRoutes(identityRoutes([]), address).close;
  return calls;
}
const heading = () => screen.getByRole('heading', { name: 'Supprimer mon compte', level: 2 });
const word = () => screen.findByLabelText<HTMLInputElement>(/saisissez SUPPRIMER/);

afterEach(() => {
  close();
  cleanup();
});

test('says what goes and what stays, takes the word, then says when and leads there', async () => {
  const calls = open(null);
  expect(await screen.findByRole('heading', { name: 'Ce qui reste' })).toBeTruthy();
  await userEvent.type(await word(), 'SUPPRIMER{Enter}');
  expect(await screen.findByRole('heading', { name: /sera supprimé le 22 décembre 2026/ })).toBeTruthy();
  expect(await screen.findByText(/Un courriel vous la confirme/)).toBeTruthy();
  expect(document.activeElement).toBe(heading());
  expect(calls.find(({ operation }) => operation === 'DeleteMyAccount')?.variables).toEqual({
    confirmation: 'SUPPRIMER',
  });
  expect(screen.queryByLabelText(/saisissez SUPPRIMER/)).toBeNull();
});

test.each([
  ['WRONG_CONFIRMATION', /saisissez le mot SUPPRIMER/],
  ['LAST_ADMINISTRATOR', /dernière personne à administrer/],
])('says beside the field why it is refused: %s', async (code, sentence) => {
  open(null, { DeleteMyAccount: () => ({ deleteMyAccount: { __typename: 'DeletionRefused', code } }) });
  await userEvent.type(await word(), 'oui');
  await userEvent.click(screen.getByRole('button', { name: 'Supprimer mon compte' }));
  expect(await screen.findByText(sentence)).toBeTruthy();
  const field = await word();
  expect(document.activeElement).toBe(field);
  expect([field.getAttribute('aria-invalid'), field.value]).toEqual(['true', 'oui']);
});

test('lets one change one’s mind', async () => {
  open(DUE);
  await userEvent.click(await screen.findByRole('button', { name: 'Garder mon compte' }));
  expect(await screen.findByText('Votre compte est gardé.')).toBeTruthy();
  expect(document.activeElement).toBe(heading());
  expect(await word()).toBeTruthy();
});

test('is said first thing in my space', async () => {
  const me = {
    id: 'a1',
    displayName: 'Camille',
    isPseudonym: false,
    email: null,
    roles: [],
    grants: [],
    createdAt: DUE,
  };
  let deletionDueAt: string | null = DUE;
  open(
    null,
    {
      MyAccount: () => ({ me: { ...me, deletionDueAt } }),
      CancelAccountDeletion: () => {
        deletionDueAt = null;
        return { cancelAccountDeletion: { id: 'a1', deletionDueAt } };
      },
    },
    '/mon-espace',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Garder mon compte' }));
  expect(await screen.findByText('Votre compte est gardé.')).toBeTruthy();
  expect(screen.queryByText(/sera supprimé le/)).toBeNull();
});

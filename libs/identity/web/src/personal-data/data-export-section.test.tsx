import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const preparing = {
  id: 'e1',
  state: 'PREPARING',
  done: 1,
  total: 4,
  createdAt: '2026-11-22T09:42:00Z',
  expiresAt: null as string | null,
  bytes: null as number | null,
};
const ready = { ...preparing, state: 'READY', done: 4, expiresAt: '2026-11-29T09:42:00Z', bytes: 2_100 };

let close: () => void = () => undefined;
function open(answers: MockAnswers) {
  const calls = mockNetwork({
    MyData: () => ({ me: { id: 'a1' } }),
    OppositionsOfMine: () => ({ processings: [], myOppositions: [] }),
    ...answers,
  });
  close = renderRoutes(identityRoutes([]), '/mon-espace/donnees').close;
  return calls;
}
const askedFor = (calls: { operation: string }[], name: string) =>
  calls.filter(({ operation }) => operation === name).length;

afterEach(() => {
  close();
  cleanup();
});

test('asks for the file, shows how far it is, then gives it', async () => {
  let now: typeof preparing | null = null;
  const calls = open({
    MyDataExport: () => ({ myDataExport: now }),
    ExportMyData: () => {
      now = preparing;
      return { exportMyData: { id: 'e1' } };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Préparer mes données' }));
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar', { name: /Préparation en cours/ });
  expect([bar.value, bar.max]).toEqual([1, 4]);
  expect(screen.getByText(/1\ssujet préparé sur 4/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Préparer mes données' }).disabled).toBe(true);
  now = ready;
  const link = await screen.findByRole('link', { name: /^Télécharger mes données/ });
  expect(link.getAttribute('href')).toBe('/exports/my-data/e1/mes-donnees.zip');
  expect(link.closest('p')?.textContent).toMatch(
    /moins de 3\u00a0Ko.*22 novembre 2026 à\u00a010:42.*jusqu’au 29 novembre 2026/,
  );
  expect(screen.getByText('Vos données sont prêtes.')).toBeTruthy();
  expect(askedFor(calls, 'ExportMyData')).toBe(1);
});

test('goes on showing what was asked for before, and lets one ask anew', async () => {
  const calls = open({
    MyDataExport: () => ({ myDataExport: ready }),
    ExportMyData: () => ({ exportMyData: { id: 'e2' } }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Préparer un fichier plus récent' }));
  await waitFor(() => expect(askedFor(calls, 'ExportMyData')).toBe(1));
});

test('says that it could not be asked for', async () => {
  open({
    MyDataExport: () => ({ myDataExport: null }),
    ExportMyData: () => {
      throw refusal('RATE_LIMITED');
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Préparer mes données' }));
  expect(await screen.findByText(/Attendez une minute/)).toBeTruthy();
});

test('a visitor is sent to sign in', async () => {
  open({ MyData: () => ({ me: null }), SignInContext: () => ({ me: null, site: { embedded: false } }) });
  expect(await screen.findByLabelText(/Adresse électronique/)).toBeTruthy();
});

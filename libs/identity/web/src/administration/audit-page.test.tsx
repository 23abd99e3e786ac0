import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { administrationRoutes } from './routes';
import { answers, entries, pageOf } from './test-answers';

configure({ asyncUtilTimeout: 20_000 });

let close: () => void = () => undefined;
function open(query = '', network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  close = renderRoutes(administrationRoutes([]), `/administration/journal${query}`).close;
  return () =>
    calls.filter(({ operation }) => operation === 'AuditEntries').map(({ variables }) => variables);
}
afterEach(() => {
  close();
  cleanup();
});

test('says who did what, on what, when, in words', async () => {
  open();
  const granted = (await screen.findByRole('heading', { name: /Rôle donné\s: Nadia Benali/ })).closest('li');
  expect(await screen.findByText('Modération, Lyon')).toBeTruthy();
  expect(granted?.textContent).toMatch(/motif\s: «\sRemplace Claude Garnier\s»/);
  expect(granted?.textContent).toMatch(/Nº\s12 — 2 novembre 2026 à\s11:00, par Sacha Laurent/);
  const downloaded = screen.getByRole('heading', {
    name: /Téléchargement des réponses terminé\s: questionnaire/,
  });
  expect(downloaded.closest('li')?.textContent).toMatch(
    /issue\s: coupé, la session ayant pris fin.*lignes\s: 1\s500/,
  );
  expect(downloaded.closest('li')?.textContent).toMatch(
    /Nº\s1\s013 — 2 novembre 2026 à\s11:00, par un compte supprimé/,
  );
});

test('says what the institution did in debates, with its reason', async () => {
  const entry = (id: string, action: string, details: object) => ({
    ...entries.granted,
    id,
    action,
    object: 'topic:t',
    objectName: 'Le réseau',
    details,
  });
  open('', {
    ...answers,
    AuditEntries: () => ({
      auditEntries: pageOf([
        entry('1', 'forum.manage', { isLocked: true, lockReason: 'Tout est dit.' }),
        entry('2', 'forum.official', { postId: 'p', serviceId: 's' }),
        entry('3', 'forum.solve', { postId: 'p' }),
      ]),
    }),
  });
  const locked = await screen.findByRole('heading', { name: /Réglage d’un sujet\s: Le réseau/ });
  expect(locked.closest('li')?.textContent).toMatch(
    /fermé\s: oui.*raison dite aux lecteurs\s: «\sTout est dit.\s»/,
  );
  screen.getByRole('heading', { name: /Message officiel publié\s: Le réseau/ });
  screen.getByRole('heading', { name: /Réponse retenue changée\s: Le réseau/ });
});

test('says whether the log is whole, and of how many entries', async () => {
  open();
  expect(await screen.findByText(/Journal entier : 45 entrées vérifiées/)).toBeTruthy();
});

test('says where it is not', async () => {
  open('', {
    ...answers,
    AuditChain: () => ({ auditChain: { entries: 44, isWhole: false, broken: [3, 1_200], head: 'ab' } }),
  });
  expect(await screen.findByRole('heading', { name: 'Le journal a été modifié' })).toBeTruthy();
  expect(screen.getByText(/rompue à l’entrée 3, 1 200/)).toBeTruthy();
});

test('filters are in the address, asked of the server, and of the file too', async () => {
  const account = '01980000-0000-7000-8000-000000000001';
  const asked = open(`?action=rights.grant&du=2026-11-01&au=hier&compte=${account}`);
  await screen.findByRole('heading', { name: /Rôle donné/ });
  expect(asked().at(-1)?.['filter']).toEqual({ action: 'rights.grant', from: '2026-11-01', account });
  expect(screen.getByText(/ce qu’une personne a fait/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /Télécharger/ }).getAttribute('href')).toBe(
    `/exports/audit.csv?action=rights.grant&account=${account}&from=2026-11-01`,
  );
  await screen.findByRole('option', { name: 'unknown.action' });
  await userEvent.selectOptions(screen.getByLabelText('Action'), 'Toutes');
  await userEvent.type(screen.getByLabelText('Au'), '2026-11-30');
  await userEvent.click(screen.getByRole('button', { name: 'Filtrer' }));
  await screen.findByDisplayValue('2026-11-30');
  expect(asked().at(-1)?.['filter']).toEqual({ from: '2026-11-01', to: '2026-11-30', account });
});

test('the rest comes on demand', async () => {
  open('', {
    ...answers,
    AuditEntries: ({ after }) => ({
      auditEntries: after ? pageOf([entries.granted], 2) : pageOf([entries.downloaded], 2, '1013'),
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }));
  expect(await screen.findByRole('heading', { name: /Rôle donné/ })).toBeTruthy();
  expect(screen.getByText('2 sur 2 affichés')).toBeTruthy();
});

test('nothing found is said', async () => {
  open('?action=x', { ...answers, AuditEntries: () => ({ auditEntries: pageOf([]) }) });
  expect(await screen.findByText('Aucune entrée ne répond à ces filtres.')).toBeTruthy();
});

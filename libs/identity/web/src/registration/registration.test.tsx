import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';

const proved = {
  id: 'p1',
  step: 'REGISTRATION',
  email: 'nouvelle@preau.test',
  proposedName: null,
  professionalDomain: null,
  academie: null,
};
const answers: MockAnswers = {
  PendingSignIn: () => ({ pendingSignIn: proved }),
  Register: () => ({ register: { __typename: 'SignedIn', account: { id: 'a1', roles: [] } } }),
};

configure({ asyncUtilTimeout: 20_000 });
// jsdom lays nothing out: there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;
const user = userEvent.setup();
let close: () => void = () => undefined;

function open(network: MockAnswers = {}, address = '/connexion/compte') {
  const calls = mockNetwork({ ...answers, ...network });
  const elsewhere = ['/', '/debats'].map((path) => ({ path, element: <p>page {path}</p> }));
  // « Mon espace » belongs to other tests.
  const pages = identityRoutes([]).filter(({ path }) => path !== '/mon-espace');
  const own = { path: '/mon-espace', element: <p>page /mon-espace</p> };
  const shown = renderRoutes([...pages, own, ...elsewhere], address);
  close = shown.close;
  return calls;
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  close();
  cleanup();
});

const choose = async (name: string | RegExp) => user.click(await screen.findByRole('radio', { name }));
const name = () => screen.findByLabelText<HTMLInputElement>(/Nom affiché|Pseudonyme \(/);
const send = () => user.click(screen.getByRole('button', { name: 'Créer mon compte' }));

describe('creating an account', () => {
  test('asks what is needed and signs in', async () => {
    const calls = open();
    await screen.findByText(/L’adresse nouvelle@preau\.test est confirmée/);
    await choose('18 ans ou plus');
    await user.type(await name(), 'Jeanne Martin');
    await choose('Parent d’élève');
    await user.click(screen.getByRole('checkbox', { name: /J’accepte la charte/ }));
    await send();
    expect(await screen.findByText('page /mon-espace')).toBeTruthy();
    expect(calls.find(({ operation }) => operation === 'Register')?.variables).toEqual({
      input: {
        age: 'ADULT',
        displayName: 'Jeanne Martin',
        isPseudonym: false,
        declaredRole: 'PARENT',
        academie: null,
        charterVersion: '1.0',
      },
    });
  });

  test('goes back to where one was', async () => {
    localStorage.setItem('preau.retour', JSON.stringify({ path: '/debats', until: Date.now() + 60_000 }));
    open();
    await choose('18 ans ou plus');
    await user.type(await name(), 'Jeanne Martin');
    await choose('Parent d’élève');
    await user.click(screen.getByRole('checkbox', { name: /J’accepte la charte/ }));
    await send();
    expect(await screen.findByText('page /debats')).toBeTruthy();
  });

  test('names what is missing, in a list that takes the focus and leads to each field', async () => {
    const calls = open();
    await name();
    await send();
    await screen.findByText('4 réponses sont à revoir');
    expect(document.activeElement?.textContent).toContain('4 réponses sont à revoir');
    await user.click(screen.getByRole('link', { name: /Saisissez un nom/ }));
    expect(document.activeElement).toBe(await name());
    expect(calls.some(({ operation }) => operation === 'Register')).toBe(false);
  });

  test('says beside the field what the server refuses, and keeps what was typed', async () => {
    open({
      Register: () => ({
        register: {
          __typename: 'RegistrationRefused',
          code: 'INVALID',
          faults: [{ field: 'displayName', code: 'RESERVED' }],
        },
      }),
    });
    await choose('18 ans ou plus');
    await user.type(await name(), 'Ministère');
    await choose('Parent d’élève');
    await user.click(screen.getByRole('checkbox', { name: /J’accepte la charte/ }));
    await send();
    expect(await screen.findByRole('link', { name: /laisserait croire/ })).toBeTruthy();
    expect((await name()).getAttribute('aria-invalid')).toBe('true');
    expect((await name()).value).toBe('Ministère');
  });

  test('survives a reload', async () => {
    open();
    await user.type(await name(), 'Jeanne');
    close();
    cleanup();
    open();
    expect((await name()).value).toBe('Jeanne');
  });

  test('of another sign-in starts empty', async () => {
    open();
    await user.type(await name(), 'Jeanne');
    close();
    cleanup();
    open({ PendingSignIn: () => ({ pendingSignIn: { ...proved, id: 'p2' } }) });
    expect((await name()).value).toBe('');
  });
});

test('what a professional address proves is filled in', async () => {
  open({
    PendingSignIn: () => ({
      pendingSignIn: { ...proved, professionalDomain: 'ac-lyon.fr', academie: '10' },
    }),
  });
  expect(await screen.findByText(/Adresse professionnelle en ac-lyon\.fr/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Enseignant/ }).checked).toBe(true);
});

test('from 15 to 17 a pseudonym is asked for', async () => {
  open();
  await choose('De 15 à 17 ans');
  expect(await screen.findByLabelText(/Pseudonyme \(obligatoire\)/)).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: 'C’est un pseudonyme' })).toBeNull();
});

test('under 15 one is told kindly, without filling in the rest', async () => {
  open({
    Register: () => ({ register: { __typename: 'RegistrationRefused', code: 'TOO_YOUNG', faults: [] } }),
  });
  await choose('Moins de 15 ans');
  await send();
  expect(await screen.findByRole('heading', { name: 'Votre avis compte aussi' })).toBeTruthy();
  expect(screen.getByText(/aucun compte n’a été créé/)).toBeTruthy();
});

test('without a proof, or too late, the address comes first', async () => {
  open({ PendingSignIn: () => ({ pendingSignIn: null }) });
  expect(await screen.findByRole('link', { name: 'Confirmer mon adresse' })).toBeTruthy();
});

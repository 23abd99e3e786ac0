import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { DISPLAY_NAME_FAULTS, PROFILE_FAULTS as CODES, PSEUDONYM_FAULTS } from '@preau/identity-domain';
import { cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const me = {
  id: 'a1',
  displayName: 'Camille Morel',
  isPseudonym: false,
  isMinor: false,
  declaredRole: 'TEACHER',
  academie: '09',
};
const saved = (variables: Record<string, unknown>) => ({
  saveProfile: {
    __typename: 'ProfileSaved',
    account: { ...me, ...(variables['input'] as object), displayName: 'Camille M.' },
  },
});
const refusedFor = (field: string, code: string) => () => ({
  saveProfile: { __typename: 'ProfileRefused', refusal: 'INVALID', faults: [{ field, code }] },
});
const answers: MockAnswers = { MyProfile: () => ({ me }), SaveProfile: saved };

let close: () => void = () => undefined;
function open(network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  close = renderRoutes(identityRoutes([]), '/mon-espace/profil').close;
  return () => calls.filter(({ operation }) => operation === 'SaveProfile').map(({ variables }) => variables);
}
const name = (label = /Nom affiché/) => screen.findByLabelText<HTMLInputElement>(label);
const save = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
async function retype(text: string) {
  await userEvent.clear(await name());
  await userEvent.type(await name(), text);
}

beforeEach(() => {
  sessionStorage.clear();
});
afterEach(() => {
  close();
  cleanup();
});

test('sends what was changed, says so, and shows the name as it was kept', async () => {
  const sent = open();
  await retype('Camille  M.');
  await userEvent.selectOptions(screen.getByLabelText(/À quel titre/), 'Je ne le dis pas');
  await userEvent.click(screen.getByLabelText(/C’est un pseudonyme/));
  await screen.findByRole('option', { name: 'Lille' });
  await userEvent.selectOptions(screen.getByLabelText(/Académie/), 'Lyon');
  await save();
  expect(await screen.findByText('Votre profil est enregistré.')).toBeTruthy();
  expect(sent()).toEqual([
    { input: { displayName: 'Camille  M.', isPseudonym: true, declaredRole: null, academie: '10' } },
  ]);
  expect((await name()).value).toBe('Camille M.');
  expect(sessionStorage).toHaveLength(0);
});

test.each([...DISPLAY_NAME_FAULTS, ...PSEUDONYM_FAULTS])(
  'a name refused as %s: said beside it and at the top, nothing lost',
  async (code) => {
    open({ ...answers, SaveProfile: refusedFor('displayName', code) });
    await retype('Le Ministère');
    await save();
    const summary = (await screen.findByRole('heading', { name: /à revoir/ })).closest('[role=alert]');
    expect(document.activeElement).toBe(summary);
    const field = await name();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby') ?? '';
    const beside = document.getElementById(described)?.textContent ?? '';
    expect(beside).not.toBe('');
    const link = screen.getByRole('link', { name: beside });
    expect(link.getAttribute('href')).toBe(`#${field.id}`);
    expect(field.value).toBe('Le Ministère');
  },
);

test.each([...CODES])('every fault has its words: %s', async (code) => {
  open({ ...answers, SaveProfile: refusedFor('academie', code) });
  await name();
  await save();
  expect((await screen.findAllByText(/.+/, { selector: '.preau-summary a' })).length).toBe(1);
});

test('suspended: said, with what stays possible, and what was typed stays', async () => {
  const suspended = { __typename: 'ProfileRefused', refusal: 'ACCOUNT_SUSPENDED', faults: [] };
  open({ ...answers, SaveProfile: () => ({ saveProfile: suspended }) });
  await retype('Camille');
  await save();
  expect((await screen.findByText(/Votre compte est suspendu/)).closest('[role=alert]')).toBeTruthy();
  expect(screen.queryByText('Votre profil est enregistré.')).toBeNull();
  expect((await name()).value).toBe('Camille');
});

test('keeps what was typed through a reload', async () => {
  open();
  await retype('Camille en cours');
  close();
  cleanup();
  open();
  expect((await name()).value).toBe('Camille en cours');
});

test('under 18, the name is a pseudonym without asking', async () => {
  const sent = open({ ...answers, MyProfile: () => ({ me: { ...me, isMinor: true, isPseudonym: true } }) });
  await name(/Pseudonyme/);
  expect(screen.queryByRole('checkbox')).toBeNull();
  await save();
  await screen.findByText('Votre profil est enregistré.');
  expect(sent()[0]).toMatchObject({ input: { isPseudonym: true } });
});

test('a network that fails is said, and what was typed stays', async () => {
  const failing = () => {
    throw refusal('RATE_LIMITED');
  };
  open({ ...answers, SaveProfile: failing });
  await retype('Camille');
  await save();
  expect(await screen.findByText(/Attendez une minute/)).toBeTruthy();
  expect((await name()).value).toBe('Camille');
});

test('a visitor is sent to sign in', async () => {
  open({ MyProfile: () => ({ me: null }), SignInContext: () => ({ me: null, site: { embedded: false } }) });
  expect(await screen.findByLabelText(/Adresse électronique/)).toBeTruthy();
});

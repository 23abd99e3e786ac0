import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { act, cleanup, configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from './routes';

const staff = {
  id: 'a1',
  displayName: 'Camille Martin',
  email: 'ministere@preau.test',
  roles: ['STAFF'],
  grants: [],
  createdAt: '2026-11-22T09:00:00Z',
};
const answers: MockAnswers = {
  SignInContext: () => ({ me: null, site: { embedded: true }, identityProviders: [] }),
  RequestSignIn: () => ({ requestSignIn: { expiresInMinutes: 15 } }),
  ConfirmSignIn: () => ({ confirmSignIn: { __typename: 'SignedIn', account: staff } }),
  MyAccount: () => ({ me: staff }),
  SignOut: () => ({ signOut: true }),
};
const refused = (code: string, triesLeft: number | null = null): MockAnswers => ({
  ...answers,
  ConfirmSignIn: () => ({ confirmSignIn: { __typename: 'SignInRefused', code, triesLeft } }),
});

// The first page waits for its code to be compiled.
configure({ asyncUtilTimeout: 20_000 });

let close: () => void = () => undefined;

function open(address: string, network: MockAnswers = answers) {
  const calls = mockNetwork(network);
  const elsewhere = ['/', '/pilotage', '/pilotage/questionnaires/1'].map((path) => ({
    path,
    element: <p>{path}</p>,
  }));
  const shown = renderRoutes([...identityRoutes([]), ...elsewhere], address);
  close = shown.close;
  return { calls, router: shown.router };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  close();
  cleanup();
});

const user = userEvent.setup();
const code = () => screen.findByLabelText<HTMLInputElement>(/Code à six chiffres/);
async function askForMail(email = 'ministere@preau.test') {
  await user.type(await screen.findByLabelText(/Adresse électronique/), email);
  await user.click(screen.getByRole('button', { name: 'Recevoir un lien et un code' }));
}

describe('signing in with a code', () => {
  test('asks for the address, then for the six figures, and goes back to where one was', async () => {
    const { calls, router } = open('/connexion?retour=/pilotage/questionnaires/1');
    await askForMail();
    expect(await screen.findByText(/Un message vient d’être envoyé/)).toBeTruthy();
    const field = await code();
    expect(field.autocomplete).toBe('one-time-code');
    expect(field.inputMode).toBe('numeric');
    field.focus();
    await user.paste(' 123\u00a0456 ');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('/pilotage/questionnaires/1')).toBeTruthy();
    expect(calls.find(({ operation }) => operation === 'ConfirmSignIn')?.variables).toEqual({
      email: 'ministere@preau.test',
      code: '123456',
    });
    expect(router.state.historyAction).toBe('REPLACE');
  });

  test('keeps the step through a reload', async () => {
    open('/connexion');
    await askForMail();
    await code();
    close();
    open('/connexion');
    expect(await screen.findByText(/envoyé à ministere@preau\.test/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Utiliser une autre adresse' }));
    expect(await screen.findByLabelText(/Adresse électronique/)).toBeTruthy();
  });

  test('does not send an address or a code that cannot be one', async () => {
    const { calls } = open('/connexion');
    await askForMail('ministere');
    const address = screen.getByLabelText(/Adresse électronique/);
    expect(document.getElementById(address.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'nom@exemple.fr',
    );
    expect(document.activeElement).toBe(address);
    await user.clear(address);
    await askForMail();
    await user.type(await code(), '12345');
    await user.click(screen.getByRole('button', { name: 'Me connecter' }));
    expect(await screen.findByText(/Saisissez les six chiffres/)).toBeTruthy();
    expect(calls.some(({ operation }) => operation === 'ConfirmSignIn')).toBe(false);
  });

  test.each([
    ['INVALID', 4, /n’est pas le bon.*Il vous reste 4 essais/],
    ['EXPIRED', null, /Ce code ne sert plus.*quinze minutes/],
    ['TOO_MANY_TRIES', 0, /Trop d’essais/],
  ])('says why it is refused: %s', async (refusalCode, triesLeft, sentence) => {
    open('/connexion', refused(refusalCode, triesLeft));
    await askForMail();
    const field = await code();
    await user.type(field, '000000');
    await user.click(screen.getByRole('button', { name: 'Me connecter' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('000000');
  });

  test('says that the server was not reached, and keeps what was typed', async () => {
    open('/connexion', {
      ...answers,
      RequestSignIn: () => {
        throw refusal('RATE_LIMITED');
      },
    });
    await askForMail();
    expect(await screen.findByText(/Attendez une minute/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/Adresse électronique/).value).toBe(
      'ministere@preau.test',
    );
  });

  test('fills the address of a demonstration account, only where mails are shown', async () => {
    open('/connexion');
    await user.click(await screen.findByRole('button', { name: /Équipe du ministère/ }));
    expect(screen.getByLabelText<HTMLInputElement>(/Adresse électronique/).value).toBe(
      'ministere@preau.test',
    );
    close();
    cleanup();
    open('/connexion', {
      ...answers,
      SignInContext: () => ({ me: null, site: { embedded: false }, identityProviders: [] }),
    });
    await screen.findByLabelText(/Adresse électronique/);
    expect(screen.queryByText('Comptes de démonstration')).toBeNull();
  });

  test('never follows a way back that leads elsewhere', async () => {
    open('/connexion?retour=//ailleurs.example');
    await askForMail();
    await user.type(await code(), '123456{Enter}');
    expect(await screen.findByText('/pilotage')).toBeTruthy();
  });
});

describe('asking for the mail again', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is possible once it has had time to arrive', async () => {
    sessionStorage.setItem('preau.connexion', '{"email":"ministere@preau.test","minutes":15}');
    open('/connexion');
    await code();
    close();
    cleanup();
    // The page's code is there: only its clock is held from here on.
    jest.useFakeTimers();
    const { calls } = open('/connexion');
    await act(() => jest.advanceTimersByTimeAsync(0));
    const again = screen.getByRole<HTMLButtonElement>('button', { name: 'Renvoyer le message' });
    expect(again.disabled).toBe(true);
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(again.disabled).toBe(false);
    await act(async () => {
      again.click();
      await jest.advanceTimersByTimeAsync(0);
    });
    expect(calls.filter(({ operation }) => operation === 'RequestSignIn')).toHaveLength(1);
    expect(screen.getByText(/Seul le dernier code reçu compte/)).toBeTruthy();
    expect(again.disabled).toBe(true);
  });
});

describe('a first sign-in', () => {
  test('goes on with the questions of a new account', async () => {
    const { router } = open('/connexion', {
      ...answers,
      ConfirmSignIn: () => ({ confirmSignIn: { __typename: 'SignInPending', step: 'REGISTRATION' } }),
      PendingSignIn: () => ({ pendingSignIn: null }),
    });
    await askForMail();
    await user.type(await code(), '123456{Enter}');
    await screen.findByText(/confirmez d’abord votre adresse/);
    expect(router.state.location.pathname).toBe('/connexion/compte');
  });
});

describe('the link opened in another browser', () => {
  test('asks for the code of the mail', async () => {
    const { calls } = open(`/connexion/confirmer#${'t'.repeat(43)}`, {
      ...answers,
      ConfirmSignIn: ({ code: typed }) =>
        typed
          ? answers['ConfirmSignIn']?.({})
          : { confirmSignIn: { __typename: 'SignInRefused', code: 'OTHER_BROWSER', triesLeft: null } },
    });
    await user.click(await screen.findByRole('button', { name: 'Me connecter' }));
    const field = await code();
    expect(document.activeElement).toBe(field);
    await user.type(field, '123 456{Enter}');
    expect(await screen.findByText('/pilotage')).toBeTruthy();
    expect(calls.at(-1)?.operation).toBe('ConfirmSignIn');
    expect(calls.filter(({ operation }) => operation === 'ConfirmSignIn').at(-1)?.variables).toEqual({
      token: 't'.repeat(43),
      code: '123 456',
    });
  });
});

describe('signing in with the link', () => {
  test('uses it up only when the button is pressed, and takes it out of the address', async () => {
    const { calls, router } = open('/connexion/confirmer#secret');
    const button = await screen.findByRole('button', { name: 'Me connecter' });
    expect(router.state.location.hash).toBe('');
    expect(calls).toEqual([]);
    await user.click(button);
    expect(await screen.findByText('/pilotage')).toBeTruthy();
    expect(calls[0]?.variables).toEqual({ token: 'secret' });
  });

  test.each([
    ['EXPIRED', /Ce lien ne sert plus/],
    ['INVALID', /Ce lien n’est pas valable/],
    ['TOO_MANY_TRIES', /Trop d’essais/],
  ])('says why it is refused: %s', async (refusalCode, sentence) => {
    open('/connexion/confirmer#secret', refused(refusalCode));
    await user.click(await screen.findByRole('button', { name: 'Me connecter' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Demander un autre message' })).toBeTruthy();
  });

  test('without its end, says so', async () => {
    open('/connexion/confirmer');
    expect(await screen.findByText(/Ce lien est incomplet/)).toBeTruthy();
  });
});

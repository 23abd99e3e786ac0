import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { SECOND_FACTOR_REFUSALS } from '@preau/identity-domain';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { identityRoutes } from '../routes';

configure({ asyncUtilTimeout: 20_000 });

const pending = (step: string | null) => ({
  PendingSignIn: () => ({ pendingSignIn: step && { id: 'p', step, email: 'a@preau.test' } }),
});
const refused = (code: string, triesLeft: number | null = null) => ({
  __typename: 'SecondFactorRefused',
  code,
  triesLeft,
});
const setup = { __typename: 'SecondFactorSetup', uri: 'otpauth://totp/a?secret=ABCD', secret: 'ABCD EFGH' };
const CODES = ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'];

let close: () => void = () => undefined;
function open(address: string, answers: MockAnswers) {
  const calls = mockNetwork(answers);
  const elsewhere = ['/mon-espace', '/pilotage', '/retour'].map((path) => ({ path, element: <p>{path}</p> }));
  const routes = [...elsewhere, ...identityRoutes([]).filter(({ path }) => path !== '/mon-espace')];
  const shown = renderRoutes(routes, address);
  close = shown.close;
  const sent = (operation: string) => calls.filter((call) => call.operation === operation);
  return { sent, router: shown.router };
}
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  URL.createObjectURL = jest.fn((_: Blob | MediaSource) => 'blob:codes');
  URL.revokeObjectURL = jest.fn();
});
afterEach(() => {
  close();
  cleanup();
});
const user = userEvent.setup();
const figures = () => screen.findByLabelText<HTMLInputElement>(/Code à six chiffres/);
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));

describe('the last step of signing in', () => {
  const PATH = '/connexion/second-facteur';
  const signedIn = { __typename: 'SignedIn', account: { id: 'a', roles: ['STAFF'] } };

  test('takes the code of the application, and goes on', async () => {
    const { sent } = open(PATH, {
      ...pending('SECOND_FACTOR'),
      ConfirmSecondFactor: () => ({ confirmSecondFactor: signedIn }),
    });
    await user.type(await figures(), '123 456{Enter}');
    expect(await screen.findByText('/pilotage')).toBeTruthy();
    expect(sent('ConfirmSecondFactor')[0]?.variables).toEqual({ code: '123456' });
  });

  test('takes a recovery code when the telephone is lost', async () => {
    const { sent } = open(PATH, {
      ...pending('SECOND_FACTOR'),
      ConfirmSecondFactor: () => ({ confirmSecondFactor: signedIn }),
    });
    await press(/J’ai perdu mon téléphone/);
    const field = await screen.findByLabelText<HTMLInputElement>(/Code de secours/);
    await user.type(field, 'k7qm{Enter}');
    expect(await screen.findByText(/Saisissez un code de secours en entier/)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    expect(sent('ConfirmSecondFactor')).toHaveLength(0);
    await user.type(field, ' 2xrt 9bdw{Enter}');
    expect(await screen.findByText('/pilotage')).toBeTruthy();
    expect(sent('ConfirmSecondFactor')[0]?.variables).toEqual({ code: 'k7qm 2xrt 9bdw' });
  });

  test.each(SECOND_FACTOR_REFUSALS)('says why a code is refused: %s', async (code) => {
    open(PATH, {
      ...pending('SECOND_FACTOR'),
      ConfirmSecondFactor: () => ({ confirmSecondFactor: refused(code, 3) }),
    });
    const field = await figures();
    await user.type(field, '000000{Enter}');
    const said = await screen.findByText(code === 'INVALID' ? /pas le bon.*Il vous reste 3 essais/ : /\./, {
      selector: '.fr-message--error, .fr-error-text, .fr-message',
    });
    expect(said.textContent.length).toBeGreaterThan(20);
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('000000');
  });

  test('without a mail confirmed in this browser, leads back to the beginning', async () => {
    open(PATH, pending(null));
    expect(await screen.findByRole('link', { name: 'Reprendre la connexion' })).toBeTruthy();
  });
});

describe('setting it up', () => {
  const PATH = '/mon-espace/securite/double-authentification';

  test('shows the key as a picture and as text, then the recovery codes, once', async () => {
    const { sent, router } = open(PATH, {
      BeginSecondFactor: () => ({ beginSecondFactor: setup }),
      ConfirmSecondFactorSetup: () => ({
        confirmSecondFactorSetup: { __typename: 'RecoveryCodesGiven', codes: CODES },
      }),
    });
    const picture = await screen.findByRole('img', { name: /QR code/ });
    expect(picture.querySelectorAll('path')[1]?.getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z){100,}$/);
    expect(screen.getByText('ABCD EFGH')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /perdu mon téléphone/ })).toBeNull();
    await user.type(await figures(), '123456{Enter}');
    for (const code of CODES) expect(await screen.findByText(code)).toBeTruthy();
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: /Télécharger/ });
    expect([link.href, link.download]).toEqual(['blob:codes', 'preau-codes-de-secours.txt']);
    const [file] = (URL.createObjectURL as jest.Mock<(blob: Blob) => string>).mock.calls.at(-1) ?? [];
    expect(file?.size).toBeGreaterThan(100);
    expect(sent('ConfirmSecondFactorSetup')[0]?.variables).toEqual({ code: '123456' });
    await press('J’ai gardé mes codes');
    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/mon-espace/securite');
      expect(screen.queryByText(CODES[0]!)).toBeNull();
    });
  });

  test('says that the key is too old', async () => {
    open(PATH, {
      BeginSecondFactor: () => ({ beginSecondFactor: setup }),
      ConfirmSecondFactorSetup: () => ({ confirmSecondFactorSetup: refused('EXPIRED') }),
    });
    await user.type(await figures(), '123456{Enter}');
    expect(await screen.findByText(/La clé affichée a plus d’une demi-heure/)).toBeTruthy();
  });

  test('in the place of another, asks for a code of that one first', async () => {
    const { sent } = open(PATH, {
      BeginSecondFactor: ({ code }) => ({ beginSecondFactor: code ? setup : refused('INVALID') }),
    });
    expect(await screen.findByText(/Une double authentification est déjà en place/)).toBeTruthy();
    await user.type(await figures(), '123456{Enter}');
    expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
    expect((await figures()).value).toBe('');
    expect(sent('BeginSecondFactor').map(({ variables }) => variables['code'])).toEqual([null, '123456']);
  });
});

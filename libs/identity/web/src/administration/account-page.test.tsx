import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import {
  GRANT_REFUSALS,
  REINSTATE_REFUSALS,
  RESET_REFUSALS,
  REVOKE_REFUSALS,
  SUSPEND_REFUSALS,
} from '@preau/identity-domain';
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { administrationRoutes } from './routes';
import { administered, answers, pageOf } from './test-answers';

configure({ asyncUtilTimeout: 20_000 });
Element.prototype.scrollIntoView = () => undefined;

const granted = () => ({ grantRole: { __typename: 'RoleGranted' } });
const account = (changes: object): MockAnswers => ({
  ...answers,
  AdministeredAccount: () => ({ account: { ...administered, ...changes }, me: { id: 'a1' } }),
});

let close: () => void = () => undefined;
function open(network: MockAnswers = answers) {
  const calls = mockNetwork({ GrantRole: granted, ...network });
  close = renderRoutes(administrationRoutes([]), '/administration/comptes/a2').close;
  return (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ variables }) => variables);
}
const region = (name: string) => screen.findByRole('region', { name });
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const summaryOf = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('[role=alert]');

beforeEach(() => {
  sessionStorage.clear();
});
afterEach(() => {
  close();
  cleanup();
});

test('says who it is, which roles, where, why, given by whom, until when', async () => {
  open();
  expect(await screen.findByText('nadia.benali@ac-lyon.fr')).toBeTruthy();
  expect(await screen.findByText('Lyon, d’après la personne')).toBeTruthy();
  const roles = await region('Rôles');
  expect(
    await within(roles).findByRole('heading', {
      name: /^Modération, académie de Lyon, thème «\sÉgalité\s», jusqu’au 3 mars 2027$/,
    }),
  ).toBeTruthy();
  expect(roles.textContent).toMatch(
    /Donné le 2 novembre 2026 par Sacha Laurent — «\sRemplace Claude Garnier\s»/,
  );
});

test('shows what was done to the account, and where to read what it did', async () => {
  const asked = open();
  const history = await region('Historique');
  expect(await within(history).findByText(/Rôle donné/)).toBeTruthy();
  expect(asked('AuditEntries')[0]).toMatchObject({ filter: { object: 'account:a2' } });
  const link = within(history).getByRole('link', { name: /Ce que cette personne a fait/ });
  expect(link.getAttribute('href')).toBe('/administration/journal?compte=a2');
});

test('an account that does not exist is said', async () => {
  open({ ...answers, AdministeredAccount: () => ({ account: null, me: { id: 'a1' } }) });
  expect(await screen.findByRole('heading', { name: 'Compte introuvable' })).toBeTruthy();
});

test('one’s own account cannot be changed, and why', async () => {
  open({
    ...answers,
    AdministeredAccount: () => ({
      account: {
        ...administered,
        id: 'a1',
        viewerCan: { grant: false, suspend: false, reinstate: false, resetSecondFactor: false },
      },
      me: { id: 'a1' },
    }),
  });
  expect(await screen.findByText(/C’est votre compte/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Retirer|Donner|Suspendre/ })).toBeNull();
});

describe('giving a role', () => {
  const choose = async (label: RegExp, option: string) => {
    const field = await screen.findByLabelText(label);
    await within(field).findByRole('option', { name: option });
    await userEvent.selectOptions(field, option);
  };

  test('asks only for what the role leaves a choice of', async () => {
    open();
    await choose(/^Rôle \(/, 'Équipe du ministère');
    expect(screen.queryByLabelText(/Territoire/)).toBeNull();
    expect(screen.queryByLabelText(/Thème/)).toBeNull();
    await choose(/^Rôle \(/, 'Coordination académique');
    expect(screen.getByLabelText(/Territoire \(obligatoire\)/)).toBeTruthy();
    expect(screen.queryByLabelText(/Thème/)).toBeNull();
    await choose(/^Rôle \(/, 'Modération');
    expect(screen.getByLabelText(/^Territoire$/)).toBeTruthy();
    expect(screen.getByLabelText(/Thème/)).toBeTruthy();
  });

  test.each([
    ['Une académie', /Académie \(/, 'Lille', { level: 'ACADEMIE', code: '09' }],
    ['Un département', /Département \(/, 'Corse-du-Sud', { level: 'DEPARTEMENT', code: '2A' }],
    ['Une région académique', /Région académique \(/, 'Hauts-de-France', { level: 'REGION', code: '32' }],
  ])('in %s', async (level, label, option, territory) => {
    const asked = open();
    await choose(/^Rôle \(/, 'Coordination académique');
    await choose(/Territoire/, level);
    await choose(label, option);
    await userEvent.type(screen.getByLabelText(/^Motif/), 'Prend la suite');
    await click('Donner ce rôle');
    expect(await screen.findByText(/Rôle donné\. Cette personne/)).toBeTruthy();
    expect(asked('GrantRole')).toEqual([
      {
        input: {
          accountId: 'a2',
          role: 'COORDINATOR',
          territory,
          themeId: null,
          reason: 'Prend la suite',
          endsAt: null,
        },
      },
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  test('in a school, on a theme, until the end of a day in Paris', async () => {
    const asked = open();
    await choose(/^Rôle \(/, 'Modération');
    await choose(/Territoire/, 'Un établissement');
    await userEvent.type(screen.getByLabelText(/Numéro de l’établissement/), '0750655e');
    await choose(/Thème/, 'Égalité');
    await userEvent.type(screen.getByLabelText(/^Motif/), 'Prend la suite');
    await userEvent.type(screen.getByLabelText(/Jusqu’au/), '2099-07-15');
    await click('Donner ce rôle');
    await waitFor(() => {
      expect(asked('GrantRole')[0]).toMatchObject({
        input: {
          territory: { level: 'ETABLISSEMENT', code: '0750655E' },
          themeId: 't1',
          endsAt: '2099-07-15T21:59:59.000Z',
        },
      });
    });
  });

  test('what was chosen for another role is not sent with this one', async () => {
    const asked = open();
    await choose(/^Rôle \(/, 'Modération');
    await choose(/Territoire/, 'Un établissement');
    await choose(/Thème/, 'Égalité');
    await choose(/^Rôle \(/, 'Équipe du ministère');
    await click('Donner ce rôle');
    await waitFor(() => {
      expect(asked('GrantRole')[0]).toMatchObject({ input: { territory: null, themeId: null } });
    });
  });

  test('without a role, nothing is sent', async () => {
    const asked = open();
    await screen.findByLabelText(/^Rôle \(/);
    await click('Donner ce rôle');
    expect(document.activeElement).toBe(await summaryOf('Le rôle n’a pas été donné'));
    expect(asked('GrantRole')).toEqual([]);
  });

  test.each([...GRANT_REFUSALS])(
    'refused as %s: in words, at the top and beside a field; nothing lost',
    async (code) => {
      open({ ...answers, GrantRole: () => ({ grantRole: { __typename: 'GrantRefused', code } }) });
      await choose(/^Rôle \(/, 'Modération');
      await choose(/Territoire/, 'Une académie');
      await userEvent.type(screen.getByLabelText(/^Motif/), 'Prend la suite');
      await click('Donner ce rôle');
      const summary = await summaryOf('Le rôle n’a pas été donné');
      expect(document.activeElement).toBe(summary);
      const link = within(summary as HTMLElement).getByRole('link');
      const field = document.getElementById((link.getAttribute('href') ?? '').slice(1));
      expect(field?.getAttribute('aria-invalid')).toBe('true');
      const said = Array.from(document.querySelectorAll('a, p'), ({ textContent }) => textContent);
      expect(said.filter((text) => text === link.textContent)).toHaveLength(2);
      expect(screen.getByLabelText<HTMLTextAreaElement>(/^Motif/).value).toBe('Prend la suite');
    },
  );

  test('keeps what was typed through a reload', async () => {
    open();
    await choose(/^Rôle \(/, 'Modération');
    await userEvent.type(screen.getByLabelText(/^Motif/), 'Prend la');
    close();
    cleanup();
    open();
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Motif/)).value).toBe('Prend la');
  });
});

describe('taking a role back', () => {
  const start = async () => {
    const roles = await region('Rôles');
    await userEvent.click(await within(roles).findByRole('button', { name: 'Retirer ce rôle' }));
    return within(roles);
  };

  test('asks why, does it, and says so', async () => {
    const asked = open({ ...answers, RevokeRole: () => ({ revokeRole: { __typename: 'RoleRevoked' } }) });
    const roles = await start();
    expect(document.activeElement).toBe(roles.getByText(/^Ses sessions prennent fin aussitôt/));
    await userEvent.type(roles.getByLabelText(/^Motif/), 'A quitté le service');
    await userEvent.click(roles.getByRole('button', { name: 'Retirer ce rôle' }));
    const said = await screen.findByText(/Rôle retiré : Modération, académie de Lyon/);
    expect(document.activeElement).toBe(said.closest('[role=status]'));
    expect(asked('RevokeRole')).toEqual([{ grantId: 'g1', reason: 'A quitté le service' }]);
  });

  test('can be given up', async () => {
    const asked = open();
    const roles = await start();
    await userEvent.click(roles.getByRole('button', { name: 'Annuler' }));
    expect(roles.queryByLabelText(/^Motif/)).toBeNull();
    expect(document.activeElement).toBe(roles.getByRole('heading', { name: /^Modération/ }));
    expect(asked('RevokeRole')).toEqual([]);
  });

  test.each([...REVOKE_REFUSALS])('refused as %s: in words; what was typed stays', async (code) => {
    open({ ...answers, RevokeRole: () => ({ revokeRole: { __typename: 'RevokeRefused', code } }) });
    const roles = await start();
    await userEvent.type(roles.getByLabelText(/^Motif/), 'non');
    await userEvent.click(roles.getByRole('button', { name: 'Retirer ce rôle' }));
    const summary = await summaryOf('Cela n’a pas été fait');
    expect(document.activeElement).toBe(summary);
    expect(within(summary as HTMLElement).getByRole('link').textContent).not.toBe('');
    expect(roles.getByLabelText<HTMLTextAreaElement>(/^Motif/).value).toBe('non');
  });
});

describe.each([
  [
    'Suspendre ce compte',
    'SuspendAccount',
    'suspendAccount',
    'AccountSuspended',
    'SuspendRefused',
    SUSPEND_REFUSALS,
  ],
  [
    'Rouvrir ce compte',
    'ReinstateAccount',
    'reinstateAccount',
    'AccountReinstated',
    'ReinstateRefused',
    REINSTATE_REFUSALS,
  ],
  [
    'Retirer la double authentification',
    'ResetSecondFactor',
    'resetSecondFactor',
    'SecondFactorReset',
    'ResetSecondFactorRefused',
    RESET_REFUSALS,
  ],
] as const)('%s', (title, operation, field, done, refused, codes) => {
  const isSuspended = operation === 'ReinstateAccount';
  const network = account({
    state: isSuspended ? 'SUSPENDED' : 'ACTIVE',
    suspensionReason: isSuspended ? 'Publicité' : null,
    viewerCan: {
      grant: !isSuspended,
      suspend: !isSuspended,
      reinstate: isSuspended,
      resetSecondFactor: true,
    },
  });
  const confirm = async (reason: string) => {
    const section = await region(title);
    await userEvent.click(within(section).getByRole('button', { name: `${title}…` }));
    await userEvent.type(within(section).getByLabelText(/^Motif/), reason);
    await userEvent.click(within(section).getByRole('button', { name: title }));
  };

  test('asks why, does it, and says so', async () => {
    const asked = open({ ...network, [operation]: () => ({ [field]: { __typename: done } }) });
    await confirm('Une bonne raison');
    expect(
      await screen.findByText(
        /^Le compte est (suspendu|rouvert)\.$|^La double authentification de ce compte est retirée\.$/,
      ),
    ).toBeTruthy();
    expect(asked(operation)).toEqual([{ accountId: 'a2', reason: 'Une bonne raison' }]);
  });

  test.each([...codes])('refused as %s: in words', async (code) => {
    open({ ...network, [operation]: () => ({ [field]: { __typename: refused, code } }) });
    await confirm('non');
    const summary = await summaryOf('Cela n’a pas été fait');
    expect(within(summary as HTMLElement).getByRole('link').textContent).not.toBe('');
  });
});

test('an account with no role and no history says so', async () => {
  open({ ...account({ grants: [] }), AuditEntries: () => ({ auditEntries: pageOf([]) }) });
  expect(await screen.findByText(/Aucun rôle/)).toBeTruthy();
  expect(await screen.findByText(/Rien n’a encore été fait/)).toBeTruthy();
});

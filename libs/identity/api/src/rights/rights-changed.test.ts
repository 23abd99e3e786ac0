import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Notifier, transaction, type Notice } from '@preau/shared-api';
import { anAccount, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { Sessions } from '../sessions/sessions';
import { someone } from './test-rights';

let api: TestApi;
const told: Notice[] = [];
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  api.get(Notifier).carriedBy((_, notice) => {
    told.push(notice);
    return Promise.resolve();
  });
});
afterAll(() => api.close());
beforeEach(() => {
  told.length = 0;
});

test('whoever’s rights change is told, once it has happened, and nobody when it is refused', async () => {
  const { headers } = await someone(api, 'admin');
  const person = await someone(api);
  const call = async (mutation: string) => {
    const { data } = await api.graphql<{ result: { grant?: { id: string } } }>(
      `mutation { ${mutation} }`,
      {},
      { headers },
    );
    return data!.result;
  };
  const input = (role: string) => `{ accountId: "${person.id}", role: ${role}, reason: "Pour un an" }`;
  const grant = (role: string) =>
    call(
      `result: grantRole(input: ${input(role)}) { ... on RoleGranted { grant { id } } ... on GrantRefused { code } }`,
    );
  const account = `accountId: "${person.id}", reason: "Pour cette raison"`;

  const granted = await grant('MODERATOR');
  await grant('MODERATOR');
  await call(
    `result: revokeRole(grantId: "${granted.grant?.id ?? ''}", reason: "Fin de mission") { __typename }`,
  );
  await call(`result: suspendAccount(${account}) { __typename }`);
  await call(`result: suspendAccount(${account}) { __typename }`);
  await call(`result: reinstateAccount(${account}) { __typename }`);
  expect(told).toEqual(
    ['ROLE_GRANTED', 'ROLE_REVOKED', 'ACCOUNT_SUSPENDED', 'ACCOUNT_RESTORED'].map((event) => ({
      accountIds: [person.id],
      event,
    })),
  );
});

test('whoever is signed in elsewhere is told of a session on another sort of device', async () => {
  const { id } = await anAccount(api);
  const open = (device: string) =>
    transaction(api.database, (tx) => api.get(Sessions).open(tx, id, { device }));
  await open('Firefox, Linux');
  await open('Firefox, Linux');
  expect(told).toEqual([]);
  await open('Safari, iPhone');
  expect(told).toEqual([{ accountIds: [id], event: 'NEW_SIGN_IN' }]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { loadAccount } from '../accounts/load-account';

// No worker runs here: every statement seen is one of the request's.
const EMAIL = 'ministere@preau.test';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true });
  await transaction(api.database, (tx) =>
    loadAccount(tx, { email: EMAIL, displayName: 'Camille Morel', grants: [] }),
  );
});

afterAll(() => api.close());
beforeEach(() => api.database.query('DELETE FROM sign_in_request'));

const request = (email: string) =>
  api.graphql('mutation ($email: String!) { requestSignIn(email: $email) { expiresInMinutes } }', { email });

test('an address without an account gets the same answer, through the same statements', async () => {
  const answers: unknown[] = [];
  const statements = (email: string) =>
    statementsDuring(api.database, async () => answers.push((await request(email)).data));
  const known = await statements(EMAIL);
  expect(await statements('personne@preau.test')).toEqual(known);
  expect(known.join()).toContain('graphile_worker.add_job');
  expect(answers[0]).toEqual({ requestSignIn: { expiresInMinutes: 15 } });
  expect(answers[1]).toEqual(answers[0]);
});

test('a mail is sent at most three times an hour, whoever asks', async () => {
  for (let asked = 0; asked < 5; asked += 1) await request(EMAIL);
  const aliases = [1, 2, 3].map((n) => `a${n}: requestSignIn(email: "${EMAIL}") { expiresInMinutes }`);
  await api.graphql(`mutation { ${aliases.join(' ')} }`);
  const count = 'SELECT count(*)::int AS asked FROM sign_in_request';
  expect(await api.database.query(count)).toEqual([{ asked: 3 }]);
  await api.database.query("UPDATE sign_in_request SET created_at = created_at - interval '1 hour'");
  await request(EMAIL);
  expect(await api.database.query(count)).toEqual([{ asked: 4 }]);
});

test('mails are counted exactly when many ask at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => request(EMAIL)));
  expect(await api.database.query('SELECT count(*)::int AS asked FROM sign_in_request')).toEqual([
    { asked: 3 },
  ]);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { KnownThemes } from './known-themes';
import { logOf, me, someone } from './test-rights';

const GRANT = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) {
  ... on RoleGranted { grant { id role reason endsAt themeId grantedBy territory { level code name } } }
  ... on GrantRefused { code }
} }`;
const REVOKE = `mutation ($id: ID!, $reason: String!) { revokeRole(grantId: $id, reason: $reason) {
  ... on RoleRevoked { account { roles grants { id } } }
  ... on RevokeRefused { code }
} }`;
const theme = randomUUID();
const reason = 'Remplace Claude Garnier';

type Granted = { grantRole: { grant?: { id: string }; code?: string } };
type Revoked = { revokeRole: { account?: { roles: string[]; grants: object[] }; code?: string } };
type Someone = Awaited<ReturnType<typeof someone>>;

let api: TestApi;
let admin: Someone;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true, settings: { SECOND_FACTOR: 'true' } });
  api.get(KnownThemes).tellBy((_, id) => Promise.resolve(id === theme));
  await api.database.query(
    `INSERT INTO establishment VALUES ('0750655E', 'Lycée Henri-IV', 'Lycée', 'Paris', '75', '01', true)`,
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM account');
  admin = await someone(api, 'admin');
});

const grant = async (input: object, by: Pick<Someone, 'headers'> = admin) =>
  api.graphql<Granted>(GRANT, { input: { reason, ...input } }, { headers: by.headers });
const granted = async (input: object) => (await grant(input)).data!.grantRole.grant!.id;
const revoke = async (id: string, by: Pick<Someone, 'headers'> = admin, why = 'A quitté le service') =>
  api.graphql<Revoked>(REVOKE, { id, reason: why }, { headers: by.headers });

describe('granting a role', () => {
  test('gives it there, on that, for a reason, until a day; and is in the log', async () => {
    const person = await someone(api);
    const input = {
      role: 'MODERATOR',
      territory: { level: 'ACADEMIE', code: '70' },
      themeId: theme,
      endsAt: '2099-01-01T00:00:00.000Z',
    };
    const { data } = await grant({ accountId: person.id, ...input });
    expect(data?.grantRole.grant).toEqual({
      ...input,
      id: expect.any(String),
      reason,
      grantedBy: admin.displayName,
      territory: { level: 'ACADEMIE', code: '70', name: 'Normandie' },
    });
    expect(await logOf(api, person.id)).toEqual([
      {
        account: admin.id,
        action: 'rights.grant',
        details: {
          grant: data?.grantRole.grant?.id,
          role: 'moderator',
          territory: { level: 'academie', code: '70' },
          themeId: theme,
          endsAt: input.endsAt,
          reason,
        },
      },
    ]);
  });

  test('ends the sessions of whoever receives it: signing in again, one acts by it', async () => {
    const person = await someone(api);
    expect(await me(api, person.headers)).toEqual({ id: person.id, roles: [] });
    await granted({ accountId: person.id, role: 'STAFF' });
    expect(await me(api, person.headers)).toBeNull();
    const { headers } = await aSession(api, person.id);
    expect(await me(api, headers)).toEqual({ id: person.id, roles: ['STAFF'] });
  });

  test.each([
    [{ level: 'ETABLISSEMENT', code: '0750655E' }, 'Lycée Henri-IV, Paris'],
    [{ level: 'DEPARTEMENT', code: '2A' }, 'Corse-du-Sud'],
    [{ level: 'REGION', code: '84' }, 'Auvergne-Rhône-Alpes'],
  ])('in %j, which is %s', async (territory, name) => {
    const person = await someone(api);
    const { data } = await grant({ accountId: person.id, role: 'COORDINATOR', territory });
    expect(data?.grantRole.grant).toMatchObject({ territory: { ...territory, name } });
  });

  test.each([
    ['an account that does not exist', { accountId: randomUUID() }, 'UNKNOWN_ACCOUNT'],
    ['what is no id', { accountId: "'; DROP TABLE account" }, 'UNKNOWN_ACCOUNT'],
    ['a role everybody has', { role: 'PARTICIPANT' }, 'NOT_GRANTABLE'],
    ['no reason', { reason: ' \u200b \n ' }, 'REASON_TOO_SHORT'],
    ['a reason without end', { reason: 'parce '.repeat(100) }, 'REASON_TOO_LONG'],
    ['an end in the past', { endsAt: '2026-01-01T00:00:00Z' }, 'END_IN_PAST'],
    [
      'an académie that does not exist',
      { territory: { level: 'ACADEMIE', code: '99' } },
      'UNKNOWN_TERRITORY',
    ],
    [
      'a département’s code as an académie',
      { territory: { level: 'ACADEMIE', code: '2A' } },
      'UNKNOWN_TERRITORY',
    ],
    ['a region that does not exist', { territory: { level: 'REGION', code: '00' } }, 'UNKNOWN_TERRITORY'],
    [
      'a school that does not exist',
      { territory: { level: 'ETABLISSEMENT', code: '0750001A' } },
      'UNKNOWN_TERRITORY',
    ],
    [
      'a school’s number mistyped',
      { territory: { level: 'ETABLISSEMENT', code: '0750655A' } },
      'UNKNOWN_TERRITORY',
    ],
    [
      'the nation, which is no territory',
      { territory: { level: 'NATION', code: 'FR' } },
      'UNKNOWN_TERRITORY',
    ],
    ['a theme that does not exist', { themeId: randomUUID() }, 'UNKNOWN_THEME'],
    ['what is no theme', { themeId: '__proto__' }, 'UNKNOWN_THEME'],
    ['a coordinator of nowhere', { role: 'COORDINATOR' }, 'TERRITORY_REQUIRED'],
    [
      'an administrator of a place',
      { role: 'ADMIN', territory: { level: 'ACADEMIE', code: '70' } },
      'TERRITORY_NOT_ALLOWED',
    ],
    ['staff of a theme', { role: 'STAFF', themeId: theme }, 'THEME_NOT_ALLOWED'],
  ])('refuses %s', async (_, input, code) => {
    const person = await someone(api);
    const answer = await grant({ accountId: person.id, role: 'MODERATOR', ...input });
    expect(answer.data?.grantRole).toEqual({ code });
    expect(await me(api, person.headers)).toEqual({ id: person.id, roles: [] });
    expect(await logOf(api, person.id)).toEqual([]);
  });

  test('refuses a suspended, a deleted, and one’s own account', async () => {
    const person = await someone(api);
    await api.database.query(`UPDATE account SET suspended_at = now() WHERE id = $1`, [person.id]);
    expect((await grant({ accountId: person.id, role: 'STAFF' })).data?.grantRole.code).toBe(
      'ACCOUNT_SUSPENDED',
    );
    await api.database.query(`UPDATE account SET deleted_at = now() WHERE id = $1`, [person.id]);
    expect((await grant({ accountId: person.id, role: 'STAFF' })).data?.grantRole.code).toBe(
      'UNKNOWN_ACCOUNT',
    );
    expect((await grant({ accountId: admin.id, role: 'STAFF' })).data?.grantRole.code).toBe('OWN_ACCOUNT');
  });

  test.each(['MODERATOR', 'COORDINATOR', 'STAFF', 'ADMIN'])(
    'to be %s, one needs a second factor that was used once',
    async (role) => {
      const { id: accountId } = await anAccount(api);
      const territory = role === 'COORDINATOR' ? { level: 'ACADEMIE', code: '70' } : null;
      const input = { accountId, role, territory };
      expect((await grant(input)).data?.grantRole.code).toBe('SECOND_FACTOR_REQUIRED');
      await api.database.query(`INSERT INTO second_factor VALUES ($1, 'sealed', NULL)`, [accountId]);
      expect((await grant(input)).data?.grantRole.code).toBe('SECOND_FACTOR_REQUIRED');
      await api.database.query('UPDATE second_factor SET confirmed_at = now()');
      expect((await grant(input)).data?.grantRole.grant).toBeDefined();
    },
  );

  test.each(['TEACHER', 'FACILITATOR'])('to be %s, one needs none', async (role) => {
    const { id: accountId } = await anAccount(api);
    expect((await grant({ accountId, role })).data?.grantRole.grant).toBeDefined();
  });

  test('twice is refused; at once from two places, one is', async () => {
    const person = await someone(api);
    const input = { accountId: person.id, role: 'MODERATOR', territory: { level: 'ACADEMIE', code: '70' } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(input)));
    const codes = answers.map(({ data }) => data?.grantRole.code ?? 'granted').sort();
    expect(codes).toEqual([...Array<string>(5).fill('ALREADY_GRANTED'), 'granted']);
    expect(await logOf(api, person.id)).toHaveLength(1);
  });

  test('again after it ended is possible', async () => {
    const person = await someone(api);
    await granted({ accountId: person.id, role: 'STAFF' });
    await api.database.query(`UPDATE role_grant SET ends_at = now() WHERE account_id = $1`, [person.id]);
    await granted({ accountId: person.id, role: 'STAFF' });
  });

  test('ended by its date, it no longer counts', async () => {
    const person = await someone(api, 'staff');
    await api.database.query(`UPDATE role_grant SET ends_at = now() WHERE account_id = $1`, [person.id]);
    const { headers } = await aSession(api, person.id);
    expect(await me(api, headers)).toEqual({ id: person.id, roles: [] });
  });

  test('is for administrators: to others it does not exist', async () => {
    const person = await someone(api);
    const input = { accountId: person.id, role: 'TEACHER' };
    for (const role of ['participant', 'teacher', 'facilitator', 'moderator', 'staff'] as const) {
      expect((await grant(input, await someone(api, role))).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await grant(input, { headers: { cookie: '' } })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('taking a role back', () => {
  test('ends it, the sessions with it, and is in the log', async () => {
    const person = await someone(api);
    const id = await granted({ accountId: person.id, role: 'STAFF' });
    const { headers } = await aSession(api, person.id);
    expect((await me(api, headers))?.roles).toEqual(['STAFF']);
    const { data } = await revoke(id);
    expect(data?.revokeRole.account).toEqual({ roles: [], grants: [] });
    expect(await me(api, headers)).toBeNull();
    expect((await me(api, (await aSession(api, person.id)).headers))?.roles).toEqual([]);
    const [, line] = await logOf(api, person.id);
    expect(line).toMatchObject({
      account: admin.id,
      action: 'rights.revoke',
      details: { grant: id, role: 'staff', reason: 'A quitté le service' },
    });
  });

  test('twice, or of one that does not exist, is refused', async () => {
    const person = await someone(api);
    const id = await granted({ accountId: person.id, role: 'STAFF' });
    await revoke(id);
    expect((await revoke(id)).data?.revokeRole).toEqual({ code: 'ALREADY_ENDED' });
    expect((await revoke(randomUUID())).data?.revokeRole).toEqual({ code: 'UNKNOWN_GRANT' });
    expect((await revoke('nothing')).data?.revokeRole).toEqual({ code: 'UNKNOWN_GRANT' });
  });

  test('needs a reason', async () => {
    const person = await someone(api);
    const id = await granted({ accountId: person.id, role: 'STAFF' });
    expect((await revoke(id, admin, 'non')).data?.revokeRole).toEqual({ code: 'REASON_TOO_SHORT' });
  });

  const grantIdOf = async (accountId: string) => {
    const [row] = await api.database.query<{ id: string }[]>(
      `SELECT id FROM role_grant WHERE account_id = $1 AND role = 'admin'`,
      [accountId],
    );
    return row!.id;
  };

  test('from oneself is refused', async () => {
    expect((await revoke(await grantIdOf(admin.id))).data?.revokeRole).toEqual({ code: 'OWN_ACCOUNT' });
  });

  test('of the last administrator without an end is refused', async () => {
    const temporary = await someone(api, 'admin');
    await api.database.query(`UPDATE role_grant SET ends_at = '2099-01-01' WHERE account_id = $1`, [
      temporary.id,
    ]);
    expect((await revoke(await grantIdOf(admin.id), temporary)).data?.revokeRole).toEqual({
      code: 'LAST_ADMINISTRATOR',
    });
    await someone(api, 'admin');
    expect((await revoke(await grantIdOf(admin.id), temporary)).data?.revokeRole.account).toBeDefined();
  });

  test('from each other at once leaves one administrator', async () => {
    for (let round = 0; round < 5; round += 1) {
      await api.database.query('DELETE FROM account');
      const [one, other] = [await someone(api, 'admin'), await someone(api, 'admin')];
      const [ofOne, ofOther] = [await grantIdOf(one.id), await grantIdOf(other.id)];
      await Promise.all([me(api, one.headers), me(api, other.headers)]);
      await Promise.all([revoke(ofOne, other), revoke(ofOther, one)]);
      const left = await api.database.query<unknown[]>('SELECT 1 FROM role_grant WHERE ends_at IS NULL');
      expect(left).toHaveLength(1);
    }
  });
});

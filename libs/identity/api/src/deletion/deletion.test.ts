import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger, Jobs, readEml } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { PersonalKeys } from '../personal-keys/personal-keys';
import { AccountEndings } from './account-endings';
import { EndAccounts } from './end-accounts.service';

const DELETE = `mutation ($confirmation: String!) {
  deleteMyAccount(confirmation: $confirmation) {
    __typename
    ... on DeletionPlanned { dueAt }
    ... on DeletionRefused { code }
  }
}`;
const CANCEL = 'mutation { cancelAccountDeletion { id deletionDueAt } }';
const ME = '{ me { id deletionDueAt } }';

type Person = Awaited<ReturnType<typeof person>>;
interface Planned {
  __typename: string;
  dueAt: string;
  code: string;
}

let api: TestApi;
let me: Person;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM role_grant');
  await api.database.query('DELETE FROM outgoing_mail');
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
  me = await person();
});

async function person(...grants: 'admin'[]) {
  const account = await anAccount(api, { displayName: 'Dominique Petit', grants });
  const { id: sessionId, headers } = await aSession(api, account.id);
  return { ...account, sessionId, headers };
}
const ask = async (document: string, { headers }: Person, variables = {}) =>
  api.graphql<Record<string, Planned>>(document, variables, { headers });
const remove = async (whose = me, confirmation = 'SUPPRIMER') =>
  (await ask(DELETE, whose, { confirmation })).data!['deleteMyAccount']!;
const count = async (sql: string, values: unknown[] = []) => {
  const [row] = await api.database.query<{ count: number }[]>(`SELECT count(*)::int AS count ${sql}`, values);
  return row!.count;
};
const rowOf = async ({ id }: { id: string }) => {
  const [row] = await api.database.query<Record<string, unknown>[]>('SELECT * FROM account WHERE id = $1', [
    id,
  ]);
  return row!;
};
const overdue = ({ id }: Person) =>
  api.database.query("UPDATE account SET deletion_due_at = now() - interval '1 second' WHERE id = $1", [id]);
const end = () => api.get(EndAccounts).endDue(new Date());

describe('asking for it', () => {
  test('plans it thirty days ahead, and asking again changes nothing', async () => {
    const planned = await remove();
    expect(planned.__typename).toBe('DeletionPlanned');
    const days = (Date.parse(planned.dueAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.99);
    expect(days).toBeLessThanOrEqual(30);
    expect(await Promise.all([remove(), remove()])).toEqual([planned, planned]);
    expect(await count('FROM outgoing_mail WHERE account_id = $1', [me.id])).toBe(1);
    expect(await rowOf(me)).toMatchObject({
      display_name: 'Dominique Petit',
      email: me.email,
      deleted_at: null,
    });
  });

  test.each(['', 'oui', 'SUPPRIMER MON COMPTE', 'ЅUPPRIMER'])(
    '%j does not confirm it',
    async (confirmation) => {
      expect(await remove(me, confirmation)).toEqual({
        __typename: 'DeletionRefused',
        code: 'WRONG_CONFIRMATION',
      });
      expect((await rowOf(me))['deletion_due_at']).toBeNull();
    },
  );

  test('ends the other sessions at once, and keeps this one', async () => {
    const elsewhere = { ...me, ...(await aSession(api, me.id)) };
    await remove();
    expect((await ask(ME, me)).data?.['me']).toMatchObject({ id: me.id });
    expect((await ask(ME, elsewhere)).data?.['me']).toBeNull();
  });

  test('makes answers unlinkable at once, and for good', async () => {
    const actor = { kind: 'account', accountId: me.id, sessionId: me.sessionId, grants: [] } as const;
    const keys = api.get(PersonalKeys);
    const before = await keys.of(actor);
    await remove();
    expect(await count('FROM personal_key WHERE account_id = $1', [me.id])).toBe(0);
    await ask(CANCEL, me);
    expect(await keys.of(actor)).not.toEqual(before);
  });

  test('is told by mail, with the way to change one’s mind', async () => {
    const worker = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
    const sent = once(worker.events, 'job:complete');
    const known = api.mails().length;
    const planned = await remove();
    await sent;
    await worker.stop();
    const [mail] = api.mails().slice(known);
    const { to, subject, text } = readEml(mail!);
    expect([to, subject]).toEqual([me.email, 'Votre compte Préau va être supprimé']);
    expect(text).toContain('http://localhost:3000/mon-espace/donnees');
    const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
    expect(text).toContain(day.format(new Date(planned.dueAt)));
  });

  test('is possible for somebody suspended', async () => {
    await api.database.query(
      "UPDATE account SET suspended_at = now(), suspension_reason = 'essai' WHERE id = $1",
      [me.id],
    );
    expect((await remove()).__typename).toBe('DeletionPlanned');
  });

  test('is not possible for a visitor', async () => {
    for (const [document, variables] of [
      [DELETE, { confirmation: 'SUPPRIMER' }],
      [CANCEL, {}],
    ] as const) {
      expect((await api.graphql(document, variables)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('the last administrator', () => {
  test('cannot leave', async () => {
    const admin = await person('admin');
    expect(await remove(admin)).toEqual({ __typename: 'DeletionRefused', code: 'LAST_ADMINISTRATOR' });
    await person('admin');
    expect((await remove(admin)).__typename).toBe('DeletionPlanned');
  });

  test('of two who leave at the same moment stays', async () => {
    const two = [await person('admin'), await person('admin')];
    const outcomes = await Promise.all(two.map((admin) => remove(admin)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'DeletionPlanned',
      'DeletionRefused',
    ]);
  });

  test('who became so meanwhile is kept, and reported', async () => {
    const admin = await person('admin');
    await overdue(admin);
    expect(await end()).toEqual({ due: 1, deleted: 0, kept: 1 });
    await ask(CANCEL, admin);
  });
});

describe('changing one’s mind', () => {
  test('keeps the account, as often as one likes', async () => {
    await remove();
    for (let times = 0; times < 2; times += 1) {
      expect((await ask(CANCEL, me)).data).toEqual({
        cancelAccountDeletion: { id: me.id, deletionDueAt: null },
      });
    }
    expect(await end()).toEqual({ due: 0, deleted: 0, kept: 0 });
  });

  test('after the day, but before the night’s work, is still in time', async () => {
    await overdue(me);
    await ask(CANCEL, me);
    await end();
    expect((await rowOf(me))['deleted_at']).toBeNull();
  });
});

describe('thirty days later', () => {
  test('nothing of the person is left, and a row without a name stays', async () => {
    await api.database.query(
      `UPDATE account SET declared_role = 'teacher', academie = '09', age_band = 'adult', charter_version = '1.0',
         charter_accepted_at = now(), professional_domain = 'ac-lille.fr' WHERE id = $1`,
      [me.id],
    );
    await ask('mutation { exportMyData { id } }', me);
    await remove();
    await overdue(me);
    expect(await end()).toEqual({ due: 1, deleted: 1, kept: 0 });
    const { id, created_at: _, deleted_at: deletedAt, ...left } = await rowOf(me);
    expect(deletedAt).toBeInstanceOf(Date);
    expect(left).toMatchObject({ display_name: 'Contributeur supprimé', is_pseudonym: false });
    const said = Object.entries(left).filter(([name]) => !['display_name', 'is_pseudonym'].includes(name));
    expect(said.filter(([, value]) => value !== null)).toEqual([]);
    expect((await ask(ME, me)).data?.['me']).toBeNull();
    // The log names whom a decision was about; from where things were published is kept its year, and the API cannot read it.
    const tables = await api.database.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'account_id'
         AND table_name NOT IN ('audit_entry', 'connection_record')`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables)
      expect([name, await count(`FROM ${name} WHERE account_id = $1`, [id])]).toEqual([name, 0]);
  });

  test('the same address opens a new account', async () => {
    await overdue(me);
    await end();
    const again = await anAccount(api, { email: me.email });
    expect(again.id).not.toBe(me.id);
  });

  test('not a second earlier', async () => {
    await remove();
    await api.database.query(
      "UPDATE account SET deletion_due_at = now() + interval '1 minute' WHERE id = $1",
      [me.id],
    );
    expect(await end()).toEqual({ due: 0, deleted: 0, kept: 0 });
  });

  test('goes by batches: one that fails undoes itself alone, and the next run goes on', async () => {
    await api.database.query(
      `INSERT INTO account (email, display_name, deletion_due_at)
       SELECT 'lot-' || n || '@preau.test', 'Personne ' || n, now() - interval '1 day' FROM generate_series(1, 120) AS n`,
    );
    let ended = 0;
    api.get(AccountEndings).add({
      atEnd() {
        ended += 1;
        return ended === 75 ? Promise.reject(new Error('killed')) : Promise.resolve();
      },
    });
    await expect(end()).rejects.toThrow('killed');
    expect(await count("FROM account WHERE email LIKE 'lot-%'")).toBe(70);
    expect(await end()).toEqual({ due: 70, deleted: 70, kept: 0 });
    expect(await count("FROM account WHERE email LIKE 'lot-%'")).toBe(0);
  });

  test('done twice at the same time is done once', async () => {
    await overdue(me);
    const reports = await Promise.all([end(), end()]);
    expect(reports.map(({ deleted }) => deleted).toSorted()).toEqual([0, 1]);
  });
});

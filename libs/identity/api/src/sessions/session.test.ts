import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Role } from '@preau/shared-domain';
import { ChangeFeed, transaction } from '@preau/shared-api';
import { startTestApi, statementsDuring, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { loadAccount } from '../accounts/load-account';
import { Sessions } from './sessions';

const ME = '{ me { id email roles } }';

let api: TestApi;
let accounts = 0;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
});

afterAll(() => api.close());

/** A browser signed in to a new account with these roles. */
async function signedIn(...roles: Role[]) {
  accounts += 1;
  const email = `account-${accounts}@preau.test`;
  const grants = roles.map((role) => ({ role, territory: null }));
  return transaction(api.database, async (tx) => {
    await loadAccount(tx, { email, displayName: email, grants });
    const [account] = await tx.query<{ id: string }[]>('SELECT id FROM account WHERE email = $1', [email]);
    const secret = await api.get(Sessions).open(tx, account!.id);
    const [session] = await tx.query<{ id: string }[]>('SELECT id FROM session ORDER BY id DESC LIMIT 1');
    return { id: session!.id, email, secret, cookie: `theme=dark; preau-session=${secret}` };
  });
}

/** Resolves when this process has heard of the change. */
const announced = (expected: string) =>
  new Promise<void>((resolve) => {
    const stop = api.get(ChangeFeed).subscribe((topic) => {
      if (topic !== expected) return;
      stop();
      resolve();
    });
  });

const me = async (cookie: string) => (await api.graphql(ME, {}, { headers: { cookie } })).data?.['me'];
const idleFor = (interval: string) =>
  api.database.query(`UPDATE session SET last_seen_at = now() - $1::interval`, [interval]);

describe('a session', () => {
  beforeEach(() => api.database.query('DELETE FROM session'));

  test('says who one is, roles included', async () => {
    const { email, cookie } = await signedIn('admin', 'teacher');
    expect(await me(cookie)).toEqual({ id: expect.any(String), email, roles: ['TEACHER', 'ADMIN'] });
  });

  test.each([
    ['no cookie', ''],
    ['another cookie', 'preau-session-x=abc'],
    ['an empty one', 'preau-session='],
    ['a made-up one', `preau-session=${'A'.repeat(43)}`],
    ['the name used over https', `__Host-preau-session=${'A'.repeat(43)}`],
  ])('%s is nobody', async (_, cookie) => {
    expect(await me(cookie)).toBeNull();
  });

  test('is kept as a hash', async () => {
    const { secret } = await signedIn();
    const kept = await api.database.query<{ row: string }[]>(
      "SELECT s::text || encode(secret_hash, 'escape') AS row FROM session s",
    );
    expect(kept.map(({ row }) => row).join()).not.toContain(secret);
  });

  test.each<[Role, string, boolean]>([
    ['participant', '11 hours 59 minutes', true],
    ['participant', '12 hours', false],
    ['teacher', '11 hours 59 minutes', true],
    ['staff', '59 minutes', true],
    ['staff', '1 hour', false],
    ['admin', '1 hour', false],
    ['moderator', '1 hour', false],
    ['coordinator', '1 hour', false],
  ])('of a %s after %s without a request: open %s', async (role, idle, open) => {
    const { cookie } = await signedIn(role);
    await idleFor(idle);
    expect((await me(cookie)) !== null).toBe(open);
  });

  test('is written to at most once a minute, and looked up once for requests in a row', async () => {
    const { cookie } = await signedIn();
    await idleFor('30 seconds');
    const seen = 'SELECT last_seen_at FROM session';
    const before = await api.database.query(seen);
    await me(cookie);
    expect(await api.database.query(seen)).toEqual(before);

    const other = await signedIn();
    await idleFor('90 seconds');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const statements = await statementsDuring(api.database, async () => {
      await me(other.cookie);
      await me(other.cookie);
    });
    clock.mockRestore();
    expect(statements.filter((sql) => sql.startsWith('UPDATE session'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes('FROM session s'))).toHaveLength(1);
  });

  test('ends when signing out, wherever its cookie was copied to', async () => {
    const { cookie, id } = await signedIn('staff');
    expect(await me(cookie)).not.toBeNull();
    const heard = announced(`session:${id}`);
    const answer = await api.graphql('mutation { signOut }', {}, { headers: { cookie } });
    await heard;
    expect(answer.data).toEqual({ signOut: true });
    expect(answer.headers.get('set-cookie')).toMatch(/^preau-session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await me(cookie)).toBeNull();
  });

  test('ended by another process is forgotten when it says so', async () => {
    const { cookie, id } = await signedIn();
    expect(await me(cookie)).not.toBeNull();
    await api.database.query('DELETE FROM session');
    const heard = announced(`session:${id}`);
    await api.database.query("SELECT pg_notify('preau_changed', $1)", [`session:${id}`]);
    await heard;
    expect(await me(cookie)).toBeNull();
  });

  test('signing out without one is no error', async () => {
    expect((await api.graphql('mutation { signOut }')).data).toEqual({ signOut: true });
  });
});

describe('a write', () => {
  const write = (origin: string) => api.graphql('mutation { signOut }', {}, { headers: { origin } });

  test.each([
    'https://attaquant.example',
    'http://localhost:3000.attaquant.example',
    'null',
    'http://localhost:3001',
  ])('from %s is refused, before anything is done', async (origin) => {
    const answer = await write(origin);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('from the site itself, under its own name or the one it was reached by, is accepted', async () => {
    expect((await write('http://localhost:3000')).data).toEqual({ signOut: true });
    expect((await write(api.url)).data).toEqual({ signOut: true });
  });

  test('from another site is no reason to refuse a reading', async () => {
    const answer = await fetch(`${api.url}/health/live`, {
      headers: { origin: 'https://reutilisateur.example' },
    });
    expect(answer.status).toBe(200);
  });
});

describe('over https', () => {
  let secure: TestApi;
  beforeAll(async () => {
    secure = await startTestApi([IdentityApiModule], {
      identity: true,
      settings: { PUBLIC_URL: 'https://preau.example.org' },
    });
  });
  afterAll(() => secure.close());

  test('the cookie is locked to the host', async () => {
    const { headers } = await secure.graphql(
      'mutation { signOut }',
      {},
      { headers: { origin: 'https://preau.example.org' } },
    );
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-preau-session=; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('the same host without TLS is another site', async () => {
    const own = new URL(secure.url);
    const { status } = await secure.graphql(
      'mutation { signOut }',
      {},
      { headers: { origin: `http://${own.host}` } },
    );
    expect(status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Access, ChangeFeed, createApp, FrameModule } from '@preau/shared-api';
import type { Role } from '@preau/shared-domain';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';

let asked: () => void = () => undefined;

@Controller('slow')
class SlowController {
  /** An answer that takes its time. */
  @Get()
  @Access('signed-in')
  never(): Promise<never> {
    asked();
    return new Promise(() => undefined);
  }
}

@Module({ imports: [FrameModule, IdentityApiModule], controllers: [SlowController] })
class OtherProcess {}

let api: TestApi;
/** The same API, beside the first on the same database, as a second process is. */
let other: NestExpressApplication;
let otherUrl: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], { identity: true, settings: { SECOND_FACTOR: 'true' } });
  other = await createApp(OtherProcess);
  await other.listen(0, '127.0.0.1');
  otherUrl = await other.getUrl();
});
afterAll(async () => {
  await other.close();
  await api.close();
});
beforeEach(() => api.database.query('DELETE FROM session'));

type Headers = { cookie: string };

/** An account with these roles, signed in from so many browsers. */
async function signedIn(browsers: number, ...grants: Role[]) {
  const account = await anAccount(api, { grants });
  const sessions = [];
  for (let one = 0; one < browsers; one += 1) sessions.push(await aSession(api, account.id));
  return { ...account, sessions };
}
async function ask<T = Record<string, unknown>>(headers: Headers, document: string, variables = {}) {
  const { data, errors } = await api.graphql<T>(document, variables, { headers });
  return errors?.[0]?.extensions.code ?? data;
}
const isOpen = async ({ cookie }: Headers) =>
  (await api.graphql<{ me: object | null }>('{ me { id } }', {}, { headers: { cookie } })).data?.me !== null;
/** Resolves when this process has heard that all of these have ended. */
const heard = (...ended: { id: string }[]) =>
  Promise.all(
    ended.map(
      ({ id }) =>
        new Promise<void>((resolve) => {
          const stop = api.get(ChangeFeed).subscribe((topic) => {
            if (topic !== `session:${id}`) return;
            stop();
            resolve();
          });
        }),
    ),
  );
const audited = (id: string) =>
  api.database.query<object[]>(
    'SELECT action, object, details FROM audit_entry WHERE account_id = $1 ORDER BY rank',
    [id],
  );
const LIST = `query ($first: Int, $after: ID) { me { security { sessions(first: $first, after: $after) {
  edges { node { id current device } } pageInfo { hasNextPage endCursor } } } } }`;
interface Listed {
  me: {
    security: {
      sessions: {
        edges: { node: { id: string; current: boolean } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  };
}

describe('the list of my sessions', () => {
  test('has mine, the newest first, this one marked; nobody else’s, nor those that have ended', async () => {
    const { sessions } = await signedIn(4);
    await signedIn(2);
    await api.database.query("UPDATE session SET last_seen_at = now() - interval '12 hours' WHERE id = $1", [
      sessions[2]!.id,
    ]);
    const headers = sessions[1]!.headers;
    const listed = (await ask<Listed>(headers, LIST)) as Listed;
    const ids = [sessions[0]!, sessions[1]!, sessions[3]!]
      .map(({ id }) => id)
      .sort()
      .reverse();
    expect(listed.me.security.sessions.edges.map(({ node }) => node)).toEqual(
      ids.map((id) => ({ id, current: id === sessions[1]!.id, device: '' })),
    );
  });

  test('is read page by page', async () => {
    const { sessions } = await signedIn(5);
    const { headers } = sessions[0]!;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const listed = (await ask<Listed>(headers, LIST, { first: 2, after })) as Listed;
      const { edges, pageInfo } = listed.me.security.sessions;
      seen.push(...edges.map(({ node }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen.sort()).toEqual(sessions.map(({ id }) => id).sort());
    for (const wrong of [{ first: 0 }, { first: 101 }, { after: 'x' }])
      expect(await ask(headers, LIST, wrong)).toBe('BAD_INPUT');
  });

  test('says when this one ends: after an hour for roles that want a second factor, after twelve for others', async () => {
    const ends = async (role: Role) => {
      const { sessions } = await signedIn(1, role);
      const document = '{ me { security { session { lastSeenAt endsAt current } } } }';
      const answer = (await ask(sessions[0]!.headers, document)) as {
        me: { security: { session: { lastSeenAt: string; endsAt: string; current: boolean } } };
      };
      const { session } = answer.me.security;
      expect(session.current).toBe(true);
      return (Date.parse(session.endsAt) - Date.parse(session.lastSeenAt)) / 3_600_000;
    };
    expect(await ends('staff')).toBe(1);
    expect(await ends('teacher')).toBe(12);
  });
});

describe('what keeps a session open', () => {
  const seenAgo = async (id: string) => {
    const [row] = await api.database.query<{ minutes: number }[]>(
      'SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::int AS minutes FROM session WHERE id = $1',
      [id],
    );
    return row?.minutes;
  };
  const idle = (id: string, minutes: number) =>
    api.database.query('UPDATE session SET last_seen_at = now() - make_interval(mins => $2) WHERE id = $1', [
      id,
      minutes,
    ]);

  test.each<[string, Record<string, string>, number]>([
    ['a request somebody makes', {}, 0],
    ['one the site makes by itself', { 'preau-background': '1' }, 50],
  ])('%s', async (_, headers, minutes) => {
    const { sessions } = await signedIn(1, 'staff');
    const { id, headers: cookie } = sessions[0]!;
    await idle(id, 50);
    const { data } = await api.graphql(
      '{ me { security { session { endsAt } } } }',
      {},
      {
        headers: { ...cookie, ...headers },
      },
    );
    expect(data).not.toBeNull();
    expect(await seenAgo(id)).toBe(minutes);
  });

  test('a request just after one that does not count', async () => {
    const { sessions } = await signedIn(1);
    const { id, headers } = sessions[0]!;
    await idle(id, 50);
    await api.graphql('{ me { id } }', {}, { headers: { ...headers, 'preau-background': '1' } });
    expect(await seenAgo(id)).toBe(50);
    await api.graphql('{ me { id } }', {}, { headers });
    expect(await seenAgo(id)).toBe(0);
  });

  test('none brings back one that has ended', async () => {
    const { sessions } = await signedIn(1, 'staff');
    const { id, headers } = sessions[0]!;
    await idle(id, 60);
    expect(await ask(headers, 'mutation { extendSession { endsAt } }')).toBe('UNAUTHENTICATED');
    expect(await seenAgo(id)).toBe(60);
  });

  test('extending it puts its end off, whenever it was last seen', async () => {
    const { sessions } = await signedIn(1, 'staff');
    const { id, headers } = sessions[0]!;
    await api.database.query(
      "UPDATE session SET last_seen_at = now() - interval '30 seconds' WHERE id = $1",
      [id],
    );
    const before = new Date();
    const extended = (await ask(headers, 'mutation { extendSession { id endsAt secondsLeft current } }')) as {
      extendSession: { id: string; endsAt: string; secondsLeft: number; current: boolean };
    };
    expect(extended.extendSession).toMatchObject({ id, current: true });
    expect(extended.extendSession.secondsLeft).toBeGreaterThan(3_570);
    expect(Date.parse(extended.extendSession.endsAt)).toBeGreaterThanOrEqual(before.getTime() + 3_600_000);
    expect(await ask({ cookie: '' }, 'mutation { extendSession { endsAt } }')).toBe('UNAUTHENTICATED');
  });
});

const END = 'mutation ($id: ID!) { endSession(id: $id) }';

describe('ending sessions', () => {
  test('one of mine: it opens nothing any more, the others go on', async () => {
    const { id, sessions } = await signedIn(3);
    const [mine, lost, third] = sessions.map(({ headers }) => headers) as [Headers, Headers, Headers];
    const ended = heard(sessions[1]!);
    expect(await ask(mine, END, { id: sessions[1]!.id })).toEqual({ endSession: true });
    await ended;
    expect(await Promise.all([mine, lost, third].map(isOpen))).toEqual([true, false, true]);
    expect(await ask(mine, END, { id: sessions[1]!.id })).toBe('NOT_FOUND');
    expect(await audited(id)).toEqual([
      { action: 'session.end', object: `session:${sessions[1]!.id}`, details: {} },
    ]);
  });

  test('this one takes its cookie back', async () => {
    const { sessions } = await signedIn(1);
    const { headers } = await api.graphql(END, { id: sessions[0]!.id }, { headers: sessions[0]!.headers });
    expect(headers.get('set-cookie')).toMatch(/^preau-session=; .*Expires=Thu, 01 Jan 1970/);
  });

  test('somebody else’s, or none, is not found', async () => {
    const [one, two] = [await signedIn(1), await signedIn(1)];
    const { headers } = one.sessions[0]!;
    const foreign = two.sessions[0]!;
    for (const id of [foreign.id, '01900000-0000-7000-8000-000000000000', 'x', "' OR true --"])
      expect(await ask(headers, END, { id })).toBe('NOT_FOUND');
    expect(await isOpen(foreign.headers)).toBe(true);
    expect(await audited(one.id)).toEqual([]);
  });

  test('all others, then all', async () => {
    const { id, sessions } = await signedIn(3);
    const stranger = await signedIn(1);
    const headers = sessions.map((session) => session.headers);
    const others = heard(sessions[1]!, sessions[2]!);
    expect(await ask(headers[0]!, 'mutation { endOtherSessions }')).toEqual({ endOtherSessions: 2 });
    await others;
    expect(await Promise.all(headers.map(isOpen))).toEqual([true, false, false]);
    expect(await ask(headers[0]!, 'mutation { endOtherSessions }')).toEqual({ endOtherSessions: 0 });
    const all = heard(sessions[0]!);
    const answer = await api.graphql('mutation { signOutEverywhere }', {}, { headers: headers[0]! });
    await all;
    expect(answer.data).toEqual({ signOutEverywhere: 1 });
    expect(answer.headers.get('set-cookie')).toMatch(/^preau-session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await isOpen(headers[0]!)).toBe(false);
    expect(await isOpen(stranger.sessions[0]!.headers)).toBe(true);
    const object = `account:${id}`;
    expect(await audited(id)).toEqual([
      { action: 'session.end-others', object, details: { ended: 2 } },
      { action: 'session.end-others', object, details: { ended: 0 } },
      { action: 'session.end-everywhere', object, details: { ended: 1 } },
    ]);
  });

  test.each(['endOtherSessions', 'signOutEverywhere', `endSession(id: "x")`])(
    '%s is for people who are signed in',
    async (operation) => {
      expect(await ask({ cookie: '' }, `mutation { ${operation} }`)).toBe('UNAUTHENTICATED');
    },
  );
});

describe('in another process', () => {
  /** An answer under way there, in that session. */
  async function underWay(headers: Headers) {
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const answer = fetch(`${otherUrl}/slow`, { headers });
    await Promise.race([isAsked, answer]);
    return { answer };
  }
  const isOpenThere = async (headers: Headers) => {
    const response = await fetch(`${otherUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    return ((await response.json()) as { data: { me: object | null } }).data.me !== null;
  };

  test.each<[string, string, (ids: string[]) => object]>([
    ['one session', END, ([, second]) => ({ id: second })],
    ['all others', 'mutation { endOtherSessions }', () => ({})],
    ['all', 'mutation { signOutEverywhere }', () => ({})],
  ])(
    'ending %s cuts the answers under way, and the session is not known there any more',
    async (_, document, of) => {
      const { sessions } = await signedIn(2, 'staff');
      const [here, there] = sessions.map(({ headers }) => headers) as [Headers, Headers];
      expect(await isOpenThere(there)).toBe(true);
      const { answer } = await underWay(there);
      await ask(here, document, of(sessions.map(({ id }) => id)));
      await expect(answer).rejects.toThrow('fetch failed');
      expect(await isOpenThere(there)).toBe(false);
    },
  );
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { Access, ActorSource, EndedSessions } from '@preau/shared-api';
import { VISITOR, type Actor } from '@preau/shared-domain';
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

@Module({ controllers: [SlowController] })
class SlowModule {}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, SlowModule], { identity: true });
});
afterAll(() => api.close());

const someone = async () => aSession(api, (await anAccount(api, { grants: ['teacher', 'staff'] })).id);
const actorOf = (cookie: string): Promise<Actor> =>
  api.get(ActorSource as never as new () => ActorSource).actorOf({ headers: { cookie } } as never);

/** Watches somebody; tells whether they were ended, after looking everybody up. */
async function watched(options = {}) {
  const session = await someone();
  const actor = await actorOf(session.headers.cookie);
  let ends = 0;
  const release = api.get(EndedSessions).watch(actor, () => (ends += 1), options);
  const endsAfterLook = async () => {
    await api.get(EndedSessions).recheck();
    return ends;
  };
  return { session, actor, release, endsAfterLook };
}

test('an answer still being made when its session ends is cut', async () => {
  const { headers } = await someone();
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const answer = fetch(`${api.url}/slow`, { headers });
  await Promise.race([isAsked, answer]);
  const signedOut = await api.graphql('mutation { signOut }', {}, { headers });
  expect(signedOut.data).toEqual({ signOut: true });
  await expect(answer).rejects.toThrow('fetch failed');
});

test('what is watched goes on as long as the session and its roles do', async () => {
  const { endsAfterLook, release } = await watched();
  expect(await endsAfterLook()).toBe(0);
  release();
});

test('it ends once, with the session', async () => {
  const { session, endsAfterLook } = await watched();
  await api.database.query('DELETE FROM session WHERE id = $1', [session.id]);
  expect(await endsAfterLook()).toBe(1);
  expect(await endsAfterLook()).toBe(1);
});

test('it ends with any of the roles it began with', async () => {
  const { actor, endsAfterLook } = await watched();
  const { accountId } = actor as Extract<Actor, { kind: 'account' }>;
  await api.database.query(`DELETE FROM role_grant WHERE account_id = $1 AND role = 'teacher'`, [accountId]);
  expect(await endsAfterLook()).toBe(1);
});

test.each([
  [{}, 1],
  [{ evenIdle: true }, 0],
])('left idle, with %j, it ends %i times', async (options, times) => {
  const { session, endsAfterLook, release } = await watched(options);
  await api.database.query("UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE id = $1", [
    session.id,
  ]);
  expect(await endsAfterLook()).toBe(times);
  release();
});

test('once released, or for a visitor, nothing is ended', async () => {
  const { session, release, endsAfterLook } = await watched();
  release();
  await api.database.query('DELETE FROM session WHERE id = $1', [session.id]);
  expect(await endsAfterLook()).toBe(0);
  api.get(EndedSessions).watch(VISITOR, () => expect('ended').toBe('never'))();
});

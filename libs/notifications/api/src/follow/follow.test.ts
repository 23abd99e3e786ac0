import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { NotificationsApiModule } from '../notifications-api.module';
import { aConsultation, carryOut, queuedMails } from '../test/test-data';
import { FollowService } from './follow.service';

let api: TestApi;
let me: { id: string; headers: { cookie: string } };
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, NotificationsApiModule], { identity: true });
  const account = await anAccount(api, { email: 'moi@preau.test' });
  me = { ...(await aSession(api, account.id)), id: account.id };
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const table of ['consultation', 'notification', 'outgoing_mail'])
    await api.database.query(`DELETE FROM ${table}`);
});

const call = async (field: string, consultationId: string, headers: Record<string, string> = me.headers) => {
  const kind = field === 'following' ? 'query' : 'mutation';
  return api.graphql<Record<string, { isFollowing: boolean }>>(
    `${kind} ($id: ID!) { ${field}(consultationId: $id) { consultationId isFollowing } }`,
    { id: consultationId },
    { headers },
  );
};
const isFollowing = async (id: string) => (await call('following', id)).data?.['following']?.isFollowing;
const events = async () =>
  (await api.database.query<{ event: string }[]>('SELECT event FROM notification ORDER BY id')).map(
    ({ event }) => event,
  );
const followedDaysAgo = (days: number) =>
  api.database.query('UPDATE followed_consultation SET followed_at = now() - make_interval(days => $1)', [
    days,
  ]);
const tell = () => api.get(FollowService).tellFollowers(new Date());

test('one follows and unfollows; done twice is done', async () => {
  const id = await aConsultation(api, 'avis');
  expect(await isFollowing(id)).toBe(false);
  for (let time = 0; time < 2; time += 1)
    expect((await call('followConsultation', id)).data).toEqual({
      followConsultation: { consultationId: id, isFollowing: true },
    });
  expect(await isFollowing(id)).toBe(true);
  for (let time = 0; time < 2; time += 1)
    expect((await call('unfollowConsultation', id)).data?.['unfollowConsultation']?.isFollowing).toBe(false);
  expect(await isFollowing(id)).toBe(false);
});

test.each(['following', 'followConsultation', 'unfollowConsultation'])(
  '%s: of what does not exist, or without an account',
  async (field) => {
    for (const id of ['x', '01939f6e-0000-7000-8000-000000000000'])
      expect((await call(field, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const id = await aConsultation(api, 'avis');
    expect((await call(field, id, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  },
);

describe('followers', () => {
  test('are told each thing once, whoever looks and however often', async () => {
    const id = await aConsultation(api, 'avis', { opens: -30, closes: 5 });
    await call('followConsultation', id);
    await followedDaysAgo(40);
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await events()).toEqual(['CONSULTATION_OPENED', 'CONSULTATION_CLOSING']);
    await aConsultation(api, 'avis', { opens: -30, closes: -1 });
    await tell();
    await aConsultation(api, 'avis', { opens: -30, closes: -2, reported: -1 });
    await tell();
    await tell();
    expect(await events()).toEqual([
      'CONSULTATION_OPENED',
      'CONSULTATION_CLOSING',
      'CONSULTATION_CLOSED',
      'CONSULTATION_REPORTED',
    ]);
  });

  test('are not told what happened before they followed', async () => {
    const id = await aConsultation(api, 'avis', { opens: -30, closes: -20, reported: -1 });
    await call('followConsultation', id);
    await followedDaysAgo(10);
    await tell();
    expect(await events()).toEqual(['CONSULTATION_REPORTED']);
  });

  test('are told nothing more once they unfollowed', async () => {
    const id = await aConsultation(api, 'avis', { opens: -30, closes: 5 });
    await call('followConsultation', id);
    await followedDaysAgo(40);
    await call('unfollowConsultation', id);
    await tell();
    expect(await events()).toEqual([]);
  });

  test('hear of a report at once, in a mail that says how to hear no more', async () => {
    const id = await aConsultation(api, 'avis', { opens: -30, closes: -20, reported: -1 });
    await call('followConsultation', id);
    await followedDaysAgo(10);
    await tell();
    await carryOut(api);
    expect(await queuedMails(api)).toMatchObject([
      {
        kind: 'notifications.IMMEDIATE',
        account_id: me.id,
        recipient: 'moi@preau.test',
        subject: 'La concertation «\u00a0Titre avis\u00a0» a donné son bilan\u00a0: il est publié.',
        unsubscribe: expect.stringMatching(/\/desabonnement\?jeton=[\w-]+\.RESULTS\.[\w-]+$/),
        body: { blocks: expect.arrayContaining([expect.objectContaining({ kind: 'link' })]) },
      },
    ]);
  });
});

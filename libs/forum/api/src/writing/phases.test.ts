import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, type Person } from '../test-data';

let api: TestApi;
let staff: Person;
let moderator: Person;
let serviceId: string;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  staff = await aPerson(api, ['staff']);
  moderator = await aPerson(api, ['moderator']);
  serviceId = randomUUID();
  await api.database.query('INSERT INTO forum_service (id, name) VALUES ($1, $2)', [serviceId, 'Un service']);
});
afterAll(() => api.close());

const DATES = {
  UPCOMING: `opens_at = now() + interval '1 hour', closes_at = now() + interval '2 days'`,
  OPEN: `opens_at = now() - interval '1 hour', closes_at = now() + interval '2 days'`,
  CLOSED: `opens_at = now() - interval '2 days', closes_at = now() - interval '1 hour'`,
  REPORTED: `opens_at = now() - interval '2 days', closes_at = now() - interval '1 hour',
    reported_at = now() - interval '1 minute'`,
};
type Phase = keyof typeof DATES;

interface Debate {
  readonly consultation: string;
  readonly themeId: string;
  readonly topicId: string;
  readonly replyId: string;
  readonly author: Person;
  readonly other: Person;
}

/** A debate begun while it was open, in a consultation that has come to that phase since. */
async function debateIn(phase: Phase): Promise<Debate> {
  const { consultation, consultationId, themeId } = await aTheme(api);
  const [author, other] = [await aPerson(api), await aPerson(api)];
  const topicId = await aTopic(api, themeId);
  const replyId = await aReply(api, topicId, { by: author });
  await api.database.query(`UPDATE consultation SET ${DATES[phase]} WHERE id = $1`, [consultationId]);
  return { consultation, themeId, topicId, replyId, author, other };
}

type Outcome = { code?: string; __typename: string };
async function act(by: Person | null, mutation: string, variables: object = {}): Promise<string> {
  const { data, errors } = await api.graphql<Record<string, Outcome>>(
    mutation,
    { ...variables },
    by ? { headers: by.headers } : {},
  );
  const [outcome] = Object.values(data ?? {});
  return outcome?.code ?? outcome?.__typename ?? String(errors?.[0]?.extensions.code);
}
const edit = (by: Person, id: string) =>
  act(
    by,
    `mutation ($input: EditPostInput!) { editPost(input: $input) { __typename ... on PostChangeRefused { code } } }`,
    { input: { id, revision: 0, body: `Autrement dit, ${randomUUID()}` } },
  );
const support = (by: Person, verb: 'give' | 'withdraw', id: string) =>
  act(by, `mutation { ${verb}Support(postId: "${id}") { __typename ... on SupportRefused { code } } }`);
const remove = (by: Person, id: string) =>
  act(by, `mutation { deletePost(id: "${id}") { __typename ... on PostChangeRefused { code } } }`);
const follow = (by: Person, id: string) =>
  act(by, `mutation { followTopic(topicId: "${id}") { __typename ... on FollowRefused { code } } }`);
const conclude = (by: Person, topicId: string) =>
  act(
    by,
    `mutation ($input: ConcludeTopicInput!) { concludeTopic(input: $input) {
       __typename ... on ManagingRefused { code } } }`,
    { input: { topicId, serviceId, conclusion: 'Ce que nous retenons du débat.' } },
  );
interface Rights {
  reply: boolean;
  edit: boolean;
  delete: boolean;
  support: boolean;
}
/** What somebody may do with the topic, and with the reply in it: first letters, in the order r e d s. */
async function rights(by: Person | null, { topicId, replyId }: Debate): Promise<[string, string]> {
  const viewerCan = 'viewerCan { reply edit delete support }';
  const { data } = await api.graphql<{ topic: { viewerCan: Rights }; post: { viewerCan: Rights } }>(
    `{ topic(id: "${topicId}") { ${viewerCan} } post(id: "${replyId}") { ${viewerCan} } }`,
    {},
    by ? { headers: by.headers } : {},
  );
  const letters = ({ viewerCan: can }: { viewerCan: Rights }) =>
    (['reply', 'edit', 'delete', 'support'] as const).map((right) => (can[right] ? right[0] : '-')).join('');
  return [letters(data!.topic), letters(data!.post)];
}

const ENDED: Record<Phase, string | null> = {
  UPCOMING: 'NOT_OPEN',
  OPEN: null,
  CLOSED: 'CLOSED',
  REPORTED: 'CLOSED',
};

describe.each(Object.keys(DATES) as Phase[])('%s', (phase) => {
  const code = ENDED[phase];

  test('everybody reads; what each may do is what is offered', async () => {
    const debate = await debateIn(phase);
    const { author, other } = debate;
    expect(await rights(null, debate)).toEqual(['----', '----']);
    expect(await rights(other, debate)).toEqual(code ? ['----', '----'] : ['r--s', 'r--s']);
    expect(await rights(author, debate)).toEqual(code ? ['----', '--d-'] : ['r--s', 'red-']);
    for (const team of [staff, moderator])
      expect(await rights(team, debate)).toEqual(code ? ['r---', 'r---'] : ['r--s', 'r--s']);
    const { data } = await api.graphql(
      `{ consultation(slug: "${debate.consultation}") { phase } topic(id: "${debate.topicId}") { status postCount } }`,
    );
    expect(data).toEqual({ consultation: { phase }, topic: { status: 'PUBLISHED', postCount: 1 } });
  });

  test('people write and support while it is open, and are told why not otherwise', async () => {
    const { author, other, themeId, topicId, replyId } = await debateIn(phase);
    const refused = code ?? undefined;
    expect((await createTopic(api, other, { themeId })).code).toBe(refused);
    expect((await reply(api, other, { topicId })).code).toBe(refused);
    expect((await reply(api, other, { topicId, parentId: replyId })).code).toBe(refused);
    expect(await edit(author, replyId)).toBe(code ?? 'PostChanged');
    expect(await support(other, 'give', replyId)).toBe(code ?? 'SupportCounted');
    expect(await support(other, 'withdraw', replyId)).toBe(code ?? 'SupportCounted');
    // In every phase.
    expect(await follow(other, topicId)).toBe('TopicFollowing');
    expect(await remove(author, replyId)).toBe('PostChanged');
  });

  test('the team answers, also in the name of a service, and staff conclude', async () => {
    const { other, topicId, replyId } = await debateIn(phase);
    expect((await reply(api, moderator, { topicId, parentId: replyId })).code).toBeUndefined();
    expect((await reply(api, staff, { topicId, serviceId })).code).toBeUndefined();
    const proposition = { topicId, isProposition: true, body: `Un accès stable ${randomUUID()}` };
    expect((await reply(api, staff, proposition)).code).toBe(ENDED[phase] ?? undefined);
    expect(await conclude(staff, topicId)).toBe('TopicManaged');
    expect(await conclude(other, topicId)).not.toBe('TopicManaged');
    const { data } = await api.graphql<{ topic: { conclusion: string; postCount: number } }>(
      `{ topic(id: "${topicId}") { conclusion postCount } }`,
    );
    expect(data?.topic).toEqual({
      conclusion: 'Ce que nous retenons du débat.',
      postCount: phase === 'OPEN' ? 4 : 3,
    });
  });
});

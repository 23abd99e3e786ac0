import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, createTopic, reply, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let consultation: string;
let staff: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId, consultation } = await aTheme(api));
  staff = await aPerson(api, ['staff']);
});
afterAll(() => api.close());

type Answer = Record<
  string,
  { topic?: Record<string, unknown>; service?: { id: string; name: string }; code?: string }
>;
const ask = async (mutation: string, { headers }: Pick<Person, 'headers'> = staff, variables = {}) => {
  const { data, errors } = await api.graphql<Answer>(mutation, variables, { headers });
  return data ? Object.values(data)[0]! : { code: errors![0]!.extensions.code };
};
const TOPIC = `{ ... on TopicManaged { topic { isPinned isLocked slowSeconds solvedPostId conclusion concludedBy { name } } } ... on ManagingRefused { code } }`;
const aService = async (name = `Service ${randomUUID()}`) => {
  const id = randomUUID();
  const saved = await ask(
    `mutation ($input: SaveForumServiceInput!) { saveForumService(input: $input) { ... on ForumServiceSaved { service { id name } } ... on ManagingRefused { code } } }`,
    staff,
    { input: { id, name } },
  );
  return { id, saved };
};
const conclude = (topicId: string, serviceId: string, conclusion: string | null) =>
  ask(`mutation ($input: ConcludeTopicInput!) { concludeTopic(input: $input) ${TOPIC} }`, staff, {
    input: { topicId, serviceId, conclusion },
  });

describe('keeping a topic', () => {
  test('pinned, locked and slow, and back; each in the log', async () => {
    const id = await aTopic(api, themeId);
    expect((await ask(`mutation { pinTopic(topicId: "${id}", pinned: true) ${TOPIC} }`)).topic).toMatchObject(
      {
        isPinned: true,
        isLocked: false,
      },
    );
    expect(
      (await ask(`mutation { lockTopic(topicId: "${id}", locked: true) ${TOPIC} }`)).topic,
    ).toMatchObject({
      isPinned: true,
      isLocked: true,
    });
    expect((await reply(api, await aPerson(api), { topicId: id })).code).toBe('LOCKED');
    await ask(`mutation { lockTopic(topicId: "${id}", locked: false) ${TOPIC} }`);
    await ask(`mutation { pinTopic(topicId: "${id}", pinned: false) ${TOPIC} }`);
    expect((await ask(`mutation { slowTopic(topicId: "${id}", seconds: 30) ${TOPIC} }`)).topic).toMatchObject(
      {
        isPinned: false,
        isLocked: false,
        slowSeconds: 30,
      },
    );
    for (const seconds of [-1, 86_401])
      expect(await ask(`mutation { slowTopic(topicId: "${id}", seconds: ${seconds}) ${TOPIC} }`)).toEqual({
        code: 'TOO_SLOW',
      });
    const logged = await api.database.query<{ details: object }[]>(
      `SELECT details FROM audit_entry WHERE object = $1 ORDER BY rank`,
      [`topic:${id}`],
    );
    expect(logged.map(({ details }) => details)).toEqual([
      { isPinned: true },
      { isLocked: true },
      { isLocked: false },
      { isPinned: false },
      { slowSeconds: 30 },
    ]);
  });

  test('is its theme’s moderators’, not another’s, nor a participant’s', async () => {
    const id = await aTopic(api, themeId);
    const moderatorOf = async (theme: string | null) => {
      const { id: account } = await anAccount(api, {
        grants: [{ role: 'moderator', territory: null, themeId: theme }],
      });
      return aSession(api, account);
    };
    const pin = `mutation { pinTopic(topicId: "${id}", pinned: true) ${TOPIC} }`;
    expect(await ask(pin, await moderatorOf(themeId))).toHaveProperty('topic');
    expect(await ask(pin, await moderatorOf(null))).toHaveProperty('topic');
    expect(await ask(pin, await moderatorOf((await aTheme(api)).themeId))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect(await ask(pin, await aPerson(api))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect(await ask(`mutation { pinTopic(topicId: "x", pinned: true) ${TOPIC} }`)).toEqual({
      code: 'UNKNOWN_TOPIC',
    });
  });

  test('which reply answers it, its author says', async () => {
    const author = await aPerson(api);
    const id = await aTopic(api, themeId, author);
    const answer = await aReply(api, id);
    const elsewhere = await aReply(api, await aTopic(api, themeId));
    const mark = (postId: string | null, by: Pick<Person, 'headers'>) =>
      ask(
        `mutation { markSolved(topicId: "${id}", postId: ${postId ? `"${postId}"` : 'null'}) ${TOPIC} }`,
        by,
      );
    expect((await mark(answer, author)).topic).toMatchObject({ solvedPostId: answer });
    expect(await mark(elsewhere, author)).toEqual({ code: 'UNKNOWN_POST' });
    expect(await mark(id, author)).toEqual({ code: 'UNKNOWN_POST' });
    expect(await mark(answer, await aPerson(api))).toEqual({ code: 'OUT_OF_SCOPE' });
    expect((await mark(null, staff)).topic).toMatchObject({ solvedPostId: null });
  });
});

describe('the institution', () => {
  test('names its services, each name once', async () => {
    const name = `Direction ${randomUUID()}`;
    const { id, saved } = await aService(name);
    expect(saved).toEqual({ service: { id, name } });
    expect((await aService(name)).saved).toEqual({ code: 'NAME_TAKEN' });
    expect((await aService('ab')).saved).toEqual({ code: 'TOO_SHORT' });
    const { data } = await api.graphql<{ forumServices: { edges: { node: { name: string } }[] } }>(
      '{ forumServices(first: 100) { edges { node { name } } } }',
    );
    expect(data?.forumServices.edges.map(({ node }) => node.name)).toContain(name);
  });

  test('answers under the name of a service, and what it says is listed', async () => {
    const { id: serviceId, saved } = await aService();
    const topicId = await aTopic(api, themeId);
    const answer = await reply(api, staff, { topicId, serviceId });
    const { topic } = await createTopic(api, staff, { themeId, serviceId });
    for (const by of [await aPerson(api), await aPerson(api, ['moderator'])])
      expect((await reply(api, by, { topicId, serviceId })).code).toBe('UNKNOWN_SERVICE');
    expect((await reply(api, staff, { topicId, serviceId: randomUUID() })).code).toBe('UNKNOWN_SERVICE');
    const { data } = await api.graphql(
      `{ officialPosts(consultation: "${consultation}") { edges { node { id official { name } topic { id title } } } } }`,
    );
    const official = { name: saved.service?.name };
    const title = 'Le réseau de nos écoles';
    expect(data).toEqual({
      officialPosts: {
        edges: [
          { node: { id: topic?.id, official, topic: { id: topic?.id, title } } },
          { node: { id: answer.post?.id, official, topic: { id: topicId, title } } },
        ],
      },
    });
  });

  test('concludes a topic, and takes a conclusion back', async () => {
    const { id, saved } = await aService();
    const topicId = await aTopic(api, themeId);
    expect((await conclude(topicId, id, ' Le réseau **vient**. ')).topic).toMatchObject({
      conclusion: 'Le réseau **vient**.',
      concludedBy: { name: saved.service?.name },
    });
    expect(await conclude(topicId, randomUUID(), 'Autre')).toEqual({ code: 'UNKNOWN_SERVICE' });
    expect(await conclude(topicId, id, '  ')).toEqual({ code: 'EMPTY' });
    expect((await conclude(topicId, id, null)).topic).toMatchObject({ conclusion: null, concludedBy: null });
  });
});

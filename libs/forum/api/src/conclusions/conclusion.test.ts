import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BODY_LENGTH } from '@preau/forum-domain';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, type Person } from '../test-data';

let api: TestApi;
let theme: { themeId: string; consultation: string };
let staff: Person;
let serviceId: string;
let topicId: string;
const service = { name: '' };
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  theme = await aTheme(api);
  staff = await aPerson(api, ['staff']);
  serviceId = randomUUID();
  service.name = `Service ${serviceId}`;
  await api.database.query('INSERT INTO forum_service (id, name) VALUES ($1, $2)', [serviceId, service.name]);
});
afterAll(() => api.close());
beforeEach(async () => {
  topicId = await aTopic(api, theme.themeId);
});

interface Cited {
  number: number;
  postId: string;
  post: { status: string; body: string | null } | null;
}
interface Concluded {
  conclusion: string | null;
  concludedBy: { name: string } | null;
  citations: Cited[];
  conclusionDraft: { body: string; revision: number; service: { name: string } | null } | null;
  conclusionVersions: {
    totalCount: number;
    edges: { node: { body: string | null; service: { name: string } | null; citations: Cited[] } }[];
    pageInfo: { endCursor: string };
  };
}
type Outcome = { code?: string; postId?: string; topic?: object; draft?: { revision: number } | null };
const send = async (mutation: string, type: string, input: object, by: Person = staff): Promise<Outcome> => {
  const { data, errors } = await api.graphql<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { done: ${mutation} }`,
    { input },
    { headers: by.headers },
  );
  return data?.['done'] ?? { code: String(errors?.[0]?.extensions.code) };
};
const publish = (conclusion: string | null, given: object = {}) =>
  send(
    'concludeTopic(input: $input) { ... on TopicManaged { topic { id } } ... on ManagingRefused { code postId } }',
    'ConcludeTopicInput',
    { topicId, serviceId, conclusion, ...given },
  );
const save = (body: string, revision: number, given: object = {}, by = staff) =>
  send(
    'saveConclusionDraft(input: $input) { ... on ConclusionDraftSaved { draft { revision } } ... on ManagingRefused { code } }',
    'SaveConclusionDraftInput',
    { topicId, serviceId, body, revision, ...given },
    by,
  );
const CITED = 'citations { number postId post { status body } }';
const read = async (by?: Person, first = 20, after: string | null = null): Promise<Concluded> => {
  const { data, errors } = await api.graphql<{ topic: Concluded }>(
    `query ($id: ID!, $first: Int, $after: ID) { topic(id: $id) { conclusion concludedBy { name } ${CITED}
      conclusionDraft { body revision service { name } }
      conclusionVersions(first: $first, after: $after) {
        totalCount edges { node { body service { name } ${CITED} } } pageInfo { endCursor } } } }`,
    { id: topicId, first, after },
    by ? { headers: by.headers } : {},
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.topic;
};
const path = (postId: string, of = topicId) =>
  `https://preau.test/concertations/${theme.consultation}/debats/${of}/messages/${postId}`;
const versions = ({ conclusionVersions }: Concluded) => conclusionVersions.edges.map(({ node }) => node.body);

describe('a conclusion', () => {
  test('is published, changed and taken back; each version stays to be read', async () => {
    expect(await publish(' Le réseau **vient**. ')).toHaveProperty('topic');
    expect(await publish('Le réseau **vient**.')).toHaveProperty('topic');
    expect(await read()).toMatchObject({ conclusion: 'Le réseau **vient**.', concludedBy: service });
    await publish('Le réseau est là.');
    expect(versions(await read())).toEqual(['Le réseau est là.', 'Le réseau **vient**.']);
    await publish(null);
    await publish(null);
    const taken = await read();
    expect(taken).toMatchObject({ conclusion: null, concludedBy: null, citations: [] });
    expect(versions(taken)).toEqual([null, 'Le réseau est là.', 'Le réseau **vient**.']);
    expect(taken.conclusionVersions.totalCount).toBe(3);
    const first = await read(undefined, 1);
    expect(versions(first)).toEqual([null]);
    expect(versions(await read(undefined, 1, first.conclusionVersions.pageInfo.endCursor))).toEqual([
      'Le réseau est là.',
    ]);
    const logged = await api.database.query<{ details: object }[]>(
      `SELECT details FROM audit_entry WHERE object = $1 ORDER BY rank`,
      [`topic:${topicId}`],
    );
    expect(logged.map(({ details }) => details)).toEqual([
      { isWithdrawn: false },
      { isWithdrawn: false },
      { isWithdrawn: true },
    ]);
  });

  test('is refused empty, too long, by a service that is not there, on a topic that is not', async () => {
    expect((await publish('  ')).code).toBe('EMPTY');
    expect((await publish('a'.repeat(20_001))).code).toBe('TOO_LONG');
    for (const unknown of [randomUUID(), 'x'])
      expect((await publish('Le réseau vient.', { serviceId: unknown })).code).toBe('UNKNOWN_SERVICE');
    for (const unknown of [randomUUID(), 'x'])
      expect((await publish('Le réseau vient.', { topicId: unknown })).code).toBe('UNKNOWN_TOPIC');
    expect((await read()).conclusion).toBeNull();
  });
});

describe('the messages it cites', () => {
  test('are numbered, of the topic, its opening one as well', async () => {
    const [one, two] = [
      await aReply(api, topicId),
      await aReply(api, topicId, { body: 'Du temps, surtout.' }),
    ];
    await publish(
      `Du temps ${path(two)}, du calme ([un parent](${path(one)})), ${path(topicId)} ${path(two)}`,
    );
    const { citations, conclusionVersions } = await read();
    expect(citations.map(({ number, postId }) => [number, postId])).toEqual([
      [1, two],
      [2, one],
      [3, topicId],
    ]);
    expect(citations[0]?.post).toEqual({ status: 'PUBLISHED', body: 'Du temps, surtout.' });
    expect(conclusionVersions.edges[0]?.node.citations).toEqual(citations);
  });

  test('are those of a text that is not published yet, as many as could be', async () => {
    const id = await aReply(api, topicId, { body: 'Du temps, surtout.' });
    const would = async (text: string) => {
      const { data, errors } = await api.graphql<{ topic: { citations: object[] } | null }>(
        `query ($id: ID!, $text: String) { topic(id: $id) { citations(of: $text) { number postId post { body } } } }`,
        { id: topicId, text },
      );
      return data?.topic?.citations ?? errors?.[0]?.extensions.code;
    };
    const absent = randomUUID();
    expect(await would(`Du temps ${path(absent)}, ${path(id)}`)).toEqual([
      { number: 1, postId: absent, post: null },
      { number: 2, postId: id, post: { body: 'Du temps, surtout.' } },
    ]);
    expect(await would('')).toEqual([]);
    expect((await read()).citations).toEqual([]);
    expect(await would(Array.from({ length: 101 }, () => path(randomUUID())).join(' '))).toBe('BAD_INPUT');
    expect(await would('x'.repeat(BODY_LENGTH.max + 1))).toBe('BAD_INPUT');
  });

  test('are refused from another topic, hidden, held, or not there; which one is said', async () => {
    const elsewhere = await aTopic(api, theme.themeId);
    const other = await aReply(api, elsewhere);
    for (const address of [path(other, elsewhere), path(other)])
      expect(await publish(`Voir ${address}`)).toEqual({ code: 'CITED_ELSEWHERE', postId: other });
    for (const status of ['HIDDEN', 'HELD', 'DELETED']) {
      const post = await aReply(api, topicId);
      await api.database.query('UPDATE post SET status = $2 WHERE id = $1', [post, status]);
      expect(await publish(`Voir ${path(post)}`)).toEqual({ code: 'CITED_UNKNOWN', postId: post });
    }
    const absent = randomUUID();
    expect(await publish(`Voir ${path(absent)}`)).toEqual({ code: 'CITED_UNKNOWN', postId: absent });
    const many = Array.from({ length: 101 }, () => path(randomUUID())).join(' ');
    expect((await publish(many)).code).toBe('TOO_MANY_CITED');
    expect((await read()).conclusion).toBeNull();
  });

  test('leave a trace once hidden or deleted, and the rest can still be put right', async () => {
    const post = await aReply(api, topicId, { body: 'Des mots retirés' });
    await publish(`Du temps ${path(post)}`);
    for (const status of ['HIDDEN', 'DELETED']) {
      await api.database.query('UPDATE post SET status = $2 WHERE id = $1', [post, status]);
      const { citations } = await read();
      expect(citations).toEqual([{ number: 1, postId: post, post: { status, body: null } }]);
      expect(await publish(`Du temps (${status}) ${path(post)}`)).toHaveProperty('topic');
    }
  });
});

describe('a draft', () => {
  test('is staff’s alone, until it is published', async () => {
    expect((await save('Le réseau', 0)).draft).toEqual({ revision: 1 });
    const colleague = await aPerson(api, ['staff']);
    expect((await save('Le réseau vient', 1, { serviceId: null }, colleague)).draft).toEqual({ revision: 2 });
    expect((await read(colleague)).conclusionDraft).toEqual({
      body: 'Le réseau vient',
      revision: 2,
      service: null,
    });
    for (const by of [undefined, await aPerson(api), await aPerson(api, ['moderator'])]) {
      const seen = await read(by);
      expect([seen.conclusionDraft, seen.conclusion, versions(seen)]).toEqual([null, null, []]);
    }
    expect((await publish('Le réseau vient', { draftRevision: 1 })).code).toBe('STALE_DRAFT');
    expect((await publish('Le réseau vient')).code).toBe('STALE_DRAFT');
    expect(await publish('Le réseau vient', { draftRevision: 2 })).toHaveProperty('topic');
    expect(await read(staff)).toMatchObject({ conclusionDraft: null, conclusion: 'Le réseau vient' });
  });

  test('is not overwritten by one who had not read it; emptied, it is gone', async () => {
    await save('Le premier', 0);
    expect((await save('Le second', 0)).code).toBe('STALE_DRAFT');
    expect((await read(staff)).conclusionDraft?.body).toBe('Le premier');
    expect((await save('  ', 1)).draft).toBeNull();
    expect((await read(staff)).conclusionDraft).toBeNull();
    expect((await save('a'.repeat(60_001), 0)).code).toBe('TOO_LONG');
    expect((await save('Un mot', 0, { serviceId: randomUUID() })).code).toBe('UNKNOWN_SERVICE');
    expect((await save('Un mot', 0, { topicId: randomUUID() })).code).toBe('UNKNOWN_TOPIC');
    expect((await save('Un mot', 0, {}, await aPerson(api))).code).toBe('NOT_FOUND');
  });
});

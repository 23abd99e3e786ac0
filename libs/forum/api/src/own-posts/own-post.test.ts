import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityApiModule } from '@preau/identity-api';
import { startTestApi, type TestApi } from '@preau/testing';
import { ForumApiModule } from '../forum-api.module';
import { aPerson, aReply, aTheme, aTopic, reply, type Person } from '../test-data';

let api: TestApi;
let themeId: string;
let me: Person;
beforeAll(async () => {
  api = await startTestApi([IdentityApiModule, ForumApiModule], { identity: true });
  ({ themeId } = await aTheme(api));
  me = await aPerson(api, ['staff']);
});
afterAll(() => api.close());

type Changed = { post?: { body: string | null; status: string; revisionCount: number }; code?: string };
const ask = async (mutation: string, variables: object, { headers }: Pick<Person, 'headers'> = me) => {
  const { data, errors } = await api.graphql<Record<string, Changed>>(
    mutation,
    { ...variables },
    { headers },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
};
const RESULT = `... on PostChanged { post { body status revisionCount } } ... on PostChangeRefused { code }`;
const edit = (input: object, by?: Person) =>
  ask(`mutation ($input: EditPostInput!) { editPost(input: $input) { ${RESULT} } }`, { input }, by);
const remove = (id: string, by?: Person) =>
  ask(`mutation ($id: ID!) { deletePost(id: $id) { ${RESULT} } }`, { id }, by);

describe('editing', () => {
  test('keeps what was said, for everybody to compare', async () => {
    const id = await aReply(api, await aTopic(api, themeId), { by: me, body: 'Première version' });
    for (const [revision, body] of ['Deuxième version', 'Troisième version'].entries())
      expect(await edit({ id, revision, body })).toMatchObject({
        post: { body, revisionCount: revision + 1 },
      });
    const { data } = await api.graphql(
      `{ post(id: "${id}") { editedAt revisions(first: 1) { edges { cursor node { revision body } } pageInfo { hasNextPage } } } }`,
    );
    expect(data).toMatchObject({
      post: {
        editedAt: expect.any(String),
        revisions: {
          edges: [{ cursor: '1', node: { revision: 1, body: 'Deuxième version' } }],
          pageInfo: { hasNextPage: true },
        },
      },
    });
    const rest = await api.graphql(
      `{ post(id: "${id}") { revisions(after: "1") { edges { node { body } } } } }`,
    );
    expect(rest.data).toEqual({ post: { revisions: { edges: [{ node: { body: 'Première version' } }] } } });
  });

  test('a topic: its title too', async () => {
    const id = await aTopic(api, themeId, me);
    expect(await edit({ id, revision: 0, title: 'Un titre mieux choisi', body: 'Mieux dit.' })).toMatchObject(
      {
        post: { body: 'Mieux dit.' },
      },
    );
    const { data } = await api.graphql(
      `{ topic(id: "${id}") { title revisionCount } post(id: "${id}") { revisions { edges { node { title } } } } }`,
    );
    expect(data).toEqual({
      topic: { title: 'Un titre mieux choisi', revisionCount: 1 },
      post: { revisions: { edges: [{ node: { title: 'Le réseau de nos écoles' } }] } },
    });
  });

  test('from two tabs: the second is told, and nothing is lost', async () => {
    const id = await aReply(api, await aTopic(api, themeId), { by: me });
    const both = await Promise.all([
      edit({ id, revision: 0, body: 'D’un onglet' }),
      edit({ id, revision: 0, body: 'De l’autre' }),
    ]);
    expect(both.map(({ code }) => code ?? 'OK').sort()).toEqual(['OK', 'STALE_REVISION']);
  });

  test('saved unchanged, nothing is written down', async () => {
    const id = await aReply(api, await aTopic(api, themeId), { by: me, body: 'Toujours pareil' });
    expect(await edit({ id, revision: 0, body: ' Toujours pareil ' })).toMatchObject({
      post: { revisionCount: 0 },
    });
  });

  test('refused: others’, locked, after the closing', async () => {
    const topicId = await aTopic(api, themeId);
    const author = await aPerson(api);
    const id = await aReply(api, topicId, { by: author });
    const change = { id, revision: 0, body: 'Autrement dit' };
    expect(await edit(change)).toEqual({ code: 'NOT_YOURS' });
    await api.database.query('UPDATE topic SET locked_at = now() WHERE id = $1', [topicId]);
    expect(await edit(change, author)).toEqual({ code: 'LOCKED' });
    const late = await aTheme(api);
    const other = await aReply(api, await aTopic(api, late.themeId), { by: author });
    await api.database.query('UPDATE consultation SET closes_at = now() WHERE id = $1', [
      late.consultationId,
    ]);
    expect(await edit({ ...change, id: other }, author)).toEqual({ code: 'CLOSED' });
    expect(await edit({ ...change, id: 'x' })).toEqual({ code: 'UNKNOWN_POST' });
  });
});

describe('deleting', () => {
  test('leaves a trace under which replies stay, and is counted out everywhere', async () => {
    const topicId = await aTopic(api, themeId);
    const one = await aReply(api, topicId);
    const author = await aPerson(api);
    const two = await aReply(api, topicId, { parentId: one, by: author });
    const three = await aReply(api, topicId, { parentId: two });
    expect(await remove(two, author)).toMatchObject({ post: { status: 'DELETED', body: null } });
    expect(await remove(two, author)).toEqual({ code: 'UNKNOWN_POST' });
    const { data } =
      await api.graphql(`{ topic(id: "${topicId}") { postCount posts { edges { node { replyCount branchCount
      replies { edges { node { id status body author { name } replies { edges { node { id } } } } } } } } } } }`);
    expect(data).toEqual({
      topic: {
        postCount: 2,
        posts: {
          edges: [
            {
              node: {
                replyCount: 0,
                branchCount: 1,
                replies: {
                  edges: [
                    {
                      node: {
                        id: two,
                        status: 'DELETED',
                        body: null,
                        author: null,
                        replies: { edges: [{ node: { id: three } }] },
                      },
                    },
                  ],
                },
              },
            },
          ],
        },
      },
    });
    expect((await reply(api, me, { topicId, parentId: two })).code).toBe('UNKNOWN_POST');
  });

  test('is open after the closing, and to its author alone', async () => {
    const late = await aTheme(api);
    const author = await aPerson(api);
    const id = await aTopic(api, late.themeId, author);
    await api.database.query('UPDATE consultation SET closes_at = now() WHERE id = $1', [
      late.consultationId,
    ]);
    expect(await remove(id)).toEqual({ code: 'NOT_YOURS' });
    expect(await remove(id, author)).toMatchObject({ post: { status: 'DELETED' } });
    const { data } = await api.graphql(
      `{ topic(id: "${id}") { title status } topics(consultation: "${late.consultation}") { edges { node { id } } } }`,
    );
    expect(data).toEqual({ topic: { title: '', status: 'DELETED' }, topics: { edges: [] } });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PersonalKeys } from '@preau/identity-api';
import { transaction } from '@preau/shared-api';
import { startTestApi, type TestActor, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire } from '../test-data';
import { aPerson } from './test-people';

let api: TestApi;
let camille: TestActor;

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
});
beforeEach(async () => {
  camille = await aPerson(api);
});
afterAll(() => api.close());

const ANSWER = /* GraphQL */ `
  id
  savedAt
  isLinked
  questionnaire {
    id
  }
  receipt {
    code
  }
`;
const LIST = `query ($first: Int, $after: String) { myAnswers(first: $first, after: $after) {
  edges { cursor node { ${ANSWER} } } pageInfo { hasNextPage endCursor } } }`;
const LINK = `mutation ($code: String!) { linkResponse(code: $code) { __typename
  ... on ResponseLinked { answer { ${ANSWER} } } ... on LinkRefused { refusal: code } } }`;
const UNLINK = 'mutation ($code: String!) { unlinkResponse(code: $code) }';
const SUBMIT = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
  ... on ResponseReceipt { code } } }`;
const SAVE = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { __typename } }';

interface Kept {
  id: string;
  savedAt: string | null;
  isLinked: boolean;
  questionnaire: { id: string };
  receipt: { code: string } | null;
}
interface Page {
  edges: { cursor: string; node: Kept }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Linked {
  __typename: string;
  answer: Kept;
  refusal: string;
}

async function ask<T>(query: string, name: string, variables: Record<string, unknown>, as?: TestActor) {
  const { data, errors } = await api.graphql<Record<string, T>>(query, variables, as ? { as } : {});
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}
const list = async (as = camille, variables = {}) => ask<Page>(LIST, 'myAnswers', variables, as);
const nodes = async (as = camille) => (await list(as)).edges.map(({ node }) => node);
const link = (code: string, as = camille) => ask<Linked>(LINK, 'linkResponse', { code }, as);
const input = (questionnaireId: string) => ({ questionnaireId, version: 1, answers: { role: 'parent' } });
async function sent(as?: TestActor) {
  const { id } = await aQuestionnaire(api);
  const { code } = await ask<{ code: string }>(
    SUBMIT,
    'submitResponse',
    { input: { id: randomUUID(), ...input(id) } },
    as,
  );
  return { id, code };
}

describe('my answers', () => {
  test('are none at first', async () => {
    expect(await list()).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  test('are the drafts and the responses of the account, and nobody else’s', async () => {
    const { id, code } = await sent(camille);
    const begun = await aQuestionnaire(api);
    await ask(SAVE, 'saveDraft', { input: input(begun.id) }, camille);
    await sent(await aPerson(api));
    await sent();
    const found = await nodes();
    expect(found).toHaveLength(2);
    expect(found.find(({ questionnaire }) => questionnaire.id === id)).toMatchObject({
      receipt: { code },
      savedAt: null,
      isLinked: false,
    });
    expect(found.find(({ questionnaire }) => questionnaire.id === begun.id)).toMatchObject({
      receipt: null,
      savedAt: expect.any(String),
    });
  });

  test('come by pages, each once', async () => {
    for (let count = 0; count < 5; count += 1) await sent(camille);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Page = await list(camille, { first: 2, after });
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual((await nodes()).map(({ id }) => id));
    expect(new Set(seen).size).toBe(5);
  });

  test.each([0, 101, -1])('a page of %d is refused', async (first) => {
    const { errors } = await api.graphql(LIST, { first }, { as: camille });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([LIST, LINK, UNLINK])('need a session: %s', async (document) => {
    const { errors } = await api.graphql(document, { code: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a response sent without signing in', () => {
  test('joins by its code, as people type it, and leaves again', async () => {
    const { id, code } = await sent();
    expect(await link(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
      __typename: 'ResponseLinked',
      answer: { isLinked: true, questionnaire: { id }, receipt: { code } },
    });
    expect(await nodes()).toMatchObject([{ isLinked: true, receipt: { code } }]);
    expect(await nodes(await aPerson(api))).toEqual([]);
    expect(await ask(UNLINK, 'unlinkResponse', { code }, camille)).toBe(true);
    expect(await ask(UNLINK, 'unlinkResponse', { code }, camille)).toBe(true);
    expect(await nodes()).toEqual([]);
    expect(
      await ask('query ($code: String!) { response(code: $code) { id } }', 'response', { code }),
    ).not.toBeNull();
  });

  test('joins once, however often and however parallel', async () => {
    const { code } = await sent();
    const linked = await Promise.all(Array.from({ length: 8 }, () => link(code)));
    expect(new Set(linked.map(({ answer }) => answer.id)).size).toBe(1);
    expect(await nodes()).toHaveLength(1);
    const rows = await api.database.query<unknown[]>('SELECT * FROM linked_response');
    expect(rows).toHaveLength(1);
  });

  test('of the account itself is there already', async () => {
    const { code } = await sent(camille);
    expect(await link(code)).toMatchObject({ answer: { isLinked: false } });
    expect(await nodes()).toHaveLength(1);
  });

  test('stands in a table that tells neither whose it is nor which it is', async () => {
    const { code } = await sent();
    await link(code);
    const rows = await api.database.query<Record<string, Buffer>[]>('SELECT * FROM linked_response');
    const everything = rows
      .flatMap((row) => Object.values(row).map((cell) => cell.toString('latin1')))
      .join();
    expect(Object.keys(rows[0]!)).toEqual(['owner_tag', 'link_tag', 'sealed']);
    for (const secret of [code, code.replaceAll('-', ''), camille.accountId])
      expect(everything).not.toContain(secret);
  });

  test('is found no more once the key is destroyed', async () => {
    await link((await sent()).code);
    await transaction(api.database, (tx) => api.get(PersonalKeys).forget(tx, camille.accountId));
    expect(await nodes()).toEqual([]);
  });

  test.each(['', 'nimporte quoi', '00000-00000-00000-00000', 'x'.repeat(5_000)])(
    'a code that opens nothing is refused the same way: %p',
    async (code) => {
      expect(await link(code)).toEqual({ __typename: 'LinkRefused', refusal: 'UNKNOWN_RESPONSE' });
    },
  );

  test('may be tried ten times in a quarter of an hour, right code included', async () => {
    const { code } = await sent();
    const tries = await Promise.all(Array.from({ length: 10 }, () => link('00000-00000-00000-00000')));
    expect(new Set(tries.map(({ refusal }) => refusal))).toEqual(new Set(['UNKNOWN_RESPONSE']));
    expect(await link(code)).toMatchObject({ refusal: 'TOO_MANY_TRIES' });
    expect(await link(code, await aPerson(api))).toMatchObject({ __typename: 'ResponseLinked' });
  });
});

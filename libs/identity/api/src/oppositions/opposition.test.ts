import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger, Jobs, readEml } from '@preau/shared-api';
import { anAccount, aSession, startTestApi, type TestApi } from '@preau/testing';
import { IdentityApiModule } from '../identity-api.module';
import { PersonalDataSources } from '../personal-data/personal-data-sources';

const FIELDS = 'id reason state answer processing { code title }';
const OPPOSE = `mutation ($input: OpposeInput!) { oppose(input: $input) {
  ... on OppositionFiled { opposition { ${FIELDS} } } ... on OpposeRefused { code } } }`;
const MINE = `{ myOppositions { ${FIELDS} } }`;
const QUEUE = `query ($state: OppositionState, $first: Int, $after: ID) {
  oppositions(state: $state, first: $first, after: $after) {
    totalCount edges { node { id person reason processing { code } } } pageInfo { hasNextPage endCursor } } }`;
const ANSWER = `mutation ($input: AnswerOppositionInput!) { answerOpposition(input: $input) {
  ... on OppositionAnswered { opposition { ${FIELDS} } } ... on AnswerOppositionRefused { code } } }`;
const REASON = 'Je ne veux plus que mon compte serve à cela.';

interface Queue {
  totalCount: number;
  edges: { node: { id: string; person: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
type Person = Awaited<ReturnType<typeof person>>;

let api: TestApi;
let me: Person;
let staff: Person;

beforeAll(async () => {
  api = await startTestApi([IdentityApiModule], {
    identity: true,
    settings: { PUBLIC_URL: 'http://localhost:3000' },
  });
  staff = await person('Camille Morel', 'staff');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query('DELETE FROM opposition');
  await api.database.query('DELETE FROM graphile_worker._private_jobs');
  me = await person('Dominique Petit');
});

async function person(displayName: string, ...grants: 'staff'[]) {
  const account = await anAccount(api, { displayName, grants });
  return { ...account, headers: (await aSession(api, account.id)).headers };
}
async function ask<T>(document: string, variables: object, { headers }: Pick<Person, 'headers'>) {
  const answer = await api.graphql<Record<string, T>>(document, { ...variables }, { headers });
  if (answer.data) return Object.values(answer.data)[0]!;
  throw new Error(answer.errors?.[0]?.extensions.code);
}
interface Filed {
  opposition: { id: string; state: string };
  code: string;
}
const oppose = (given: object = {}, whose = me) =>
  ask<Filed>(OPPOSE, { input: { processing: 'accounts', reason: REASON, ...given } }, whose);
const answer = (id: string, given: object = {}, whose = staff) =>
  ask<Filed>(
    ANSWER,
    { input: { id, decision: 'ACCEPTED', answer: 'C’est fait dès aujourd’hui.', ...given } },
    whose,
  );
const queue = (variables: object = {}, whose = staff) => ask<Queue>(QUEUE, variables, whose);

describe('objecting', () => {
  test('is kept for the team, and shown to its author', async () => {
    const { opposition } = await oppose();
    expect(opposition).toEqual({
      id: expect.any(String),
      reason: REASON,
      state: 'OPEN',
      answer: null,
      processing: { code: 'accounts', title: 'Comptes' },
    });
    expect(await ask(MINE, {}, me)).toEqual([opposition]);
    expect(await ask(MINE, {}, await person('Quelqu’un'))).toEqual([]);
  });

  test('sent again while it is open, by many at once, it is the same one', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => oppose()));
    expect(new Set(ids.map(({ opposition }) => opposition.id)).size).toBe(1);
    expect((await oppose({ processing: 'notifications' })).opposition.id).not.toBe(ids[0]!.opposition.id);
  });

  test.each([
    [{ processing: 'inconnu' }, 'UNKNOWN_PROCESSING'],
    [{ processing: 'drafts' }, 'NOT_OPPOSABLE'],
    [{ reason: 'non' }, 'TEXT_TOO_SHORT'],
    [{ reason: '\u200b'.repeat(30) }, 'TEXT_TOO_SHORT'],
    [{ reason: 'a'.repeat(4001) }, 'TEXT_TOO_LONG'],
  ])('%j is refused', async (given, code) => {
    expect(await oppose(given)).toEqual({ code });
    expect((await queue()).totalCount).toBe(0);
  });

  test('with a NUL, or without an account, is not', async () => {
    await expect(oppose({ reason: `${REASON}\0` })).rejects.toThrow('BAD_INPUT');
    for (const [document, variables] of [
      [OPPOSE, { input: { processing: 'accounts', reason: REASON } }],
      [MINE, {}],
    ] as const) {
      await expect(ask(document, variables, { headers: { cookie: '' } })).rejects.toThrow('UNAUTHENTICATED');
    }
  });
});

describe('the queue', () => {
  test('is the team’s alone', async () => {
    await expect(queue({}, me)).rejects.toThrow('NOT_FOUND');
    const { opposition } = await oppose();
    await expect(answer(opposition.id, {}, me)).rejects.toThrow('NOT_FOUND');
  });

  test('goes page by page, those who wait longest first, with how many there are', async () => {
    const people = [me, await person('Deux'), await person('Trois')];
    for (const one of people) await oppose({}, one);
    const first = await queue({ first: 2 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true]);
    expect(first.edges.map(({ node }) => node.person)).toEqual(['Dominique Petit', 'Deux']);
    const next = await queue({ first: 2, after: first.pageInfo.endCursor });
    expect(next.edges.map(({ node }) => node.person)).toEqual(['Trois']);
    expect(next.pageInfo.hasNextPage).toBe(false);
    await expect(queue({ first: 101 })).rejects.toThrow('BAD_INPUT');
    await expect(queue({ after: 'x' })).rejects.toThrow('BAD_INPUT');
  });
});

describe('answering', () => {
  test.each([
    ['ACCEPTED', 'acceptée'],
    ['REFUSED', 'refusée'],
  ])('%s is shown to the person, mailed and audited', async (decision, word) => {
    const worker = await api.get(Jobs).work(createLogger({ LOG_LEVEL: 'silent' }, 'test'));
    const sent = once(worker.events, 'job:complete');
    const known = api.mails().length;
    const { opposition } = await oppose();
    const answered = await answer(opposition.id, { decision });
    await sent;
    await worker.stop();
    expect(answered.opposition).toMatchObject({ state: decision, answer: 'C’est fait dès aujourd’hui.' });
    expect(await ask(MINE, {}, me)).toEqual([answered.opposition]);
    expect((await queue()).totalCount).toBe(0);
    expect((await queue({ state: decision })).totalCount).toBe(1);
    const entries = await api.database.query<unknown[]>(
      'SELECT account_id, action, details FROM audit_entry WHERE object = $1',
      [`opposition:${opposition.id}`],
    );
    const details = { processing: 'accounts', decision: decision.toLowerCase() };
    expect(entries).toEqual([{ account_id: staff.id, action: 'oppositions.answer', details }]);

    const { to, text } = readEml(api.mails()[known]!);
    expect(to).toBe(me.email);
    expect(text).toContain(`est ${word}`);
    expect(text).toContain('C’est fait dès aujourd’hui.');
  });

  test('is done once, also by two at the same moment; a new one may then be filed', async () => {
    const { opposition } = await oppose();
    const both = await Promise.all([answer(opposition.id), answer(opposition.id, { decision: 'REFUSED' })]);
    expect(both.filter(({ code }) => code === 'ALREADY_ANSWERED')).toHaveLength(1);
    expect((await oppose()).opposition.id).not.toBe(opposition.id);
  });

  test('one’s own, in no words, or one that is not there, is refused', async () => {
    const own = await oppose({}, staff);
    expect(await answer(own.opposition.id)).toEqual({ code: 'OWN_OPPOSITION' });
    const { opposition } = await oppose();
    expect(await answer(opposition.id, { answer: ' oui ' })).toEqual({ code: 'TEXT_TOO_SHORT' });
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      await expect(answer(id)).rejects.toThrow('NOT_FOUND');
    }
  });
});

test('somebody’s oppositions are among the data they download', async () => {
  await oppose();
  const source = api.get(PersonalDataSources).byAccount.find(({ name }) => name === 'oppositions');
  const rows = await api.database.transaction(async (tx) => {
    const found = [];
    for await (const row of source!.rows(tx, me.id)) found.push(row);
    return found;
  });
  expect(rows).toMatchObject([{ traitement: 'accounts', raisons: REASON, état: 'open' }]);
});

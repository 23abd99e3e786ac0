import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, daysFromNow, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let form: TestQuestionnaire;

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  form = await aQuestionnaire(api);
});
afterAll(() => api.close());

const SUBMIT = /* GraphQL */ `
  mutation ($input: SubmitResponseInput!) {
    submitResponse(input: $input) {
      __typename
      ... on ResponseReceipt {
        id
        code
        submittedOn
        digest
      }
      ... on ResponseRefused {
        refusal: code
        problems {
          question
          path
          code
          message
        }
      }
    }
  }
`;
const AMEND = /* GraphQL */ `
  mutation ($input: AmendResponseInput!) {
    amendResponse(input: $input) {
      __typename
      ... on ResponseReceipt {
        id
        code
        submittedOn
        digest
      }
      ... on ResponseRefused {
        refusal: code
        problems {
          question
          path
          code
        }
      }
    }
  }
`;
const READ = /* GraphQL */ `
  query ($code: String!) {
    response(code: $code) {
      id
      answers
      version
      submittedOn
      digest
      definition
      questionnaire {
        id
      }
      viewerCan {
        amend
      }
    }
  }
`;

type Result =
  | { __typename: 'ResponseReceipt'; id: string; code: string; submittedOn: string; digest: string }
  | {
      __typename: 'ResponseRefused';
      refusal: string;
      problems: { question: string; path: string[]; code: string }[];
    };

const parent = { role: 'parent', idea: 'Des tablettes partagées' };

function input(given: Record<string, unknown> = {}) {
  return { id: randomUUID(), questionnaireId: form.id, version: 1, answers: parent, ...given };
}
async function submit(given: Record<string, unknown>): Promise<Result> {
  const answer = await api.graphql<{ submitResponse: Result }>(SUBMIT, { input: given });
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.submitResponse;
}
async function receipt(given: Record<string, unknown>) {
  const result = await submit(given);
  if (result.__typename !== 'ResponseReceipt') throw new Error(JSON.stringify(result));
  return result;
}
async function refusal(given: Record<string, unknown>) {
  const result = await submit(given);
  return result.__typename === 'ResponseRefused' ? result.refusal : result.__typename;
}
async function stored(): Promise<number> {
  const rows = await api.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM response');
  return rows[0]?.n ?? 0;
}

describe('sending', () => {
  test('gives a receipt whose code opens the answers again', async () => {
    const sent = input({ answers: { role: 'teacher', training: 4, tools: ['none'], idea: '  Une idée  ' } });
    const { code, digest, submittedOn, id } = await receipt(sent);
    expect(id).toBe(sent.id);
    expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    const { data } = await api.graphql<{ response: Record<string, unknown> }>(READ, {
      code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
    });
    expect(data?.response).toMatchObject({
      answers: { role: 'teacher', training: 4, tools: ['none'], idea: 'Une idée' },
      version: 1,
      submittedOn,
      digest,
      questionnaire: { id: form.id },
      viewerCan: { amend: true },
    });
  });

  test('keeps neither the code, nor the id the client chose, nor more than the day', async () => {
    const sent = input();
    const { code } = await receipt(sent);
    const rows = await api.database.query<Record<string, unknown>[]>('SELECT r::text AS row FROM response r');
    const everything = JSON.stringify(rows);
    expect(everything).not.toContain(code);
    expect(everything).not.toContain(sent.id);
    expect(everything).not.toMatch(/\d\d:\d\d/);
  });

  test('counts once however often and however parallel it is sent', async () => {
    const before = await stored();
    const sent = input();
    const receipts = await Promise.all(Array.from({ length: 20 }, () => receipt(sent)));
    expect(new Set(receipts.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await stored()).toBe(before + 1);
  });

  test('refuses other answers under an id that was used', async () => {
    const sent = input();
    await receipt(sent);
    expect(await refusal({ ...sent, answers: { role: 'pupil' } })).toBe('CONFLICT');
  });

  test('stops an accidental second answer from one browser, and not another person', async () => {
    const deviceToken = randomUUID();
    const first = input({ deviceToken });
    await receipt(first);
    expect(await refusal(input({ deviceToken }))).toBe('ALREADY_ANSWERED');
    expect((await submit(first)).__typename).toBe('ResponseReceipt');
    expect((await submit(input({ deviceToken: randomUUID() }))).__typename).toBe('ResponseReceipt');
  });

  test('takes thirty different answers at once from one place', async () => {
    const before = await stored();
    const results = await Promise.all(
      Array.from({ length: 30 }, () => submit(input({ deviceToken: randomUUID() }))),
    );
    expect(results.every((one) => one.__typename === 'ResponseReceipt')).toBe(true);
    expect(await stored()).toBe(before + 30);
  });

  test('lets exactly one of two different answers from one browser through', async () => {
    const deviceToken = randomUUID();
    const results = await Promise.all(Array.from({ length: 10 }, () => submit(input({ deviceToken }))));
    expect(results.filter((one) => one.__typename === 'ResponseReceipt')).toHaveLength(1);
  });

  test('drops what was hidden and remembers what was seen and skipped', async () => {
    const { code } = await receipt(input({ answers: { role: 'parent', training: 5 } }));
    const { data } = await api.graphql<{ response: { answers: unknown; id: string } }>(READ, { code });
    expect(data?.response.answers).toEqual({ role: 'parent' });
    const rows = await api.database.query<unknown[]>('SELECT skipped FROM response WHERE id = $1', [
      data?.response.id,
    ]);
    expect(rows).toEqual([{ skipped: ['academie', 'tools', 'idea'] }]);
  });

  test('locates every fault', async () => {
    const result = await submit(input({ answers: { role: 'teacher', tools: ['none', 'tablet'], ghost: 1 } }));
    expect(result).toMatchObject({ __typename: 'ResponseRefused', refusal: 'INVALID_ANSWERS' });
    const problems = result.__typename === 'ResponseRefused' ? result.problems : [];
    expect(problems.map(({ question, code }) => `${question} ${code}`).sort()).toEqual([
      'ghost UNKNOWN_QUESTION',
      'tools EXCLUSIVE_OPTION',
      'training REQUIRED',
    ]);
  });
});

describe('a questionnaire that does not take answers', () => {
  test.each([
    ['not open yet', { opensAt: daysFromNow(1), closesAt: daysFromNow(2) }, 'NOT_OPEN'],
    ['over', { opensAt: daysFromNow(-2), closesAt: daysFromNow(-1) }, 'CLOSED'],
    ['closed by staff', { status: 'CLOSED' as const }, 'CLOSED'],
    ['not published', { status: 'DRAFT' as const }, 'UNKNOWN_QUESTIONNAIRE'],
  ])('%s', async (_, given, expected) => {
    const other = await aQuestionnaire(api, given);
    expect(await refusal(input({ questionnaireId: other.id }))).toBe(expected);
  });

  test('unknown, or in a version that does not exist', async () => {
    expect(await refusal(input({ questionnaireId: randomUUID() }))).toBe('UNKNOWN_QUESTIONNAIRE');
    expect(await refusal(input({ questionnaireId: "'; DROP TABLE response" }))).toBe('UNKNOWN_QUESTIONNAIRE');
    expect(await refusal(input({ version: 2 }))).toBe('UNKNOWN_VERSION');
    expect(await refusal(input({ version: -1 }))).toBe('UNKNOWN_VERSION');
  });

  test('closes between reading and writing: the database refuses', async () => {
    const other = await aQuestionnaire(api);
    await receipt(input({ questionnaireId: other.id }));
    // Behind the back of every cache, as another process's clock would.
    await api.database.query("UPDATE questionnaire SET closes_at = now() - interval '1 s' WHERE id = $1", [
      other.id,
    ]);
    expect(await refusal(input({ questionnaireId: other.id }))).toBe('CLOSED');
  });

  test('still gives the same receipt for what was sent in time', async () => {
    const other = await aQuestionnaire(api);
    const sent = input({ questionnaireId: other.id });
    const before = await receipt(sent);
    await api.database.query(
      "WITH closed AS (UPDATE questionnaire SET closes_at = now() - interval '1 s' WHERE id = $1) SELECT pg_notify('preau_changed', 'questionnaire:' || $1::text)",
      [other.id],
    );
    expect(await receipt(sent)).toEqual(before);
    const { data } = await api.graphql<{ amendResponse: Result }>(AMEND, {
      input: { code: before.code, answers: { role: 'pupil' } },
    });
    expect(data?.amendResponse).toMatchObject({ refusal: 'CLOSED' });
  });
});

describe('amending', () => {
  test('replaces the answers under the same code', async () => {
    const { code, digest } = await receipt(input());
    const { data } = await api.graphql<{ amendResponse: Result }>(AMEND, {
      input: { code, answers: { role: 'pupil', idea: 'Autre chose' } },
    });
    expect(data?.amendResponse).toMatchObject({ __typename: 'ResponseReceipt', code });
    expect(data?.amendResponse).not.toMatchObject({ digest });
    const again = await api.graphql<{ response: { answers: unknown } }>(READ, { code });
    expect(again.data?.response.answers).toEqual({ role: 'pupil', idea: 'Autre chose' });
  });

  test('refuses unknown codes and invalid answers, and changes nothing', async () => {
    const { code } = await receipt(input());
    const unknown = await api.graphql<{ amendResponse: Result }>(AMEND, {
      input: { code: '00000-00000-00000-00000', answers: parent },
    });
    expect(unknown.data?.amendResponse).toMatchObject({ refusal: 'UNKNOWN_RESPONSE' });
    const invalid = await api.graphql<{ amendResponse: Result }>(AMEND, { input: { code, answers: {} } });
    expect(invalid.data?.amendResponse).toMatchObject({ refusal: 'INVALID_ANSWERS' });
    const again = await api.graphql<{ response: { answers: unknown } }>(READ, { code });
    expect(again.data?.response.answers).toEqual(parent);
  });

  test.each(['', 'nimporte quoi', '\'"--', '0'.repeat(5000)])(
    'a code that is none opens nothing: %p',
    async (code) => {
      const { data, errors } = await api.graphql(READ, { code });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ response: null });
    },
  );
});

describe('bad input is refused by name, never an error of ours', () => {
  const long = 'x'.repeat(10_000);
  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'answers'],
    ['a wrong type', { role: 7 }],
    ['a code that does not exist', { role: 'president' }],
    ['a text that is too long', { role: 'parent', idea: long }],
    ['NUL', { role: 'parent', idea: 'a\u0000b' }],
    ['a lone surrogate', { role: 'parent', idea: 'a\ud800b' }],
    ['__proto__', JSON.parse('{"role":"parent","__proto__":{"idea":"x"}}')],
    ['constructor', { role: 'parent', constructor: 'x' }],
    ['nested without end', JSON.parse(`{"role":"parent","tools":${'['.repeat(500)}${']'.repeat(500)}}`)],
    ['an unknown académie', { role: 'parent', academie: { level: 'academie', code: '99' } }],
    ['NUL in a key', { role: 'parent', 'id\u0000ea': 'x' }],
  ])('%s', async (_, answers) => {
    const { status, data, errors } = await api.graphql<{ submitResponse: Result }>(SUBMIT, {
      input: input({ answers }),
    });
    expect(status).toBeLessThan(500);
    if (data) expect(data.submitResponse).toMatchObject({ refusal: 'INVALID_ANSWERS' });
    else expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('right-to-left and zero-width characters are kept harmless', async () => {
    const { code } = await receipt(input({ answers: { role: 'parent', idea: 'a\u202Ecba\u200B' } }));
    const { data } = await api.graphql<{ response: { answers: { idea: string } } }>(READ, { code });
    expect(data?.response.answers.idea).toBe('acba');
  });

  test.each(['not-a-uuid', '', '12345678-1234-1234-1234-1234567890zz'])('the id %p', async (id) => {
    const { errors } = await api.graphql(SUBMIT, { input: input({ id }) });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('five megabytes', async () => {
    const { status, errors } = await api.graphql(SUBMIT, {
      input: input({ answers: { role: 'parent', idea: 'x'.repeat(5_000_000) } }),
    });
    expect(status).toBe(413);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test.each([
    ['not JSON', '{"query":', 'application/json', 400],
    ['UTF-7', '{"query":"{__typename}"}', 'application/json; charset=utf-7', 415],
    [
      'a form, as another site could send',
      'query=%7B__typename%7D',
      'application/x-www-form-urlencoded',
      400,
    ],
  ])('%s', async (_, body, type, expected) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(expected);
    expect(await response.text()).not.toMatch(/at .*\.js/);
  });
});

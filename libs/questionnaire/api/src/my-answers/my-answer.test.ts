import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestActor, type TestApi } from '@preau/testing';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { aQuestionnaire, daysFromNow, type TestQuestionnaire } from '../test-data';
import { aPerson } from './test-people';

let api: TestApi;
let form: TestQuestionnaire;
let camille: TestActor;

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
});
beforeEach(async () => {
  form = await aQuestionnaire(api);
  camille = await aPerson(api);
});
afterAll(() => api.close());

const MINE = /* GraphQL */ `
  query ($id: ID!) {
    myAnswer(questionnaireId: $id) {
      responseId
      token
      questionnaire {
        slug
      }
      draft {
        revision
        answers
      }
      receipt {
        id
        code
        submittedOn
        digest
      }
    }
  }
`;
const SAVE = /* GraphQL */ `
  mutation ($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      __typename
      ... on DraftSaved {
        token
        revision
      }
      ... on DraftRefused {
        code
        kept: revision
      }
    }
  }
`;
const SUBMIT = /* GraphQL */ `
  mutation ($input: SubmitResponseInput!) {
    submitResponse(input: $input) {
      __typename
      ... on ResponseReceipt {
        id
        code
        digest
      }
      ... on ResponseRefused {
        refusal: code
      }
    }
  }
`;

interface Mine {
  responseId: string;
  token: string;
  draft: { revision: number; answers: unknown } | null;
  receipt: { id: string; code: string; submittedOn: string; digest: string } | null;
}
interface Saved {
  __typename: string;
  token: string;
  revision: number;
  code: string;
  kept: number;
}
interface Sent {
  __typename: string;
  id: string;
  code: string;
  refusal: string;
}

async function ask<T>(query: string, name: string, variables: Record<string, unknown>, as?: TestActor) {
  const { data, errors } = await api.graphql<Record<string, T>>(query, variables, as ? { as } : {});
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}
const mine = (as = camille, id = form.id) => ask<Mine>(MINE, 'myAnswer', { id }, as);
const save = (given: Record<string, unknown>, as: TestActor | null = camille) =>
  ask<Saved>(
    SAVE,
    'saveDraft',
    { input: { questionnaireId: form.id, version: 1, answers: { role: 'parent' }, ...given } },
    as ?? undefined,
  );
const send = (given: Record<string, unknown> = {}, as: TestActor | null = camille) =>
  ask<Sent>(
    SUBMIT,
    'submitResponse',
    {
      input: {
        id: randomUUID(),
        questionnaireId: form.id,
        version: 1,
        answers: { role: 'parent' },
        ...given,
      },
    },
    as ?? undefined,
  );
const countOf = async (table: 'response' | 'draft') => {
  const [row] = await api.database.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table} WHERE questionnaire_id = $1`,
    [form.id],
  );
  return row!.count;
};

describe('the draft of somebody signed in', () => {
  test('is found again on any device, without a link', async () => {
    expect((await mine()).draft).toBeNull();
    const { token } = await save({ answers: { role: 'parent', idea: 'sur mon téléphone' } });
    const found = await mine();
    expect(found).toMatchObject({
      token,
      questionnaire: { slug: form.slug },
      draft: { revision: 1, answers: { role: 'parent', idea: 'sur mon téléphone' } },
      receipt: null,
    });
  });

  test('is one: a second device that knows nothing of it does not begin another', async () => {
    await save({ answers: { role: 'parent', idea: 'ici' } });
    expect(await save({ answers: { role: 'parent', idea: 'là' } })).toMatchObject({
      code: 'STALE_REVISION',
      kept: 1,
    });
    expect(await save({ revision: 1, answers: { role: 'parent', idea: 'là' } })).toMatchObject({
      revision: 2,
    });
    expect(await countOf('draft')).toBe(1);
    expect((await mine()).draft).toMatchObject({ answers: { idea: 'là' } });
  });

  test('of fifty devices that begin at the same moment, exactly one begins it', async () => {
    const saved = await Promise.all(
      Array.from({ length: 50 }, (_, index) => save({ answers: { idea: String(index) } })),
    );
    expect(saved.filter(({ __typename }) => __typename === 'DraftSaved')).toHaveLength(1);
    expect(saved.filter(({ code }) => code === 'STALE_REVISION')).toHaveLength(49);
    expect(await countOf('draft')).toBe(1);
  });

  test('is nobody else’s, and of one questionnaire only', async () => {
    const { token } = await save({ answers: { idea: 'à moi' } });
    const other = await mine(await aPerson(api));
    expect(other.draft).toBeNull();
    expect(other.token).not.toBe(token);
    const elsewhere = await aQuestionnaire(api);
    expect((await mine(camille, elsewhere.id)).token).not.toBe(token);
  });

  test('goes on after the session has ended, for whoever holds its token', async () => {
    const { token } = await save({});
    expect(await save({ token, revision: 1, answers: { idea: 'encore' } }, null)).toMatchObject({
      revision: 2,
    });
    expect((await mine()).draft).toMatchObject({ answers: { idea: 'encore' } });
    const fresh = await mine(await aPerson(api));
    expect(await save({ token: fresh.token }, null)).toMatchObject({ code: 'UNKNOWN_DRAFT' });
  });

  test('leaves one begun before signing in what it is', async () => {
    const { token } = await save({}, null);
    expect(await save({ token, revision: 1, answers: { idea: 'sans compte' } })).toMatchObject({
      token,
      revision: 2,
    });
    expect((await mine()).draft).toBeNull();
  });

  test('is gone once sent, and does not come back', async () => {
    await save({});
    expect((await send()).__typename).toBe('ResponseReceipt');
    expect(await countOf('draft')).toBe(0);
    expect(await save({})).toMatchObject({ code: 'ALREADY_ANSWERED' });
    expect((await mine()).draft).toBeNull();
  });

  test('says what it does not know', async () => {
    expect(await save({ questionnaireId: randomUUID() })).toMatchObject({ code: 'UNKNOWN_QUESTIONNAIRE' });
    expect(await save({ questionnaireId: 'rien' })).toMatchObject({ code: 'UNKNOWN_QUESTIONNAIRE' });
    expect(await save({ revision: 3 })).toMatchObject({ code: 'UNKNOWN_DRAFT' });
  });
});

describe('the response of somebody signed in', () => {
  test('is found again on any device, by its receipt', async () => {
    const { code } = await send({ answers: { role: 'parent', idea: 'une seule fois' } });
    const { receipt } = await mine();
    expect(receipt).toMatchObject({ code });
    const read = await ask<{ answers: unknown }>(
      'query ($code: String!) { response(code: $code) { answers } }',
      'response',
      { code },
    );
    expect(read.answers).toEqual({ role: 'parent', idea: 'une seule fois' });
  });

  test('is one: two hundred devices at once, the same answers, the same receipt', async () => {
    const { responseId, token } = await mine();
    const sent = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        index % 2 === 0 ? send() : send({ id: responseId, draftToken: token }),
      ),
    );
    expect(new Set(sent.map(({ __typename, code }) => `${__typename} ${code}`)).size).toBe(1);
    expect(sent[0]!.__typename).toBe('ResponseReceipt');
    expect(await countOf('response')).toBe(1);
  });

  test('is one: two hundred devices at once, other answers, one receipt and 199 refusals', async () => {
    const sent = await Promise.all(
      Array.from({ length: 200 }, (_, index) => send({ answers: { role: 'parent', idea: String(index) } })),
    );
    expect(sent.filter(({ __typename }) => __typename === 'ResponseReceipt')).toHaveLength(1);
    expect(sent.filter(({ refusal }) => refusal === 'ALREADY_ANSWERED')).toHaveLength(199);
    expect(await countOf('response')).toBe(1);
    // The others find what was kept, and may change it.
    const { receipt } = await mine();
    const amended = await ask<Sent>(
      'mutation ($input: AmendResponseInput!) { amendResponse(input: $input) { __typename } }',
      'amendResponse',
      { input: { code: receipt!.code, answers: { role: 'pupil' } } },
    );
    expect(amended.__typename).toBe('ResponseReceipt');
  });

  test('counts once when the session ends between sending and sending again', async () => {
    const { responseId, token } = await mine();
    const first = await send({ id: responseId, draftToken: token });
    const again = await send({ id: responseId, draftToken: token }, null);
    expect(again).toEqual(first);
    expect(await countOf('response')).toBe(1);
  });

  test('sent before signing in and sent again after: counted once, as what it was', async () => {
    const id = randomUUID();
    const first = await send({ id }, null);
    expect(await send({ id })).toEqual(first);
    expect((await mine()).receipt).toBeNull();
    expect(await countOf('response')).toBe(1);
  });

  test('two people of one household answer on the same device', async () => {
    const deviceToken = randomUUID();
    const dominique = await aPerson(api);
    expect((await send({ deviceToken })).__typename).toBe('ResponseReceipt');
    expect((await send({ deviceToken }, dominique)).__typename).toBe('ResponseReceipt');
    expect((await send({ deviceToken }, null)).__typename).toBe('ResponseReceipt');
    expect(await countOf('response')).toBe(3);
  });

  test('is still there after closing', async () => {
    const { code } = await send();
    await api.database.query("UPDATE questionnaire SET status = 'CLOSED' WHERE id = $1", [form.id]);
    expect((await mine()).receipt).toMatchObject({ code });
  });
});

describe('asking', () => {
  test('needs a session', async () => {
    const { errors } = await api.graphql(MINE, { id: form.id });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('says nothing of what does not exist or is not published', async () => {
    const hidden = await aQuestionnaire(api, { status: 'DRAFT', opensAt: daysFromNow(-1) });
    for (const id of [randomUUID(), 'rien', hidden.id]) expect(await mine(camille, id)).toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestActor, type TestApi } from '@preau/testing';
import { PublicationService } from '../publication/publication.service';
import { QuestionnaireApiModule } from '../questionnaire-api.module';
import { TalliesService } from '../tallies/tallies.service';
import { responses } from '../tally-test-data';
import { aQuestionnaire, type TestQuestionnaire } from '../test-data';

let api: TestApi;
let form: TestQuestionnaire;
const staff: TestActor = { accountId: randomUUID(), roles: ['staff'] };
const participant: TestActor = { accountId: randomUUID(), roles: ['participant'] };

const academie = (code: string) => ({ level: 'academie' as const, code });

beforeAll(async () => {
  api = await startTestApi([QuestionnaireApiModule]);
  form = await aQuestionnaire(api);
  for (const training of [1, 2, 3, 4, 5]) {
    await responses(api, form, 12, {
      role: 'teacher',
      training,
      academie: academie('07'),
      tools: ['tablet'],
    });
  }
  await responses(api, form, 25, { role: 'parent', academie: academie('08'), idea: 'Une idée' });
  await responses(api, form, 14, { role: 'parent', academie: academie('07'), tools: ['none'] });
  await responses(api, form, 4, { role: 'pupil', academie: academie('07'), tools: ['computer'] });
  await api.get(TalliesService).countWaiting();
  await api.get(PublicationService).publish(form.id);
});
afterAll(() => api.close());

const RESULTS = /* GraphQL */ `
  query ($id: ID!, $by: String, $where: [ResultFilter!], $section: String, $exact: Boolean) {
    results(questionnaireId: $id, by: $by, where: $where, section: $section, exact: $exact) {
      asOf
      exact
      total
      suppressed
      refused
      questions {
        ...Q
      }
      groups {
        code
        label
        total
        questions {
          ...Q
        }
      }
    }
  }
  fragment Q on QuestionResult {
    code
    kind
    label
    section
    shown
    answered
    mean
    suppressed
    options {
      code
      label
      count
      share
      mean
      ranks
    }
    rows {
      code
      label
      options {
        code
        count
        share
      }
    }
  }
`;

interface Option {
  code: string;
  label: string;
  count: number | null;
  share: number | null;
}
interface Question {
  code: string;
  section: string;
  shown: number | null;
  answered: number | null;
  suppressed: boolean;
  options: Option[];
}
interface Answer {
  asOf: string;
  exact: boolean;
  total: number | null;
  suppressed: boolean;
  refused: string | null;
  questions: Question[];
  groups: { code: string; label: string; total: number | null; questions: Question[] }[];
}

async function ask(variables: Record<string, unknown>, as?: TestActor) {
  return api.graphql<{ results: Answer }>(RESULTS, { id: form.id, ...variables }, as && { as });
}
async function results(variables: Record<string, unknown>, as?: TestActor): Promise<Answer> {
  const { data, errors } = await ask(variables, as);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.results;
}
const question = (questions: readonly Question[], code: string) => questions.find((one) => one.code === code);
const counts = (one: Question | undefined) =>
  Object.fromEntries((one?.options ?? []).map((option) => [option.code, option.count]));

describe('staff', () => {
  test('see every response, exactly and at once', async () => {
    const exact = await results({ exact: true }, staff);
    expect(exact).toMatchObject({ exact: true, total: 103, suppressed: false, refused: null });
    expect(counts(question(exact.questions, 'role'))).toEqual({ teacher: 60, parent: 39, pupil: 4 });
    expect(question(exact.questions, 'training')).toMatchObject({ shown: 60, answered: 60, mean: null });
    const tools = question(exact.questions, 'tools');
    expect(tools).toMatchObject({ shown: 103, answered: 78 });
    expect(tools?.options.find(({ code }) => code === 'tablet')).toMatchObject({
      count: 60,
      share: 60 / 103,
    });
  });

  test('cross and filter by as many profile questions as they like', async () => {
    const both = await results(
      { exact: true, by: 'role', where: [{ question: 'academie', is: '07' }] },
      staff,
    );
    expect(both.total).toBe(78);
    expect(both.groups.map(({ code, total }) => [code, total])).toEqual([
      ['teacher', 60],
      ['parent', 14],
      ['pupil', 4],
    ]);
    expect(both.groups[2]).toMatchObject({ label: 'Élève' });
    expect(counts(question(both.groups[2]?.questions ?? [], 'tools'))).toMatchObject({
      computer: 4,
      tablet: 0,
    });
    const two = await results(
      {
        exact: true,
        where: [
          { question: 'academie', is: '07' },
          { question: 'role', is: 'pupil' },
        ],
      },
      staff,
    );
    expect(two.total).toBe(4);
  });

  test('read académies by their names, and nobody under those where nobody is', async () => {
    const { groups } = await results({ exact: true, by: 'academie' }, staff);
    expect(groups.map(({ code, total }) => [code, total])).toEqual(
      expect.arrayContaining([
        ['07', 78],
        ['08', 25],
      ]),
    );
    expect(groups).toHaveLength(2);
    expect(groups.find(({ code }) => code === '08')?.label).toBe('Grenoble');
  });
});

describe('everybody', () => {
  test('is shown no figure under eleven, in no crossing and under no filter', async () => {
    const asked = [
      {},
      { by: 'role' },
      { by: 'academie' },
      ...['teacher', 'parent', 'pupil'].map((is) => ({ where: [{ question: 'role', is }] })),
      ...['07', '08'].map((is) => ({ where: [{ question: 'academie', is }] })),
    ];
    for (const variables of asked) {
      const text = JSON.stringify(await results(variables));
      const figures = [...text.matchAll(/"(?:count|shown|answered|total)":(\d+)/g)].map(([, n]) => Number(n));
      expect(figures.filter((figure) => figure > 0 && figure < 11)).toEqual([]);
    }
  });

  test('sees published figures, with what is withheld said', async () => {
    const open = await results({});
    expect(open).toMatchObject({ exact: false, total: 99, refused: null, suppressed: true });
    const byRole = await results({ by: 'role' });
    expect(byRole.groups.find(({ code }) => code === 'pupil')).toMatchObject({ total: null });
    const training = question(byRole.questions, 'training');
    expect(training).toMatchObject({ shown: 60, answered: 60, suppressed: false });
    expect(training?.options.map(({ count, share }) => [count, share])).toEqual(Array(5).fill([12, 0.2]));
  });

  test.each([
    ['two filters', { where: ['role:parent', 'academie:07'] }],
    ['a crossing and a filter', { by: 'role', where: ['academie:07'] }],
  ])('is refused %s: too fine', async (_, { by, where }: { by?: string; where: string[] }) => {
    const filters = where.map((filter) => {
      const [name = '', is = ''] = filter.split(':');
      return { question: name, is };
    });
    expect(await results({ by, where: filters })).toMatchObject({
      refused: 'TOO_FINE',
      total: null,
      questions: [],
      groups: [],
    });
  });

  test('is told nothing at all while fewer than eleven answered, but what was asked', async () => {
    const small = await aQuestionnaire(api);
    await responses(api, small, 5, { role: 'parent' });
    await api.get(TalliesService).countWaiting();
    await api.get(PublicationService).publish(small.id);
    const empty = await results({ id: small.id, by: 'role' });
    expect(empty).toMatchObject({ total: null, suppressed: true });
    expect(empty.questions.map(({ code }) => code)).toEqual([
      'role',
      'academie',
      'tools',
      'training',
      'idea',
    ]);
    expect(JSON.stringify(empty)).not.toMatch(/"(count|shown|answered|total|share)":\d/);
  });

  test.each([
    ['a visitor', undefined, 'UNAUTHENTICATED'],
    ['somebody without the role', participant, 'NOT_FOUND'],
  ])('%s does not get exact figures', async (_, as, code) => {
    const { data, errors } = await ask({ exact: true }, as);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

describe('what is asked', () => {
  test('is limited to one section', async () => {
    for (const exact of [false, true]) {
      const one = await results({ section: 'uses', by: 'role', exact }, staff);
      for (const questions of [one.questions, ...one.groups.map((group) => group.questions)]) {
        expect(questions.map(({ code }) => code)).toEqual(['tools', 'training', 'idea']);
      }
    }
  });

  test.each([{ by: 'tools' }, { by: 'nothing' }, { where: [{ question: 'tools', is: 'tablet' }] }])(
    'must be a profile question: %j',
    async (variables) => {
      expect(await results(variables)).toMatchObject({ refused: 'NOT_A_PROFILE_QUESTION' });
      expect(await results({ ...variables, exact: true }, staff)).toMatchObject({
        refused: 'NOT_A_PROFILE_QUESTION',
      });
    },
  );

  test.each([
    ['a section that does not exist', { section: 'nothing' }],
    ['an answer that does not exist', { where: [{ question: 'role', is: 'president' }] }],
    [
      'two answers to one question',
      {
        where: [
          { question: 'role', is: 'pupil' },
          { question: 'role', is: 'parent' },
        ],
      },
    ],
  ])('is refused when it names %s', async (_, variables) => {
    const { errors } = await ask({ ...variables, exact: true }, staff);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  test('must exist for whoever asks', async () => {
    const draft = await aQuestionnaire(api, { status: 'DRAFT' });
    for (const id of [randomUUID(), 'not-a-uuid', draft.id]) {
      expect((await ask({ id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect(await results({ id: draft.id, exact: true }, staff)).toMatchObject({ total: 0 });
  });
});

describe('the staff area', () => {
  test('lists every questionnaire, a page at a time, drafts included', async () => {
    const draft = await aQuestionnaire(api, { status: 'DRAFT' });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Awaited<ReturnType<typeof listed>> = await listed(after);
      if (!data) throw new Error(JSON.stringify(errors));
      const { edges, pageInfo } = data.staffQuestionnaires;
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const rows = await api.database.query<unknown[]>('SELECT id FROM questionnaire');
    expect(new Set(seen).size).toBe(rows.length);
    expect(seen).toHaveLength(rows.length);
    expect(seen).toContain(draft.id);
  });

  const listed = (after: string | null) =>
    api.graphql<{
      staffQuestionnaires: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(
      `query ($after: String) { staffQuestionnaires(first: 2, after: $after) {
         edges { node { id title version viewerCan { export } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
      { as: staff },
    );

  const PARTICIPATION =
    'query ($id: ID!) { staffParticipation(questionnaireId: $id) { asOf total drafts days { day responses } } }';

  test('follows participation day by day', async () => {
    await responses(api, form, 2, { role: 'pupil' });
    const { data } = await api.graphql(PARTICIPATION, { id: form.id }, { as: staff });
    expect(data).toMatchObject({
      staffParticipation: { total: 103, drafts: 0, days: [{ day: '2026-11-22', responses: 103 }] },
    });
  });

  test('is nobody else’s', async () => {
    for (const [as, code] of [
      [undefined, 'UNAUTHENTICATED'],
      [participant, 'NOT_FOUND'],
    ] as const) {
      const { errors } = await api.graphql(PARTICIPATION, { id: form.id }, as && { as });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
    const { errors } = await api.graphql(PARTICIPATION, { id: randomUUID() }, { as: staff });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

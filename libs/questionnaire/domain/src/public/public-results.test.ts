import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanAnswers } from '../clean-answers';
import { slicesOf } from '../cube';
import type { Answers, Definition } from '../definition';
import { profileOf } from '../profile';
import { resultForm } from '../results-form';
import { addCounts, countsOf, type Counts } from '../tally';
import { publicResults, type PublicResults } from './public-results';

const options = (...codes: string[]) => codes.map((code) => ({ code, label: code }));

const definition: Definition = {
  title: 'Essai',
  sections: [
    {
      code: 'all',
      title: 'Tout',
      questions: [
        {
          code: 'role',
          type: 'single',
          label: 'Rôle',
          required: true,
          profile: 'role',
          options: options('teacher', 'parent', 'pupil'),
        },
        {
          code: 'level',
          type: 'single',
          label: 'Niveau',
          profile: 'level',
          options: options('school', 'college'),
        },
        { code: 'wants', type: 'single', label: 'Oui ?', options: options('yes', 'no', 'maybe') },
        {
          code: 'why',
          type: 'multiple',
          label: 'Pourquoi ?',
          options: options('a', 'b'),
          showIf: { question: 'wants', is: 'yes' },
        },
        {
          code: 'trained',
          type: 'scale',
          label: 'Formé ?',
          min: 1,
          max: 3,
          showIf: { question: 'role', is: 'teacher' },
        },
      ],
    },
  ],
};
const form = resultForm([{ version: 1, definition }]);

function published(responses: readonly Answers[]): { results: PublicResults; slices: Map<string, Counts> } {
  const slices = new Map<string, Counts>();
  for (const answers of responses) {
    const clean = cleanAnswers(definition, answers);
    for (const slice of slicesOf(profileOf(definition, clean.answers))) {
      const counts = slices.get(slice) ?? {};
      addCounts(counts, countsOf(definition, clean));
      slices.set(slice, counts);
    }
  }
  const isPublic = (slice: string) => /^((role|level)=\w+)?$/.test(slice);
  return { results: publicResults(form, new Map([...slices].filter(([slice]) => isPublic(slice)))), slices };
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const question = (results: PublicResults, slice: string, code: string) =>
  results.get(slice)?.questions.find((one) => one.code === code);
const countsIn = (results: PublicResults, slice: string, code: string) =>
  question(results, slice, code)?.options.map(({ count }) => count);

describe('what rests on eleven people or more is published', () => {
  const { results } = published([
    ...times(40, { role: 'teacher', level: 'school', wants: 'yes', why: ['a'], trained: 2 }),
    ...times(30, { role: 'parent', level: 'college', wants: 'no' }),
    ...times(20, { role: 'pupil', level: 'school', wants: 'maybe' }),
    ...times(25, { role: 'parent', level: 'school', wants: 'yes', why: ['b'] }),
  ]);

  test('sizes, for everybody and by profile', () => {
    expect(results.get('')?.responses).toBe(115);
    expect(results.get('role=parent')?.responses).toBe(55);
    expect(countsIn(results, '', 'role')).toEqual([40, 55, 20]);
  });

  test('answers, and nothing a form makes impossible counts as a secret', () => {
    expect(countsIn(results, '', 'wants')).toEqual([65, 30, 20]);
    expect(question(results, 'role=teacher', 'trained')).toMatchObject({ shown: 40, answered: 40 });
    expect(question(results, 'role=parent', 'trained')).toMatchObject({ shown: 0, suppressed: false });
  });

  test('shares are of those who saw the question', () => {
    expect(question(results, '', 'why')?.options[0]).toMatchObject({ count: 40, share: 40 / 65 });
  });
});

describe('what rests on fewer is not', () => {
  test('and a second figure goes with it, in the row and in the column', () => {
    const { results } = published([
      ...times(50, { role: 'teacher', wants: 'yes' }),
      ...times(20, { role: 'teacher', wants: 'no' }),
      ...times(3, { role: 'teacher', wants: 'maybe' }),
      ...times(50, { role: 'parent', wants: 'yes' }),
      ...times(40, { role: 'parent', wants: 'no' }),
      ...times(40, { role: 'parent', wants: 'maybe' }),
      ...times(30, { role: 'pupil', wants: 'yes' }),
      ...times(30, { role: 'pupil', wants: 'no' }),
      ...times(30, { role: 'pupil', wants: 'maybe' }),
    ]);
    const teachers = countsIn(results, 'role=teacher', 'wants') ?? [];
    expect(teachers[2]).toBeNull();
    expect(teachers.filter((count) => count === null)).toHaveLength(2);
    expect(countsIn(results, '', 'wants')).toEqual([130, 90, 73]);
    const withheld = ['teacher', 'parent', 'pupil'].filter(
      (role) => countsIn(results, `role=${role}`, 'wants')?.[2] === null,
    );
    expect(withheld.length).toBeGreaterThanOrEqual(2);
  });

  test('a small group tells nothing at all, nor does its size', () => {
    const { results } = published([
      ...times(50, { role: 'teacher', wants: 'yes' }),
      ...times(50, { role: 'parent', wants: 'no' }),
      ...times(4, { role: 'pupil', wants: 'no' }),
    ]);
    expect(results.get('role=pupil')?.responses).toBeNull();
    expect(
      ['teacher', 'parent'].filter((role) => results.get(`role=${role}`)?.responses === null),
    ).toHaveLength(1);
    expect(countsIn(results, 'role=pupil', 'wants')).toEqual([null, null, null]);
  });

  test('fewer than eleven in all: nothing', () => {
    const { results } = published(times(10, { role: 'teacher', wants: 'yes' }));
    expect(results.get('')?.responses).toBeNull();
    expect(JSON.stringify([...results.values()])).not.toMatch(/"(count|shown|answered|mean)":[1-9]/);
  });

  test('who saw a question is told only where the answer that opens it is', () => {
    const { results } = published([
      ...times(50, { role: 'teacher', wants: 'no' }),
      ...times(5, { role: 'teacher', wants: 'yes', why: ['a'] }),
      ...times(40, { role: 'parent', wants: 'yes', why: ['a'] }),
      ...times(40, { role: 'pupil', wants: 'yes', why: ['a'] }),
    ]);
    expect(countsIn(results, 'role=teacher', 'wants')?.[0]).toBeNull();
    expect(question(results, 'role=teacher', 'why')?.shown).toBeNull();
  });
});

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    role: fc.constantFrom('teacher', 'parent', 'pupil'),
    level: fc.constantFrom('school', 'college'),
    wants: fc.constantFrom('yes', 'no', 'maybe'),
    why: fc.constantFrom(['a'], ['b'], ['a', 'b']),
    trained: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['role'] },
);
/** Groups of people who answered alike, so that some cells are large and some are small. */
const anyResponses = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), anyAnswers), { minLength: 1, maxLength: 12 })
  .map((groups) => groups.flatMap(([size, answers]) => times(size, answers)));

test('no figure shown is under eleven, and none is the last unknown of its row or column', () => {
  fc.assert(
    fc.property(anyResponses, (responses) => {
      const { results, slices } = published(responses);
      const rows = (dimension: string) =>
        [...results.keys()].filter((key) => key.startsWith(`${dimension}=`));
      const read = (slice: string, code: string, option: string) =>
        question(results, slice, code)?.options.find((one) => one.code === option)?.count ?? null;
      const isAsked = (slice: string, code: string) => question(results, slice, code)?.shown !== 0;
      for (const [slice, { questions }] of results) {
        for (const one of questions) {
          const isPossible = isAsked(slice, one.code);
          for (const { count } of one.options)
            if (isPossible && count !== null) expect(count).toBeGreaterThanOrEqual(11);
          const isExclusive = one.code === 'wants' || one.code === 'trained';
          if (!isExclusive || !isPossible || one.shown === null) continue;
          const hidden = one.options.filter(({ count }) => count === null);
          const people = hidden.reduce(
            (sum, { code }) => sum + (slices.get(slice)?.[`${one.code}.${code}`] ?? 0),
            0,
          );
          expect(
            hidden.length === 0 ||
              (hidden.length >= 2 && (people >= 11 || hidden.length === one.options.length)),
          ).toBe(true);
        }
      }
      for (const dimension of ['role', 'level']) {
        for (const option of ['yes', 'no', 'maybe']) {
          const asked = rows(dimension).filter((slice) => isAsked(slice, 'wants'));
          const hidden = asked.filter((slice) => read(slice, 'wants', option) === null);
          const people = hidden.reduce(
            (sum, slice) => sum + (slices.get(slice)?.[`wants.${option}`] ?? 0),
            0,
          );
          if (read('', 'wants', option) === null) expect(hidden.length).toBeGreaterThan(0);
          else expect(hidden.length === 0 || (hidden.length >= 2 && people >= 11)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

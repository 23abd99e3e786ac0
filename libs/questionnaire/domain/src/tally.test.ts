import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanAnswers } from './clean-answers';
import type { CleanResponse, Definition, Question } from './definition';
import { addCounts, countsOf, type Counts } from './tally';
import { bucketCodeOf, bucketsOf, MAX_BUCKETS } from './tally-buckets';
import { periodsOf } from './tally-periods';

const options = (...codes: string[]) => codes.map((code) => ({ code, label: code }));
const QUESTIONS: Question[] = [
  { code: 'one', type: 'single', label: 'one', options: options('a', 'b'), other: true },
  { code: 'many', type: 'multiple', label: 'many', options: options('a', 'b'), other: true },
  { code: 'scale', type: 'scale', label: 'scale', min: 1, max: 5 },
  { code: 'minutes', type: 'number', label: 'minutes', min: 0, max: 600 },
  { code: 'euros', type: 'number', label: 'euros', min: -5, max: 2000, decimals: 2 },
  { code: 'words', type: 'text', label: 'words' },
  { code: 'since', type: 'date', label: 'since', min: '2014-01-01', max: '2015-12-31' },
  { code: 'order', type: 'ranking', label: 'order', options: options('a', 'b', 'c') },
  { code: 'grid', type: 'matrix', label: 'grid', rows: options('x', 'y'), options: options('a', 'b') },
  {
    code: 'boxes',
    type: 'matrixMultiple',
    label: 'boxes',
    rows: options('x', 'y'),
    options: options('a', 'b'),
  },
  { code: 'where', type: 'territory', label: 'where', levels: ['academie', 'departement', 'etablissement'] },
  { code: 'agree', type: 'consent', label: 'agree' },
];
const DEFINITION: Definition = { title: 't', sections: [{ code: 's', title: 's', questions: QUESTIONS }] };

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const response: fc.Arbitrary<CleanResponse> = fc
  .record({
    one: maybe(fc.constantFrom('a', 'b', { option: 'other', text: 'mots' })),
    many: maybe(fc.subarray(['a', 'b', { option: 'other', text: 'mots' }])),
    scale: maybe(fc.integer({ min: 1, max: 5 })),
    minutes: maybe(fc.integer({ min: 0, max: 600 })),
    euros: maybe(fc.integer({ min: -500, max: 200_000 }).map((cents) => cents / 100)),
    words: maybe(fc.constant('un texte')),
    since: maybe(fc.constantFrom('2014-02-03', '2015-02-28', '2015-12-31')),
    order: maybe(fc.shuffledSubarray(['a', 'b', 'c'])),
    grid: maybe(
      fc.record({ x: fc.constantFrom('a', 'b'), y: fc.constantFrom('a', 'b') }, { requiredKeys: [] }),
    ),
    boxes: maybe(fc.record({ x: fc.subarray(['a', 'b']), y: fc.subarray(['a', 'b']) }, { requiredKeys: [] })),
    where: maybe(fc.constantFrom({ level: 'academie', code: '07' }, { level: 'departement', code: '07' })),
    agree: maybe(fc.boolean()),
  })
  .map((answers) => cleanAnswers(DEFINITION, answers));

const tallyOf = (responses: readonly CleanResponse[]) => {
  const tally: Counts = {};
  for (const clean of responses) addCounts(tally, countsOf(DEFINITION, clean));
  return tally;
};

describe('countsOf', () => {
  const only = (code: string, answer: unknown) => {
    const { n, ...counts } = countsOf(DEFINITION, cleanAnswers(DEFINITION, { [code]: answer }));
    expect(n).toBe(1);
    const own = Object.entries(counts).filter(([key]) => key.startsWith(`${code}.`) || key.includes('sum'));
    return Object.fromEntries(own);
  };

  test.each([
    ['one', 'b', { 'one.b': 1 }],
    ['one', { option: 'other', text: 'Mme Untel' }, { 'one.other': 1 }],
    ['many', ['a', { option: 'other', text: 'x' }], { 'many.a': 1, 'many.other': 1 }],
    ['scale', 4, { 'scale.4': 1 }],
    ['minutes', 75, { 'minutes.50': 1, 'minutes#sum': 75 }],
    ['minutes', 0, { 'minutes.0': 1 }],
    ['euros', 12.35, { 'euros.0': 1, 'euros#sum2': 1235 }],
    ['words', 'rien de tout ceci', {}],
    ['since', '2015-02-03', { 'since.2015-02': 1 }],
    ['order', ['c', 'a'], { 'order.c.1': 1, 'order.a.2': 1 }],
    ['grid', { x: 'a' }, { 'grid.x.a': 1 }],
    ['boxes', { x: ['a', 'b'], y: ['b'] }, { 'boxes.x.a': 1, 'boxes.x.b': 1, 'boxes.y.b': 1 }],
    ['where', { level: 'academie', code: '07' }, { 'where.07': 1 }],
    ['where', { level: 'departement', code: '07' }, { 'where.departement:07': 1 }],
    ['where', { level: 'etablissement', code: '0620001A' }, { 'where.etablissement': 1 }],
    ['agree', true, { 'agree.true': 1 }],
    ['agree', false, {}],
  ])('counts %s answered %j', (code, answer, expected) => {
    expect(only(code, answer)).toEqual(expected);
  });

  test('tells shown from answered, and never what was typed', () => {
    const clean = cleanAnswers(DEFINITION, { words: 'secret', one: { option: 'other', text: 'secret' } });
    const counts = countsOf(DEFINITION, clean);
    expect(counts).toMatchObject({ 'words#shown': 1, 'words#answered': 1, 'scale#shown': 1 });
    expect(counts).not.toHaveProperty('scale#answered');
    expect(JSON.stringify(counts)).not.toContain('secret');
  });

  test('a question called like a property every object has is counted like another', () => {
    const questions: Question[] = [{ code: 'constructor', type: 'scale', label: 'x', min: 1, max: 3 }];
    const definition = { title: 't', sections: [{ code: 's', title: 's', questions }] };
    const counts = countsOf(definition, cleanAnswers(definition, { constructor: 2 }));
    expect(counts).toEqual({ n: 1, 'constructor#shown': 1, 'constructor#answered': 1, 'constructor.2': 1 });
  });
});

describe('addCounts', () => {
  test('adds up the same in any order and in any batches', () => {
    fc.assert(
      fc.property(fc.array(response), fc.nat(), (responses, cut) => {
        const reversed = tallyOf([...responses].reverse());
        const batches = tallyOf(responses.slice(0, cut % (responses.length + 1)));
        addCounts(batches, tallyOf(responses.slice(cut % (responses.length + 1))));
        expect(reversed).toEqual(tallyOf(responses));
        expect(batches).toEqual(tallyOf(responses));
      }),
    );
  });

  test('moves an amended answer: the tally equals a recount', () => {
    fc.assert(
      fc.property(fc.array(response), response, response, (others, before, after) => {
        const tally = tallyOf([...others, before]);
        addCounts(tally, countsOf(DEFINITION, before), -1);
        addCounts(tally, countsOf(DEFINITION, after));
        expect(tally).toEqual(tallyOf([...others, after]));
      }),
    );
  });

  test('leaves nothing behind when everything is taken away', () => {
    const tally = tallyOf([{ answers: { scale: 3 }, skipped: ['one'] }]);
    addCounts(tally, { ...tally }, -1);
    expect(tally).toEqual({});
  });
});

describe('bucketsOf', () => {
  test.each([
    [{ min: 0, max: 5 }, ['0', '1', '2', '3', '4', '5']],
    [{ min: 1, max: 100 }, ['0', '10', '20', '30', '40', '50', '60', '70', '80', '90', '100']],
    [
      { min: -3, max: 3, decimals: 1 },
      ['-3', '-2.5', '-2', '-1.5', '-1', '-0.5', '0', '0.5', '1', '1.5', '2', '2.5', '3'],
    ],
    [{ min: 7, max: 7 }, ['7']],
  ])('cuts %j', (bounds, expected) => {
    expect(bucketsOf(bounds).map(({ code }) => code)).toEqual(expected);
  });

  const bounds = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat({ max: 1e6 }), fc.nat({ max: 3 }))
    .map(([low, span, decimals]) => ({
      min: low / 10 ** decimals,
      max: (low + span) / 10 ** decimals,
      decimals,
    }));

  test('makes at most twenty buckets, one after the other, and each value falls in the one around it', () => {
    fc.assert(
      fc.property(bounds, fc.double({ min: 0, max: 1, noNaN: true }), (question, part) => {
        const buckets = bucketsOf(question);
        expect(buckets.length).toBeLessThanOrEqual(MAX_BUCKETS);
        const value = Number(
          (question.min + part * (question.max - question.min)).toFixed(question.decimals),
        );
        const found = buckets.find(({ code }) => code === bucketCodeOf(question, value));
        expect(found!.from).toBeLessThanOrEqual(value);
        expect(found!.to).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test('without bounds, every number still falls in a bucket of the list', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(bucketsOf({}).map(({ code }) => code)).toContain(bucketCodeOf({}, value));
      }),
    );
  });
});

describe('periodsOf', () => {
  test.each([
    [{ min: '2014-11-15', max: '2015-02-01' }, ['2014-11', '2014-12', '2015-01', '2015-02']],
    [{ min: '2010-06-01', max: '2015-01-01' }, ['2010', '2011', '2012', '2013', '2014', '2015']],
    [
      { min: '1951-01-01', max: '1999-12-31' },
      ['1950-1959', '1960-1969', '1970-1979', '1980-1989', '1990-1999'],
    ],
  ])('cuts %j', (bounds, expected) => {
    expect(periodsOf(bounds).map(({ code }) => code)).toEqual(expected);
  });

  test('gathers every month once, whatever the bounds', () => {
    for (const bounds of [{}, { min: '2012-05-01' }, { min: '1990-01-01', max: '2030-12-31' }]) {
      const months = periodsOf(bounds).flatMap((period) => period.months);
      expect(new Set(months).size).toBe(months.length);
      expect(months).toContain('2015-02');
    }
  });
});

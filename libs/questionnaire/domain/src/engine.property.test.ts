import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanAnswers } from './clean-answers';
import { columnsOf } from './columns';
import { type Definition, type Question } from './definition';
import { encodeCell } from './encode-cell';
import { parseDefinition } from './parse-definition';
import { matchesPattern } from './pattern';
import { cleanText, isBlankText, isStorableText } from '@preau/shared-domain';
import { validateAnswers } from './validate-answers';
import { visibleQuestions } from './visibility';

const codes = ['a', 'b', 'c'].map((code) => ({ code, label: code }));
const questions = [
  { code: 'one', type: 'single', options: codes, other: true, required: true },
  {
    code: 'several',
    type: 'multiple',
    options: [...codes, { code: 'none', label: '-', exclusive: true }],
    other: true,
  },
  { code: 'mark', type: 'scale', min: 0, max: 5, showIf: { question: 'one', is: 'a' } },
  {
    code: 'amount',
    type: 'number',
    decimals: 1,
    showIf: {
      any: [
        { question: 'mark', gte: 3 },
        { question: 'several', includes: 'other' },
      ],
    },
  },
  { code: 'constructor', type: 'text', required: true, showIf: { not: { question: 'amount', lt: 2 } } },
  {
    code: 'year',
    type: 'text',
    validate: { pattern: '\\d{4}', message: 'Non' },
    showIf: { question: 'constructor', answered: true },
  },
  { code: 'story', type: 'longText', showIf: { question: 'one', isNot: 'b' } },
  { code: 'day', type: 'date', min: '2000-01-01' },
  {
    code: 'rank',
    type: 'ranking',
    options: codes,
    required: true,
    showIf: { question: 'day', gt: '2010-06-15' },
  },
  {
    code: 'grid',
    type: 'matrix',
    options: codes,
    rows: codes,
    required: true,
    showIf: { question: 'rank', includes: 'a' },
  },
  {
    code: 'boxes',
    type: 'matrixMultiple',
    options: codes,
    rows: codes,
    showIf: { question: 'grid', answered: false },
  },
  {
    code: 'place',
    type: 'territory',
    showIf: {
      all: [
        { question: 'boxes', answered: true },
        { question: 'day', lte: '2020-01-01' },
      ],
    },
  },
  { code: 'agreed', type: 'consent', required: true, showIf: { question: 'place', is: '07' } },
  { code: 'proof', type: 'file', max: 2, showIf: { question: 'agreed', is: true } },
];
const definition = parsed({
  title: 'Essai',
  sections: [
    {
      code: 's',
      title: 'Un',
      questions: questions.slice(0, 7).map((question) => ({ label: 'Q', ...question })),
    },
    {
      code: 't',
      title: 'Deux',
      showIf: { question: 'one', answered: true },
      questions: questions.slice(7).map((question) => ({ label: 'Q', ...question })),
    },
  ],
});
const columns = columnsOf([{ version: 1, definition }]);
const options = { matches: matchesPattern };

function parsed(input: unknown): Definition {
  const result = parseDefinition(input);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.definition;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const messyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'e',
        '\u0301',
        '\u200b',
        '\u200d',
        '\u202e',
        '\r\n',
        ' ',
        '\u00a0',
        '\u0007',
        'é',
        '\u{1f600}',
        '\u2028',
        '\u1d160',
      ),
    )
    .map((parts) => parts.join('')),
);
const evilText = fc.oneof(
  messyText,
  fc.constantFrom(
    '\0',
    '\ud83d',
    'x\udc00',
    '__proto__',
    'constructor',
    'toString',
    'other',
    '',
    'a',
    '2015-02-31',
  ),
  fc.constant('x'.repeat(10_000)),
);
const keys = fc.oneof(
  fc.constantFrom('__proto__', 'option', 'text', 'level', 'code', ...questions.map(({ code }) => code)),
  evilText,
);

/** Any JSON, keys such as "__proto__" being the object's own, as JSON.parse makes them. */
const anyJson = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    evilText,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.array(fc.tuple(keys, tie('json')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).json;

const option = fc.constantFrom('a', 'b', 'c');
const otherChoice = messyText
  .filter((text) => isStorableText(text) && !isBlankText(text) && text.length < 100)
  .map((text) => ({ option: 'other', text }));
const optionSet = fc.uniqueArray(option);
const goodText = messyText.filter((text) => isStorableText(text) && text.length < 150);

function goodAnswer({ code, type }: Question): fc.Arbitrary<unknown> {
  switch (type) {
    case 'single':
      return fc.oneof(option, otherChoice);
    case 'multiple':
      return fc.oneof(
        fc.constant(['none']),
        fc
          .tuple(optionSet, fc.option(otherChoice, { nil: undefined }))
          .map(([chosen, other]) => (other ? [other, ...chosen] : chosen)),
      );
    case 'scale':
      return fc.integer({ min: 0, max: 5 });
    case 'number':
      return fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10);
    case 'text':
      return code === 'year'
        ? fc.constantFrom('2015', ' 1999\n', '')
        : goodText.filter((text) => !isBlankText(text));
    case 'longText':
      return goodText;
    case 'date':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'ranking':
      return fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 });
    case 'matrix':
      return fc.record({ a: option, b: option, c: option });
    case 'matrixMultiple':
      return fc.record({ a: optionSet, b: optionSet, c: optionSet }, { requiredKeys: [] });
    case 'territory':
      return fc.constantFrom({ level: 'academie', code: '07' }, { level: 'academie', code: '01' });
    case 'consent':
      return fc.constant(true);
    case 'file':
      return fc.uniqueArray(fc.uuid(), { maxLength: 2 });
  }
}

const goodAnswers = fc.record(
  Object.fromEntries(
    definition.sections
      .flatMap((section) => section.questions)
      .map((question) => [
        question.code,
        question.required ? goodAnswer(question) : fc.option(goodAnswer(question)),
      ]),
  ),
);
/** Good answers in which some are replaced by anything. */
const halfGoodAnswers = fc
  .tuple(goodAnswers, fc.array(fc.tuple(keys, anyJson), { maxLength: 4 }))
  .map(([answers, replaced]) => Object.fromEntries([...Object.entries(answers), ...replaced]));
const anyAnswers = fc.oneof(anyJson, halfGoodAnswers);

describe('the engine, whatever it is given', () => {
  test('validates, cleans and encodes any JSON without throwing, cleaning once for all', () => {
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, partial) => {
        for (const problem of validateAnswers(definition, answers, { ...options, partial })) {
          expect(problem.message).not.toMatch(/undefined|NaN/);
        }
        const clean = cleanAnswers(definition, answers);
        expect(cleanAnswers(definition, clean.answers)).toEqual(clean);
        expect(textsIn(clean).every(isStorableText)).toBe(true);
        for (const column of columns)
          expect(['string', 'number']).toContain(typeof encodeCell(column, clean, 1));
      }),
      { numRuns: 500 },
    );
  });

  test('accepts good answers, and their clean form', () => {
    fc.assert(
      fc.property(goodAnswers, (answers) => {
        expect(validateAnswers(definition, answers, options)).toEqual([]);
        expect(validateAnswers(definition, cleanAnswers(definition, answers).answers, options)).toEqual([]);
      }),
    );
  });

  test('accepts the clean form of whatever it accepts', () => {
    fc.assert(
      fc.property(halfGoodAnswers, (answers) => {
        fc.pre(validateAnswers(definition, answers, options).length === 0);
        expect(validateAnswers(definition, cleanAnswers(definition, answers).answers, options)).toEqual([]);
      }),
    );
  });

  test('sorts every shown question into answered or skipped, and no other', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const shown = visibleQuestions(definition, answers).map(({ code }) => code);
        const clean = cleanAnswers(definition, answers);
        expect([...Object.keys(clean.answers), ...clean.skipped].sort()).toEqual([...shown].sort());
      }),
    );
  });

  test('lets answers to hidden questions change nothing', () => {
    fc.assert(
      fc.property(halfGoodAnswers, fc.array(anyJson, { minLength: 20, maxLength: 20 }), (answers, others) => {
        const shown = visibleQuestions(definition, answers).map(({ code }) => code);
        const hidden = questions.map(({ code }) => code).filter((code) => !shown.includes(code));
        const changed = Object.fromEntries([
          ...Object.entries(answers),
          ...hidden.map((code, index) => [code, others[index]]),
        ]);
        expect(visibleQuestions(definition, changed).map(({ code }) => code)).toEqual(shown);
        expect(cleanAnswers(definition, changed)).toEqual(cleanAnswers(definition, answers));
        expect(validateAnswers(definition, changed, options)).toEqual(
          validateAnswers(definition, answers, options),
        );
      }),
    );
  });

  test('reads a partial response as a complete one that reports less', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const complete = validateAnswers(definition, answers, options);
        const partial = validateAnswers(definition, answers, { ...options, partial: true });
        expect(complete).toEqual(expect.arrayContaining([...partial]));
      }),
    );
  });

  test('parses any JSON without throwing, and says where every fault is', () => {
    const damaged = fc
      .tuple(fc.constantFrom('title', 'sections', 'extra'), anyJson)
      .map(([key, value]) => ({ ...definition, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(anyJson, damaged), (input) => {
        const result = parseDefinition(input);
        if (result.ok) expect(parseDefinition(result.definition)).toEqual(result);
        else expect(result.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('cleanText', () => {
  test('is idempotent and keeps a blank text blank', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        if (isStorableText(text)) expect(isBlankText(cleanText(text))).toBe(isBlankText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

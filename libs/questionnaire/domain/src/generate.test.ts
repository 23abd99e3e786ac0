import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cleanAnswers } from './clean-answers';
import { QUESTION_TYPES, type Definition } from './definition';
import { NO_MODEL, responseGenerator, type AnswerModel } from './generate';
import { dayGenerator } from './generate-days';
import { parseDefinition } from './parse-definition';
import { matchesPattern } from './pattern';
import { validateAnswers } from './validate-answers';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../migrations/data/demo/${name}.json`, import.meta.url), 'utf8'));
const model = read('answer-model') as AnswerModel;

function definitionOf(input: unknown): Definition {
  const parsed = parseDefinition(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

/** A form the model knows nothing of. */
const unknownForm = definitionOf({
  title: 'Inconnu',
  sections: [
    {
      code: 'all',
      title: 'Tout',
      questions: QUESTION_TYPES.filter((type) => type !== 'file').map((type) => ({
        code: `q_${type.toLowerCase()}`,
        type,
        label: type,
        ...(type !== 'territory' && { required: true }),
        ...(/text/i.test(type) && { required: false }),
        ...(['single', 'multiple', 'ranking', 'matrix', 'matrixMultiple'].includes(type) && {
          options: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
        }),
        ...(type.startsWith('matrix') && { rows: [{ code: 'r', label: 'r' }] }),
        ...(type === 'multiple' && { min: 2, max: 2, other: true }),
        ...(type === 'scale' && { min: 1, max: 3 }),
      })),
    },
  ],
});

const definitions: [string, Definition, AnswerModel][] = [
  ['2015', definitionOf(read('questionnaire-2015')), model],
  ['2020', definitionOf(read('questionnaire-2020')), model],
  ['a form without a model', unknownForm, NO_MODEL],
];

describe.each(definitions)('responses to %s', (_, definition, answers) => {
  const generate = responseGenerator(definition, answers);
  const responses = Array.from({ length: 1_500 }, (_unused, index) => generate(7, index, '2026-11-22'));

  test('are valid and in the form they are kept in', () => {
    for (const response of responses) {
      expect(validateAnswers(definition, response.answers, { matches: matchesPattern })).toEqual([]);
      expect(cleanAnswers(definition, response.answers)).toEqual(response);
    }
  });

  test('are the same again, one by one, for the same seed, and others for another', () => {
    expect(responseGenerator(definition, answers)(7, 1_200, '2026-11-22')).toEqual(responses[1_200]);
    const others = responses.map((_unused, index) => generate(8, index, '2026-11-22'));
    expect(others).not.toEqual(responses);
  });
});

test('are skewed by role as the model says', () => {
  const definition = definitionOf(read('questionnaire-2015'));
  const generate = responseGenerator(definition, model);
  const responses = Array.from({ length: 8_000 }, (_, index) => generate(1, index, '2026-11-22').answers);
  const share = (role: string) => {
    const asked = responses.filter(
      (answers) => answers.role === role && answers.digital_textbooks !== undefined,
    );
    return asked.filter((answers) => answers.digital_textbooks === 'yes').length / asked.length;
  };
  expect(responses.filter(({ role }) => role === 'teacher').length / responses.length).toBeCloseTo(0.46, 1);
  expect(share('pupil')).toBeCloseTo(0.61, 1);
  expect(share('pupil') - share('teacher')).toBeGreaterThan(0.05);
});

test('fall on the days between opening and today, most at the opening', () => {
  const dayOf = dayGenerator('2026-11-02', '2026-11-22');
  const days = Array.from({ length: 5_000 }, (_, index) => dayOf(3, index));
  const on = (day: string) => days.filter((drawn) => drawn === day).length;
  expect(days.every((day) => day >= '2026-11-02' && day <= '2026-11-22')).toBe(true);
  expect(on('2026-11-02')).toBeGreaterThan(on('2026-11-18') * 2);
  expect(on('2026-11-22')).toBeGreaterThan(0);
  expect(dayGenerator('2026-11-22', '2026-11-01')(1, 1)).toBe('2026-11-22');
});

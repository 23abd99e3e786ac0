import { describe, expect, test } from '@jest/globals';
import { parseDefinition } from './parse-definition';

const text = (code: string, rest: object = {}) => ({ code, type: 'text', label: 'Question', ...rest });
const form = (...questions: object[]) => ({
  title: 'Essai',
  sections: [{ code: 's', title: 'Partie', questions }],
});
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number) => ({ code: `o${index}`, label: 'Choix' });

function faultsOf(input: unknown): string[] {
  const result = parseDefinition(input);
  return result.ok ? [] : result.faults.map(({ path, code }) => `${code} ${path.join('.')}`);
}

describe('parseDefinition', () => {
  test('gives back a right definition unchanged', () => {
    const definition = form(
      text('a', { help: { fr: 'Aide', en: 'Help' } }),
      text('b', { showIf: { question: 'a', answered: true } }),
    );
    expect(parseDefinition(definition)).toEqual({ ok: true, definition });
  });

  test.each([
    ['nothing', undefined, ['MISSING ']],
    ['a list', [], ['WRONG_TYPE ']],
    ['no section', { title: 'Essai', sections: [] }, ['EMPTY sections']],
    ['no question', form(), ['EMPTY sections.0.questions']],
    ['a section that is a word', { title: 'Essai', sections: ['s'] }, ['WRONG_TYPE sections.0']],
    [
      '201 questions',
      form(...many(201, (index) => text(`q${index}`))),
      ['TOO_MANY sections.0.questions', 'TOO_MANY sections'],
    ],
    [
      '501 options',
      form({ ...text('a'), type: 'single', options: many(501, option) }),
      ['TOO_MANY sections.0.questions.0.options'],
    ],
    [
      'a label of 501 characters',
      form(text('a', { label: 'a'.repeat(501) })),
      ['TOO_LONG sections.0.questions.0.label'],
    ],
    [
      'an unknown language',
      form(text('a', { label: { fr: 'a', klingon: 'a' } })),
      ['UNKNOWN_KEY sections.0.questions.0.label.klingon'],
    ],
    [
      'a theme that is no slug',
      { title: 'Essai', sections: [{ code: 's', theme: 'À l’école', title: 'S', questions: [text('a')] }] },
      ['BAD_SLUG sections.0.theme'],
    ],
    [
      'a pattern without message',
      form(text('a', { validate: { pattern: 'a' } })),
      ['MISSING sections.0.questions.0.validate.message'],
    ],
    [
      'half a decimal',
      form({ ...text('a'), type: 'number', decimals: 0.5 }),
      ['BAD_BOUND sections.0.questions.0.decimals'],
    ],
    [
      'a level twice',
      form({ ...text('a'), type: 'territory', levels: ['academie', 'academie'] }),
      ['UNKNOWN_VALUE sections.0.questions.0.levels'],
    ],
    [
      'a grid too large to export',
      form({ ...text('a'), type: 'matrixMultiple', rows: many(50, option), options: many(21, option) }),
      ['TOO_MANY_COLUMNS '],
    ],
  ])('refuses %s', (_name, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  test('refuses conditions nested without end, without overflowing', () => {
    let showIf: object = { question: 'a', answered: true };
    for (let level = 0; level < 100_000; level += 1) showIf = { not: showIf };
    const [fault] = faultsOf(form(text('a'), text('b', { showIf })));
    expect(fault).toMatch(/^TOO_DEEP sections\.0\.questions\.1\.showIf\.not/);
  });

  test('finds the faults of every question, not those of the first one only', () => {
    expect(
      faultsOf(
        form(text('A'), text('b', { min: 5, max: 1 }), text('c', { showIf: { question: 'z', is: 'x' } })),
      ),
    ).toEqual([
      'BAD_CODE sections.0.questions.0.code',
      'MIN_ABOVE_MAX sections.0.questions.1.min',
      'UNKNOWN_QUESTION sections.0.questions.2.showIf.question',
    ]);
  });

  test('does not blame a condition for the faults of the question it names', () => {
    const broken = { code: 'a', type: 'single', label: '', options: [option(1)] };
    expect(faultsOf(form(broken, text('b', { showIf: { question: 'a', is: 'o1' } })))).toEqual([
      'EMPTY sections.0.questions.0.label',
    ]);
  });

  test('says in French how to mend each fault', () => {
    const result = parseDefinition(form(text('a'), text('a')));
    expect(result).toMatchObject({
      ok: false,
      faults: [{ message: 'Le code «\u00a0a\u00a0» est déjà pris\u00a0: choisissez-en un autre.' }],
    });
  });
});

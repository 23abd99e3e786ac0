import { expect, test } from '@jest/globals';
import type { Question } from '@preau/questionnaire-domain';
import { answerLines } from './answer-lines';

const options = [
  { code: 'a', label: 'Lire' },
  { code: 'b', label: 'Écrire' },
];
const rows = [
  { code: 'r1', label: 'En classe' },
  { code: 'r2', label: 'À la maison' },
];
const other = { option: 'other', text: ' Chanter ' };
const nameOf = (level: string, code: string) => (level === 'academie' && code === '09' ? 'Lille' : code);

const cases: readonly [Question['type'], Partial<Question>, unknown, readonly string[]][] = [
  ['single', { options }, 'b', ['Écrire']],
  ['single', { options, other: true }, other, ['Autre\u00a0: Chanter']],
  ['multiple', { options, other: true }, ['a', other], ['Lire', 'Autre\u00a0: Chanter']],
  ['scale', { min: 0, max: 10 }, 7, ['7 sur 10']],
  ['number', { unit: 'euros' }, 1200.5, ['1\u202f200,5 euros']],
  ['number', {}, 'douze', ['douze']],
  ['text', {}, ' un mot ', ['un mot']],
  ['longText', {}, 'un\n\ndeux', ['un', 'deux']],
  ['date', {}, '2015-02-01', ['1er février 2015']],
  ['ranking', { options }, ['b', 'a'], ['1. Écrire', '2. Lire']],
  ['matrix', { options, rows }, { r2: 'a' }, ['À la maison\u00a0: Lire']],
  ['matrixMultiple', { options, rows }, { r1: ['a', 'b'], r2: [] }, ['En classe\u00a0: Lire, Écrire']],
  ['territory', {}, { level: 'academie', code: '09' }, ['Lille']],
  ['territory', {}, { level: 'academie', code: '' }, []],
  ['consent', {}, true, ['Oui']],
];

test.each(cases)('%s is read again in words', (type, given, answer, lines) => {
  expect(answerLines({ code: 'q', type, label: 'Question', ...given }, answer, nameOf)).toEqual(lines);
});

test.each(['single', 'multiple', 'matrix', 'territory', 'consent', 'ranking'] as const)(
  '%s without an answer has no line',
  (type) => {
    for (const answer of [undefined, null, '']) {
      expect(answerLines({ code: 'q', type, label: 'Question', options, rows }, answer)).toEqual([]);
    }
  },
);

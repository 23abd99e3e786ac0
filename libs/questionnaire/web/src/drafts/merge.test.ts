import { expect, test } from '@jest/globals';
import { differences, mergeAnswers, withAnswer } from './merge';

const base = { a: 1, b: ['x'], c: 'même', d: 'ôtée' };

test.each([
  ['mine alone changed', { ...base, a: 2 }, base, { ...base, a: 2 }, []],
  ['theirs alone changed', base, { ...base, b: ['x', 'y'] }, { ...base, b: ['x', 'y'] }, []],
  ['each another', { ...base, a: 2 }, { ...base, b: [] }, { ...base, a: 2, b: [] }, []],
  ['both the same way', { ...base, a: 2 }, { ...base, a: 2 }, { ...base, a: 2 }, []],
  ['theirs took one out', base, { a: 1, b: ['x'], c: 'même' }, { a: 1, b: ['x'], c: 'même' }, []],
  ['both the same question', { ...base, a: 2 }, { ...base, a: 3 }, { ...base, a: 2 }, ['a']],
  [
    'one took it out, the other changed it',
    { a: 1, b: ['x'], c: 'même' },
    { ...base, d: 'autre' },
    { a: 1, b: ['x'], c: 'même' },
    ['d'],
  ],
])('%s', (_, mine, theirs, answers, disputed) => {
  expect(mergeAnswers(base, mine, theirs)).toEqual({ answers, disputed });
});

test('answers that say the same in another order of keys do not differ', () => {
  expect(differences({ m: { r1: 'a', r2: 'b' } }, { m: { r2: 'b', r1: 'a' } })).toEqual([]);
  expect(differences({ a: 1 }, { b: 1 })).toEqual(['a', 'b']);
});

test('an answer taken back leaves no trace', () => {
  expect(Object.keys(withAnswer({ a: 1, b: 2 }, 'a', undefined))).toEqual(['b']);
});

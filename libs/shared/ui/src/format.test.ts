import { describe, expect, test } from '@jest/globals';
import { formatDateTime, formatDay, formatNumber, formatShare, plural, unbroken } from './format';

describe('French numbers', () => {
  test('group thousands and hold the percent sign with a narrow space', () => {
    expect(formatNumber(51003)).toBe('51\u202f003');
    expect(formatNumber(3.25)).toBe('3,3');
    expect(formatShare(0.463)).toBe('46\u202f%');
    expect(formatShare(1)).toBe('100\u202f%');
  });

  test('do not round somebody down to nobody', () => {
    expect(formatShare(0.002)).toBe('moins de 1\u202f%');
    expect(formatShare(0)).toBe('0\u202f%');
  });

  test('keep zero and one in the singular', () => {
    expect(plural(0, 'jour', 'jours')).toBe('0\u00a0jour');
    expect(plural(1, 'jour', 'jours')).toBe('1\u00a0jour');
    expect(plural(2, 'jour', 'jours')).toBe('2\u00a0jours');
  });
});

describe('French dates', () => {
  test('write the first of the month as one says it', () => {
    expect(formatDay('2026-03-01')).toBe('1er mars 2026');
  });

  test('are those of Paris: an instant late in the evening of UTC is already the next day', () => {
    expect(formatDay('2026-11-22T23:30:00Z')).toBe('23 novembre 2026');
    expect(formatDateTime('2026-07-14T08:05:00Z')).toBe('14 juillet 2026 à\u00a010:05');
  });
});

test.each([
  ['Prêter : qui paie ?', 'Prêter\u00a0: qui paie\u00a0?'],
  ['Un « sigle » ; 30 € (« non ! »)', 'Un «\u00a0sigle\u00a0»\u00a0; 30\u00a0€ («\u00a0non\u00a0!\u00a0»)'],
  ['a :b, 12:30, x ?y', 'a :b, 12:30, x ?y'],
])('signs stay on the line of the word they follow: %s', (typed, shown) => {
  expect(unbroken(typed)).toBe(shown);
});

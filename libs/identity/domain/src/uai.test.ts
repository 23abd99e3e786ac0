import { describe, expect, test } from '@jest/globals';
import { readUai, uaiCheckLetter } from './uai';

describe('an establishment’s number', () => {
  test.each([
    ['0750655E', '0750655E'],
    [' 0750654 d ', '0750654D'],
    ['075-0652-b', '0750652B'],
    ['0000000A', '0000000A'],
    ['0000022Z', '0000022Z'],
  ])('%p is read as %p', (typed, uai) => {
    expect(readUai(typed)).toBe(uai);
  });

  test.each([
    ['another letter', '0750655F'],
    ['a letter no number has', '0750655I'],
    ['a figure less', '750655E'],
    ['a figure more', '00750655E'],
    ['figures of another script', '٠٧٥٠٦٥٥E'],
    ['nothing', ''],
    ['a letter among the figures', '075O655E'],
  ])('%s: none', (_, typed) => {
    expect(readUai(typed)).toBeNull();
  });

  test('one wrong figure, or two exchanged, is noticed', () => {
    for (let place = 0; place < 7; place += 1) {
      for (const figure of '0123456789') {
        const changed = `0750655`.slice(0, place) + figure + `0750655`.slice(place + 1);
        if (changed !== '0750655') expect(readUai(`${changed}E`)).toBeNull();
      }
    }
    expect(readUai('0755065E')).toBeNull();
  });

  test('letters follow the remainder by 23', () => {
    expect(
      [0, 1, 22, 23, 750655].map((number) => uaiCheckLetter(String(number).padStart(7, '0'))).join(''),
    ).toBe('ABZAE');
  });
});

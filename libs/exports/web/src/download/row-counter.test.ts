import { describe, expect, test } from '@jest/globals';
import { rowCounter } from './row-counter';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('counting the rows of a CSV', () => {
  test.each([
    ['nothing yet', '', 0],
    ['the header alone', 'a;b\r\n', 0],
    ['rows', 'a;b\r\n1;2\r\n3;4\r\n', 2],
    ['a row under way', 'a;b\r\n1;2\r\n3;', 1],
    ['line breaks inside quotes', 'a;b\r\n1;"un\ndeux\r\ntrois"\r\n', 1],
    ['quotes inside quotes', 'a;b\r\n1;"dit ""oui""\net ""non"""\r\n2;""\r\n', 2],
  ])('%s', (_, csv, rows) => {
    expect(rowCounter()(bytes(csv))).toBe(rows);
  });

  test('does not depend on where chunks are cut', () => {
    const csv = bytes('a;b\r\n1;"un\n""deux"""\r\n2;é\r\n3;"\n"\r\n');
    for (let cut = 0; cut <= csv.length; cut += 1) {
      const count = rowCounter();
      count(csv.subarray(0, cut));
      expect(count(csv.subarray(cut))).toBe(3);
    }
  });
});

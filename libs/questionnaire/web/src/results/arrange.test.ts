import { describe, expect, test } from '@jest/globals';
import { drawnCodes, pick, scaleFor } from './arrange';

const bar = (code: string, count: number | null, share = count === null ? null : count / 100) => ({
  code,
  label: code,
  count,
  share,
});

describe('the answers a chart draws', () => {
  test('keep the order of the form when they have one', () => {
    expect(drawnCodes('single', [bar('often', 5), bar('never', 60), bar('rarely', null)], [])).toEqual([
      'often',
      'never',
      'rarely',
    ]);
  });

  test('go from the largest to the smallest when they have none, « other » last and withheld ones at the end', () => {
    const bars = [bar('a', 12), bar('other', 40), bar('b', null), bar('c', 30)];
    expect(drawnCodes('multiple', bars, [])).toEqual(['c', 'a', 'other', 'b']);
  });

  test('leave out the empty ends of a distribution, not the gaps inside it', () => {
    const bars = [bar('0', 0), bar('10', 20), bar('20', null), bar('30', 15), bar('40', null), bar('50', 0)];
    expect(drawnCodes('number', bars, [])).toEqual(['10', '20', '30']);
  });

  test('are the same for all charts side by side: what one group alone gave is drawn for each', () => {
    const group = [bar('0', 12), bar('10', 0), bar('20', 0)];
    expect(drawnCodes('date', [bar('0', null), bar('10', 20), bar('20', 0)], [group])).toEqual(['0', '10']);
    expect(pick(group, ['10', '0']).map(({ code }) => code)).toEqual(['10', '0']);
  });

  test('may be none at all', () => {
    expect(drawnCodes('territory', [bar('07', null), bar('08', 0)], [])).toEqual([]);
  });
});

describe('the scale of a chart', () => {
  test('is the whole for choices, so that two questions compare', () => {
    expect(scaleFor('single', [bar('a', 3)])).toBe(1);
  });

  test('is the nearest round share above the largest when all are small', () => {
    expect(scaleFor('territory', [bar('a', 8), bar('b', 3), bar('c', null)])).toBe(0.1);
    expect(scaleFor('number', [bar('a', 64)])).toBe(0.75);
    expect(scaleFor('number', [bar('a', null)])).toBe(1);
  });
});

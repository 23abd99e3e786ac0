import { describe, expect, test } from '@jest/globals';
import { currentConsultation } from './current-consultation';

const edition = (phase: 'UPCOMING' | 'OPEN' | 'CLOSED' | 'REPORTED', opens: string, closes: string) => ({
  name: `${phase} ${closes}`,
  phase,
  opensAt: `${opens}T00:00:00Z`,
  closesAt: `${closes}T00:00:00Z`,
});

const reported = edition('REPORTED', '2020-09-09', '2020-10-10');
const closed = edition('CLOSED', '2026-01-01', '2026-02-01');
const soon = edition('UPCOMING', '2027-01-01', '2027-02-01');
const open = edition('OPEN', '2026-11-01', '2026-12-31');

describe('the consultation a visitor comes for', () => {
  test.each([
    [[reported, closed, soon, open], open],
    [[open, edition('OPEN', '2026-11-01', '2027-06-30')], open],
    [[closed, soon, edition('UPCOMING', '2028-01-01', '2028-02-01')], soon],
    [[reported, closed], closed],
    [[edition('REPORTED', '2015-01-20', '2015-03-09'), reported], reported],
  ])('is the one to answer, else the next, else the last', (all, expected) => {
    expect(currentConsultation(all)).toBe(expected);
    expect(currentConsultation([...all].reverse())).toBe(expected);
  });

  test('is nobody’s when there is none', () => {
    expect(currentConsultation([])).toBeUndefined();
  });
});

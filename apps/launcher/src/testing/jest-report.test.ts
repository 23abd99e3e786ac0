import { describe, expect, it } from '@jest/globals';
import { countCheck, countJest, sumCounts, type JestReport } from './jest-report.ts';

const report = (numbers: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...numbers,
});

describe('the sum of the tests', () => {
  it.each([
    ['every test passed', report({ numPassedTests: 12 }), 0, { passed: 12, failed: 0 }],
    ['some failed', report({ numPassedTests: 10, numFailedTests: 2 }), 1, { passed: 10, failed: 2 }],
    [
      'a file could not run',
      report({ numPassedTests: 10, numRuntimeErrorTestSuites: 1 }),
      1,
      { passed: 10, failed: 1 },
    ],
    ['the clean-up failed after the tests', report({ numPassedTests: 10 }), 1, { passed: 10, failed: 1 }],
    ['no test was found', report({}), 0, { passed: 0, failed: 1 }],
    ['every test was skipped', report({ numPendingTests: 4 }), 0, { passed: 0, failed: 1 }],
    ['Jest wrote nothing', null, 1, { passed: 0, failed: 1 }],
    ['Jest wrote nothing and said all is well', null, 0, { passed: 0, failed: 1 }],
  ])('when %s', (_, given, exitCode, count) => {
    expect(countJest(given, exitCode)).toEqual(count);
  });

  it('counts a check as one', () => {
    expect(sumCounts([countCheck(0), countCheck(2), { passed: 40, failed: 3 }])).toEqual({
      passed: 41,
      failed: 4,
    });
  });

  it('of nothing is nothing', () => {
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0 });
  });
});

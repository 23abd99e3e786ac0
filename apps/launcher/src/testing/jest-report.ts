/** What `jest --json` writes, as far as it is counted here. */
export type JestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that broke before or outside their tests. */
  readonly numRuntimeErrorTestSuites: number;
};

export type Count = { readonly passed: number; readonly failed: number };

/**
 * Counts one Jest run. A file that could not run is one failure. So are: no report at all, no test at all, and a bad
 * exit code that no test explains (a broken set-up, for instance).
 */
export function countJest(report: JestReport | null, exitCode: number): Count {
  if (!report) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0) };
}

/** One check that either holds or not. */
export const countCheck = (exitCode: number): Count =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

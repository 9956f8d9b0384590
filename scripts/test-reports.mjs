/**
 * @typedef {{ passed: number, failed: number, skipped?: number }} Count
 * @typedef {{ status: string, assertionResults: unknown[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, testResults: VitestFile[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[] }} PlaywrightReport
 */

/**
 * Counts Vitest's JSON report. A file that failed before its tests ran counts as one failure;
 * tests of programs that are not installed are skipped.
 * @param {unknown} report
 * @returns {Count}
 */
export function countVitest(report) {
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests = 0,
    testResults,
  } = /** @type {VitestReport} */ (report);
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + broken.length;
  return {
    passed: numPassedTests,
    failed,
    ...(numPendingTests > 0 && { skipped: numPendingTests }),
  };
}

/**
 * Counts Playwright's JSON report. Errors outside any test, such as a file that does not load, count as failures.
 * @param {unknown} report
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { stats, errors = [] } = /** @type {PlaywrightReport} */ (report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

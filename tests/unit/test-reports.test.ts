import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/test-reports.mjs';

describe('counting from reports', () => {
  it('counts a file that failed before its tests ran as one failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}, {}, {}, {}] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
  });

  it('tells of tests that were skipped', () => {
    const report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 3, testResults: [] };
    expect(countVitest(report)).toEqual({ passed: 0, failed: 0, skipped: 3 });
  });

  it('counts errors outside any end-to-end test as failures', () => {
    const report = { stats: { expected: 5, unexpected: 2, flaky: 1 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 6, failed: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { ofPlaywright, ofVitest, slowest } from '../../scripts/test/reports.mjs';

describe('reports of a test run', () => {
  it('counts a file that cannot be run as failed', () => {
    const assertionResults = [{ fullName: 'adds', duration: 12 }, { fullName: 'is skipped' }];
    const testResults = [{ name: `${process.cwd()}/tests/unit/a.test.ts`, assertionResults }];
    expect(ofVitest({ numPassedTests: 1, numFailedTests: 0, numFailedTestSuites: 1, testResults })).toEqual({
      passed: 1,
      failed: 1,
      tests: [
        { name: 'tests/unit/a.test.ts › adds', ms: 12 },
        { name: 'tests/unit/a.test.ts › is skipped', ms: 0 },
      ],
    });
  });

  it('finds tests in groups, and counts one that fails now and then as failed', () => {
    const spec = (title: string, ms: number) => ({
      ...{ file: 'e2e/a.spec.ts', title },
      tests: [{ results: [{ duration: ms }, { duration: 1 }] }],
    });
    const suites = [{ specs: [spec('one', 5)], suites: [{ specs: [spec('two', 7)] }] }];
    expect(ofPlaywright({ stats: { expected: 2, unexpected: 1, flaky: 1 }, suites })).toEqual({
      passed: 2,
      failed: 2,
      tests: [
        { name: 'e2e/a.spec.ts › one', ms: 6 },
        { name: 'e2e/a.spec.ts › two', ms: 8 },
      ],
    });
  });

  it('names the slowest, the slowest first, each in one line', () => {
    const tests = [1500, 90_000, 200].map((ms) => ({ name: `lasts ${ms}`, ms }));
    expect(slowest(tests, 2, 20)).toEqual(['   90.0 s  lasts 90…', '    1.5 s  lasts 15…']);
  });
});

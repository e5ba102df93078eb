/** What the three runners report in JSON, brought to one form: { passed, failed, tests: [{ name, ms }] }. */
import { relative } from 'node:path';

/** Of `vitest --reporter=json`. A file that cannot be run has failed, though none of its tests has. */
export const ofVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
  tests: report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${relative('', name)} › ${fullName}`,
      ms: duration ?? 0,
    })),
  ),
});

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** Of `playwright test --reporter=json`. A test that fails now and then has failed. */
export const ofPlaywright = (report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky,
  tests: report.suites.flatMap(specsOf).map(({ file, title, tests }) => ({
    name: `${file} › ${title}`,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  })),
});

/** Of `tests/firefox/smoke.mjs`, whose tests have no file. */
export const ofFirefox = ({ passed, failed, tests }) => ({
  passed,
  failed,
  tests: tests.map(({ name, ms }) => ({ name: `Firefox › ${name}`, ms })),
});

/** The `most` slowest tests, the slowest first, as lines of seconds and name that are no longer than `width`. */
export const slowest = (tests, most = 10, width = 120) =>
  [...tests]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));

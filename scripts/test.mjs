/**
 * `npm test`: installs what is missing, then types, lint, pack, unit, browser and end-to-end tests.
 * Ends with the slowest ten tests and one line "N passed, N failed" over all of them; exit code 1 if any failed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, findFirefox } from './setup/browser.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ofFirefox, ofPlaywright, ofVitest, slowest } from './test/reports.mjs';

const began = Date.now();
const since = (moment) => ((Date.now() - moment) / 1000).toFixed(1);

ensureDependencies();
process.env.CHROMIUM_PATH = ensureChromium();
const counts = { passed: 0, failed: 0 };
const tests = [];

function step(name, command, args, count) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  const ok = spawnSync(command, args, { stdio: 'inherit', env: process.env }).status === 0;
  const own = count?.(ok) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A runner that dies without a report has failed, whatever its last report said.
  if (!ok && own.failed === 0) own.failed = 1;
  counts.passed += own.passed;
  counts.failed += own.failed;
  tests.push(...(own.tests ?? []));
  console.log(`── ${name}: ${own.passed} passed, ${own.failed} failed (${since(begun)} s)`);
}

const report = join(tmpdir(), `said-before-tests-${process.pid}.json`);
const read = (pick) => () => {
  try {
    return pick(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
};
step('prepare', 'npx', ['wxt', 'prepare']);
step('types', 'npx', ['tsc', '--noEmit']);
step('lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
step('pack', 'node', ['scripts/run.mjs', 'scripts/pack/build.ts', '--check']);
step(
  'unit',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  read(ofVitest),
);
step('build', 'npx', ['wxt', 'build']);
step('gallery', 'npx', ['wxt', 'build', '--mode', 'development']);
process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
step('browser', 'npx', ['playwright', 'test', '--reporter=list,json'], read(ofPlaywright));
if (findFirefox()) {
  step('Firefox build', 'npx', ['wxt', 'build', '-b', 'firefox']);
  step('Firefox', 'node', ['tests/firefox/smoke.mjs', report], read(ofFirefox));
} else console.log('\n── Firefox: not found (set FIREFOX_PATH), its smoke test is skipped');

console.log(`\n── all steps: ${since(began)} s; the slowest tests:`);
for (const line of slowest(tests)) console.log(line);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);

/**
 * `npm run nightly [-- --part NAME] [-- ARGUMENTS OF PLAYWRIGHT]`: what is too long for every change. Parts: `browser`
 * (every browser test three times over without a retry, so that a test that fails now and then is found, and the layout
 * in every language once), `pages` (all saved pages once, where there are any), `firefox` (three times), `bench` (the
 * overlay's benchmark). All of them without `--part`; at the end a table of what passed, in what time, on which commit.
 * Exit code 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { ensureChromium, findFirefox } from './setup/browser.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

const given = process.argv.slice(2);
const at = given.indexOf('--part');
const [, part] = at < 0 ? [] : given.splice(at, 2);
const parts = ['browser', 'pages', 'firefox', 'bench'];
if (at >= 0 && !parts.includes(part)) {
  console.error(`--part takes one of ${parts.join(', ')}.`);
  process.exit(2);
}

ensureDependencies();
process.env.CHROMIUM_PATH = ensureChromium();
const rows = [];
function step(name, command, args, env = {}) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  rows.push({ step: name, passed: status === 0, minutes: Number(((Date.now() - began) / 60_000).toFixed(1)) });
}
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
const [load] = loadavg();
console.log(`Commit ${commit || 'unknown'}, load ${load.toFixed(1)} on ${availableParallelism()} processors.`);
if (load > availableParallelism()) console.log('The machine is busy: what times out may be its fault, not the code’s.');

const work = {
  browser() {
    step('gallery', 'npx', ['wxt', 'build', '--mode', 'development']);
    // The saved pages have a part of their own.
    const all = ['playwright', 'test', '--repeat-each=3', '--retries=0', '--grep-invert=saved pages', ...given];
    step('browser, three times', 'npx', all, { KILLS: '8' });
    // Minutes for a language, and nothing in it depends on chance.
    step('layout in every language', 'npx', ['playwright', 'test', 'layout', '--retries=0'], { LANGS: 'all' });
  },
  pages() {
    const all = ['playwright', 'test', 'real-pages', '--retries=0'];
    step('every saved page', 'npx', all, { REAL_PAGES_EVERY: '1' });
  },
  firefox() {
    if (!findFirefox()) {
      console.log('\n── Firefox: not found (set FIREFOX_PATH)');
      return;
    }
    step('Firefox build', 'npx', ['wxt', 'build', '-b', 'firefox']);
    for (const run of [1, 2, 3]) step(`Firefox, run ${run}`, 'node', ['tests/firefox/smoke.mjs', '', '--long']);
  },
  bench() {
    step('benchmark of the overlay', 'node', ['tests/bench/overlay.mjs']);
  },
};

step('build', 'npx', ['wxt', 'build']);
for (const name of part ? [part] : parts) work[name]();
console.log(`\nCommit ${commit || 'unknown'}`);
console.table(rows);
const failed = rows.filter(({ passed }) => !passed).map(({ step }) => step);
console.log(failed.length === 0 ? 'All passed.' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

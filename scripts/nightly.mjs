/**
 * `npm run nightly`: what is too long for every change. Every browser test three times over without a retry, so that a
 * test that fails now and then is found; all saved pages once, where there are any; Firefox three times; the overlay's
 * benchmark. Arguments go to the first: `npm run nightly -- manners`. Exit code 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { ensureChromium, findFirefox } from './setup/browser.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

ensureDependencies();
process.env.CHROMIUM_PATH = ensureChromium();
const failed = [];
function step(name, command, args) {
  console.log(`\n── ${name}`);
  if (spawnSync(command, args, { stdio: 'inherit', env: process.env }).status !== 0) failed.push(name);
}

step('build', 'npx', ['wxt', 'build']);
step('gallery', 'npx', ['wxt', 'build', '--mode', 'development']);
// The saved pages have a step of their own.
step('browser, three times', 'npx', [
  'playwright',
  'test',
  '--repeat-each=3',
  '--retries=0',
  '--grep-invert=saved pages',
  ...process.argv.slice(2),
]);
process.env.REAL_PAGES_EVERY = '1';
step('every saved page', 'npx', ['playwright', 'test', 'real-pages', '--retries=0']);
if (findFirefox()) {
  step('Firefox build', 'npx', ['wxt', 'build', '-b', 'firefox']);
  for (const run of [1, 2, 3]) step(`Firefox, run ${run}`, 'node', ['tests/firefox/smoke.mjs']);
} else console.log('\n── Firefox: not found (set FIREFOX_PATH)');
step('benchmark of the overlay', 'node', ['tests/bench/overlay.mjs']);
console.log(failed.length === 0 ? '\nAll passed.' : `\nFailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);

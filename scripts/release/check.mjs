/**
 * `npm run release:check`: builds both packages twice from clean copies and compares the bytes, runs the stores' rules
 * and linter, prints sizes and permissions, makes the store's pictures (`--no-pictures` leaves them out).
 * Packages and pictures: `.output/release`. Exit code 1 when something stands in the way of a release.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import addonsLinter from 'addons-linter';
import { buildOf, zipOf } from './build.mjs';
import { faultsOf, permissionsOf } from './rules.mjs';
import { budgets, sizeOf } from './sizes.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const out = '.output/release';
mkdirSync(out, { recursive: true });
const faults = [];
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function lint(path) {
  const linter = addonsLinter.createInstance({
    config: { _: [path], logLevel: 'fatal', output: 'none', stack: false, pretty: false, warningsAsErrors: false },
    runAsBinary: false,
  });
  const { errors, warnings, notices } = await linter.run();
  for (const { message, file, line } of errors) faults.push(`Linter: ${message} (${file ?? ''}:${line ?? ''})`);
  const kinds = new Map();
  for (const { code, file } of [...warnings, ...notices]) {
    const key = `${code} in ${file ?? 'the manifest'}`;
    kinds.set(key, (kinds.get(key) ?? 0) + 1);
  }
  console.log(`  linter: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
  for (const [key, count] of kinds) console.log(`    ${count} × ${key}`);
}

/** Lays a build out as a folder, for the pictures. */
function unpack(build, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, bytes] of build) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
}

for (const browser of ['chrome', 'firefox']) {
  console.log(`\n${browser}`);
  const [first, second] = [buildOf(browser), buildOf(browser)];
  const [zip, again] = [zipOf(first), zipOf(second)];
  const hash = createHash('sha256').update(zip).digest('hex');
  const same = Buffer.compare(zip, again) === 0;
  const path = join(out, `said-before-${version}-${browser}.zip`);
  writeFileSync(path, zip);
  console.log(`  ${path}: ${kB(zip.length)}, ${first.size} files, sha256 ${hash}`);
  console.log(`  built twice: ${same ? 'the same bytes' : 'DIFFERENT bytes'}`);
  if (!same) {
    const differing = [...first].filter(
      ([file, bytes]) => Buffer.compare(bytes, second.get(file) ?? Buffer.of()) !== 0,
    );
    faults.push(`${browser}: two builds differ in ${differing.map(([file]) => file).join(', ') || 'their files'}.`);
  }
  const { required, hosts, optional } = permissionsOf(first);
  console.log(
    `  permissions: ${required.join(', ')}; pages: ${hosts.join(', ')}; asked for later: ${optional.join(', ') || 'none'}`,
  );
  for (const name of Object.keys(budgets)) {
    const { bytes } = sizeOf(name, (file) => (first.has(file) ? Buffer.from(first.get(file)).toString() : null));
    const over = bytes >= budgets[name];
    console.log(`  ${name}: ${kB(bytes)} of ${kB(budgets[name])}${over ? ', OVER' : ''}`);
    if (over) faults.push(`${browser}: ${name} is over its budget.`);
  }
  faults.push(...faultsOf(first).map((fault) => `${browser}: ${fault}`));
  if (browser === 'firefox') await lint(path);
  else unpack(first, join(out, 'chrome'));
}

if (!process.argv.includes('--no-pictures')) {
  const { pictures } = await import('./pictures.mjs');
  console.log('\npictures');
  for (const path of await pictures(join(out, 'pictures'), join(out, 'chrome'))) console.log(`  ${path}`);
}

console.log(
  faults.length === 0 ? '\nReady for release.' : `\nNot ready:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
);
process.exit(faults.length === 0 ? 0 : 1);

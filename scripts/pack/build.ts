/**
 * `npm run pack`: builds public/packs/<id>/pack.json from its source, after compiling its cues once, so that a faulty cue
 * is named here. With `--check` it writes nothing and fails if the built file is not the source's.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTopic } from '../../utils/reading/topic';
import { packText, readSource } from './source';

const id = 'ukraine-peace-talks';
const target = join('public/packs', id, 'pack.json');
const pack = readSource(join('scripts/pack', id));
const text = packText(pack);
compileTopic(pack);
if (!process.argv.includes('--check')) {
  mkdirSync(join('public/packs', id), { recursive: true });
  writeFileSync(target, text);
  console.log(`${target}: ${(text.length / 1024).toFixed(0)} KiB`);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what its source gives: run "npm run pack" and commit the result.`);
  process.exitCode = 1;
}

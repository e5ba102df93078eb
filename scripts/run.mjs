/** `node scripts/run.mjs FILE.ts [arguments]`: runs a TypeScript script of the project with Node. */
import { pathToFileURL } from 'node:url';
import { bundle } from './setup/bundle.mjs';

const [, , script, ...rest] = process.argv;
process.argv.splice(1, process.argv.length - 1, script, ...rest);
/** Faults in what somebody wrote: the message says where and what; where in our code it was found helps nobody. */
const plain = ['PatternError', 'SourceError'];
try {
  await import(pathToFileURL(await bundle(script)).href);
} catch (error) {
  console.error(plain.includes(error?.name) ? error.message : error);
  process.exitCode = 1;
}

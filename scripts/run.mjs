/** `node scripts/run.mjs FILE.ts [arguments]`: runs a TypeScript script of the project with Node. */
import { pathToFileURL } from 'node:url';
import { bundle } from './setup/bundle.mjs';

const [, , script, ...rest] = process.argv;
process.argv.splice(1, process.argv.length - 1, script, ...rest);
await import(pathToFileURL(await bundle(script)).href);

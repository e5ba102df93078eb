/**
 * `npm run pack:build -- STATEMENTS.jsonl --id … --title … --out DIR`: makes a pack and its index from JSON Lines, ready
 * for any static host. The same input gives the same bytes. Options: docs/pack-index.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundled, loadPack } from '../check/packs';
import { useEnglish } from '../setup/words';
import { makePack, type Publication } from './make';

const usage = `npm run pack:build -- STATEMENTS.jsonl --id ID --title TITLE --out DIR
  [--version V] [--date YYYY-MM-DD] [--license L] [--publisher P] [--homepage URL] [--language en]
  [--expires HOURS] [--change "what is new"]… [--lore FILE.json]`;

useEnglish();

/** Ends with what is wrong, each on a line of its own. */
function stop(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(2);
}

const { values, positionals } = (() => {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ id: text, title: text, out: text, version: text, date: text, license: text, publisher: text },
        ...{ homepage: text, language: text, expires: text, lore: text },
        change: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    return stop((error as Error).message, usage);
  }
})();
const [file] = positionals;
if (!file || positionals.length > 1 || !values.id || !values.title || !values.out) stop(usage);
for (const path of [file, values.lore]) if (path && !existsSync(path)) stop(`${path}: there is no such file.`);

const base = await loadPack(bundled());
if (!base.ok) stop(base.fault.message);
const { id, title, out, lore, expires, change, ...rest } = values;
const indexFile = join(out, 'index.json');
const publication: Publication = {
  ...rest,
  id,
  title,
  ...(expires === undefined ? {} : { expiresHours: Number(expires) }),
  changes: change ?? [],
};
const made = await makePack(readFileSync(file), publication, {
  known: new Set(base.value.propositions.map((proposition) => proposition.id)),
  taken: new Set([base.value.id]),
  lore: lore ? readFileSync(lore, 'utf8') : null,
  before: existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null,
});
if (!made.ok) stop(...made.faults);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, made.fileName), made.file);
writeFileSync(indexFile, made.index);
console.log(`${join(out, made.fileName)}: ${made.statements} statements, ${(made.file.length / 1024).toFixed(0)} KiB`);
console.log(`${indexFile}: version ${made.version}`);

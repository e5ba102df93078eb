/** The second copy → a backup that `restore` takes. What is damaged in it costs only itself. */
import type { ReadBackup } from '../backup';
import { isRowOf } from '../backup-rows';
import { textOfBlob } from '../bytes';
import { isObject } from '../check-reading';
import { CorpusError, corpusFault } from '../faults';
import { emptyMine } from '../layers';
import { breather } from '../pause';
import { linesOf } from '../records';
import { type GenerationRow, MINE, type PackRow, type StatementRow, type Step, type StepChanges } from '../rows';
import type { CopyFolder } from './folder';
import { type CopyHead, headOf, type Part } from './head';

/** Largest file taken, unpacked. */
const MOST_BYTES = 2 ** 31;

/** The lines of one file, as far as it can be read. */
async function* linesIn(folder: CopyFolder, { name }: Part): AsyncGenerator<[table: string, row: unknown]> {
  const blob = await folder.read(name);
  if (!blob) return;
  try {
    for await (const lines of linesOf(textOfBlob(blob, { limit: MOST_BYTES })))
      for (const { line } of lines) {
        let read: unknown = null;
        try {
          read = JSON.parse(line);
        } catch {
          continue;
        }
        if (Array.isArray(read) && typeof read[0] === 'string') yield [read[0], read[1]];
      }
  } catch {
    // The rest of the file is damaged.
  }
}

const keyOf = ({ gen, id }: Pick<StatementRow, 'gen' | 'id'>): string => `${gen} ${id}`;

/** Where the table of packs is damaged, the reader's own rows still make the reader's pack. */
function mineOf({ made, parts }: CopyHead, statements: readonly StatementRow[]): [PackRow, GenerationRow[]] {
  const gens = new Set(parts.flatMap(({ gen, pack }) => (gen !== undefined && pack === MINE ? gen : [])));
  const layers = [...gens].map((gen) => ({
    gen,
    count: statements.filter((row) => row.gen === gen && !row.gone).length,
  }));
  const ledger = layers.map(({ gen }): GenerationRow => ({ gen, pack: MINE, state: 'whole', touched: 0 }));
  return [{ ...emptyMine(made), layers }, ledger];
}

/** Everything that the copy holds. Throws a CorpusError where there is none. */
export async function readCopy(folder: CopyFolder): Promise<ReadBackup> {
  const head = await headOf(folder);
  if (!head || head.stamp === '') throw new CorpusError(corpusFault('NoCopy'));
  const breathe = breather();
  const tables = ['packs', 'generations', 'lore', 'mutes', 'history', 'changes', 'meta', 'statements'];
  const rows = new Map<string, unknown[]>(tables.map((table) => [table, []]));
  const statements = new Map<string, StatementRow>();
  const changes = new Map<number, StepChanges>();
  const isLater = ({ kind }: Part): boolean => kind === 'later';
  for (const part of [...head.parts.filter((one) => !isLater(one)), ...head.parts.filter(isLater)])
    for await (const [table, row] of linesIn(folder, part)) {
      await breathe();
      if (table === 'gone' && Array.isArray(row)) statements.delete(keyOf({ gen: row[0], id: row[1] }));
      else if (!isObject(row) || !isRowOf(table, row)) continue;
      else if (table === 'statements')
        statements.set(keyOf(row as unknown as StatementRow), row as unknown as StatementRow);
      else if (table === 'changes') changes.set((row as unknown as StepChanges).seq, row as unknown as StepChanges);
      else rows.get(table)?.push(row);
    }
  // A file of changes may hold steps that the history has forgotten since.
  const steps = (rows.get('history') ?? []) as Step[];
  rows.set(
    'changes',
    steps.flatMap(({ seq }) => changes.get(seq) ?? []),
  );
  rows.set('statements', [...statements.values()]);
  if (rows.get('packs')?.length === 0) {
    const [mine, ledger] = mineOf(head, [...statements.values()]);
    rows.set('packs', [mine]);
    rows.set('generations', ledger);
  }
  return { settings: null, rows };
}

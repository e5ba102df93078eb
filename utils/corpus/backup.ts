/** A full backup: every table as JSON Lines, and the way back to the very same state. */
import type { Result } from '../types';
import { FORMAT, VERSION } from './backup-format';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault, guarded } from './faults';
import { toGone, toRow, toStatement } from './keys';
import { MINE, type StatementRow } from './rows';
import { CHUNK, type Work } from './stage';

const small = ['packs', 'generations', 'lore', 'mutes', 'history', 'meta'] as const;

/** A statement row without its index entries, which follow from the rest. */
const bare = (row: StatementRow): object => {
  const { at: _at, ...rest } = row;
  return rest;
};

const lines = (table: string, rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify([table, row])}\n`).join('');

/** What can change, read in one go: the small tables and the reader's own statements. */
async function changeable(db: CorpusDb): Promise<{ text: string; fixed: number[] }> {
  return db.transaction('r', db.tables, async () => {
    const whole = await db.generations.filter((g) => g.state === 'whole').toArray();
    let text = lines('generations', whole);
    for (const table of small) if (table !== 'generations') text += lines(table, await db.table(table).toArray());
    for (const { gen, pack } of whole)
      if (pack === MINE)
        text += lines('statements', (await db.statements.where(':id').between([gen], [gen, []]).toArray()).map(bare));
    return { text, fixed: whole.filter((g) => g.pack !== MINE).map((g) => g.gen) };
  });
}

/**
 * The backup as pieces of text, to be joined into one file; `settings` is kept as it is. What is written meanwhile is
 * not in it, nor are unfinished imports.
 */
export async function* backup(db: CorpusDb, settings: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, formatVersion: VERSION, made: new Date().toISOString(), settings })}\n`;
  const { text, fixed } = await changeable(db);
  yield text;
  for (const gen of fixed) {
    let last: string | null = null;
    for (;;) {
      const rows: StatementRow[] = await db.statements
        .where(':id')
        .between(last === null ? [gen] : [gen, last], [gen, []], last === null, false)
        .limit(CHUNK)
        .toArray();
      if (rows.length === 0) break;
      yield lines('statements', rows.map(bare));
      last = rows.at(-1)?.id ?? null;
    }
  }
  yield `${JSON.stringify(['end', null])}\n`;
}

export interface ReadBackup {
  settings: unknown;
  rows: Map<string, unknown[]>;
}

/** Reads a backup's text. A file that is cut off, of another format or newer is a fault. */
export function readBackup(text: string): Result<ReadBackup> {
  const refused = (name: string): Result<ReadBackup> => ({ ok: false, fault: corpusFault(name) });
  try {
    const all = text.split('\n').filter(Boolean);
    const head = JSON.parse(all.shift() ?? '') as { format?: unknown; formatVersion?: unknown; settings?: unknown };
    if (head.format !== FORMAT) return refused('NotBackup');
    if (head.formatVersion !== VERSION) return refused('NewerBackup');
    const rows = new Map<string, unknown[]>([...small, 'statements', 'end'].map((table) => [table, []]));
    for (const line of all) {
      const [table, row] = JSON.parse(line) as [string, unknown];
      rows.get(table)?.push(row);
    }
    return rows.get('end')?.length === 1
      ? { ok: true, value: { settings: head.settings, rows } }
      : refused('NotBackup');
  } catch {
    return refused('NotBackup');
  }
}

const restored = (raw: Omit<StatementRow, 'at'>): StatementRow => {
  const row = { ...raw, at: [] };
  return row.gone ? toGone(toStatement(row), row.gen) : toRow(toStatement(row), row.gen, row.over !== undefined);
};

/** Replaces everything by a backup, in one transaction: it succeeds whole or changes nothing. It cannot be undone. */
export function restore(db: CorpusDb, { rows }: ReadBackup, { onProgress, signal }: Work = {}): Promise<Result<null>> {
  return guarded(() =>
    db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
      for (const table of small) await db.table(table).bulkAdd(rows.get(table) ?? []);
      const statements = (rows.get('statements') ?? []) as Omit<StatementRow, 'at'>[];
      for (let i = 0; i < statements.length; i += CHUNK) {
        if (signal?.aborted) throw new CorpusError(corpusFault('Cancelled'));
        await db.statements.bulkAdd(statements.slice(i, i + CHUNK).map(restored));
        onProgress?.(Math.min(i + CHUNK, statements.length), statements.length);
      }
      return null;
    }),
  );
}

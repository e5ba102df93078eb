/** A full backup: every table as JSON Lines, and the way back to the very same state. */
import type { BackupSummary } from '../corpus-service';
import type { Result } from '../types';
import { FORMAT, VERSION } from './backup-format';
import { isRowOf } from './backup-rows';
import { rowsOf } from './batches';
import { type Reading, textOfBlob } from './bytes';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault, guarded } from './faults';
import { toGone, toRow, toStatement } from './keys';
import { type StepV1, split } from './migrations/v2';
import { breather } from './pause';
import { linesOf } from './records';
import { MINE, type PackRow, type StatementRow, type StepChanges } from './rows';
import { CHUNK, type Work } from './stage';
import { tellAll } from './watch';

const small = ['packs', 'generations', 'lore', 'mutes', 'history', 'changes', 'meta'] as const;

/** What a backup may grow to, unpacked. */
const MOST_BYTES = 2 ** 31;

/** A statement row without its index entries, which follow from the rest. */
export const bare = (row: StatementRow): object => {
  const { at: _at, ...rest } = row;
  return rest;
};

/** One row as a line of a backup. */
export const backupLine = (table: string, row: unknown): string => `${JSON.stringify([table, row])}\n`;

/** The first line of a backup. */
export const backupHead = (settings: unknown): string =>
  `${JSON.stringify({ format: FORMAT, formatVersion: VERSION, made: new Date().toISOString(), settings })}\n`;

/** Lines of a backup, and how many statements are in them. */
export interface BackupPiece {
  text: string;
  statements: number;
}

/** The rows of a generation, a chunk at a time. */
async function* piecesOf(db: CorpusDb, gen: number): AsyncGenerator<BackupPiece> {
  for await (const rows of rowsOf(db, gen, CHUNK))
    yield { text: rows.map((row) => backupLine('statements', bare(row))).join(''), statements: rows.length };
}

/** What can change, read in one go: the small tables and the reader's own statements. */
async function changeable(db: CorpusDb): Promise<{ pieces: BackupPiece[]; fixed: number[] }> {
  return db.transaction('r', db.tables, async () => {
    const whole = await db.generations.filter((g) => g.state === 'whole').toArray();
    let text = whole.map((row) => backupLine('generations', row)).join('');
    for (const table of small)
      if (table !== 'generations')
        text += (await db.table(table).toArray()).map((row) => backupLine(table, row)).join('');
    const pieces: BackupPiece[] = [{ text, statements: 0 }];
    for (const { gen, pack } of whole)
      if (pack === MINE) for await (const piece of piecesOf(db, gen)) pieces.push(piece);
    return { pieces, fixed: whole.filter((g) => g.pack !== MINE).map((g) => g.gen) };
  });
}

/**
 * The backup as pieces of text, to be joined into one file; `settings` is kept as it is. What is written meanwhile is
 * not in it, nor are unfinished imports.
 */
export async function* backup(db: CorpusDb, settings: unknown): AsyncGenerator<BackupPiece> {
  yield { text: backupHead(settings), statements: 0 };
  const { pieces, fixed } = await changeable(db);
  yield* pieces;
  for (const gen of fixed) yield* piecesOf(db, gen);
  yield { text: backupLine('end', null), statements: 0 };
}

export interface ReadBackup {
  settings: unknown;
  rows: Map<string, unknown[]>;
}

interface Head {
  settings: unknown;
  /** ISO time; empty where the file does not say. */
  made: string;
}

function headOf(line: string): Head {
  const head = JSON.parse(line) as {
    format?: unknown;
    formatVersion?: unknown;
    settings?: unknown;
    made?: unknown;
  } | null;
  if (head?.format !== FORMAT) throw new CorpusError(corpusFault('NotBackup'));
  if (head.formatVersion !== 1 && head.formatVersion !== VERSION) throw new CorpusError(corpusFault('NewerBackup'));
  return { settings: head.settings, made: typeof head.made === 'string' ? head.made : '' };
}

/**
 * Goes through a backup file, row by row, each checked; `take` gets the tables' rows. Returns its first line. One that is
 * cut off, damaged, of another format or newer is a fault.
 */
async function through(
  file: Blob,
  reading: Reading,
  take: (table: string, row: Record<string, unknown>) => void,
): Promise<Result<Head>> {
  const breathe = breather(reading.signal);
  let head: Head | null = null;
  let ended = false;
  try {
    for await (const lines of linesOf(textOfBlob(file, { limit: MOST_BYTES, ...reading })))
      for (const { row: number, line } of lines) {
        if (line.trim() === '') continue;
        if (!head) {
          head = headOf(line);
          continue;
        }
        const [table, row] = JSON.parse(line) as [string, unknown];
        if (table === 'end') ended = true;
        else if (ended || !isRowOf(table, row)) throw new CorpusError(corpusFault('DamagedBackup', String(number)));
        else take(table, row);
        await breathe();
      }
    return head && ended ? { ok: true, value: head } : { ok: false, fault: corpusFault('NotBackup') };
  } catch (error) {
    reading.signal?.throwIfAborted();
    return { ok: false, fault: error instanceof CorpusError ? error.fault : corpusFault('NotBackup') };
  }
}

/** Reads a backup file whole. */
export async function readBackup(file: Blob, reading: Reading = {}): Promise<Result<ReadBackup>> {
  const rows = new Map<string, unknown[]>([...small, 'statements'].map((table) => [table, []]));
  const read = await through(file, reading, (table, row) => {
    if (table === 'history' && 'changes' in row) {
      const halves = split(row as unknown as StepV1);
      rows.get('history')?.push(halves.step);
      rows.get('changes')?.push(halves.changes);
    } else rows.get(table)?.push(row);
  });
  return read.ok ? { ok: true, value: { settings: read.value.settings, rows } } : read;
}

/** Statements of a pack's row. */
export const statementsOf = (pack: unknown): number =>
  (pack as PackRow).layers.reduce((sum, { count }) => sum + count, 0);

/** Looks through a backup file as restoring it would, and says what it holds. Changes nothing. */
export async function checkBackup(file: Blob, reading: Reading = {}): Promise<Result<BackupSummary>> {
  const found = { statements: 0, packs: 0, steps: 0, mutes: 0 };
  const read = await through(file, reading, (table, row) => {
    if (table === 'packs') {
      found.packs += 1;
      found.statements += statementsOf(row);
    } else if (table === 'history') found.steps += 1;
    else if (table === 'mutes') found.mutes += 1;
  });
  if (!read.ok) return read;
  const { made, settings } = read.value;
  return { ok: true, value: { made, settings: settings !== null && settings !== undefined, ...found } };
}

const restored = (raw: Omit<StatementRow, 'at'>): StatementRow => {
  const row = { ...raw, at: [] };
  return row.gone ? toGone(toStatement(row), row.gen) : toRow(toStatement(row), row.gen, row.over !== undefined);
};

const restoredEnd = (row: StatementRow | null): StatementRow | null => row && restored(row);

/** A step's changes with their rows' index entries made anew. */
const restoredChanges = (step: StepChanges): StepChanges => ({
  ...step,
  changes: step.changes.map((change) =>
    change.table === 'statements'
      ? { ...change, before: restoredEnd(change.before), after: restoredEnd(change.after) }
      : change,
  ),
});

/**
 * Replaces everything by a backup, in one transaction: it succeeds whole or changes nothing. It cannot be undone. `also`
 * is done in the same transaction.
 */
export function restore(
  db: CorpusDb,
  { rows }: ReadBackup,
  { onProgress, signal }: Work = {},
  also: () => Promise<void> = async () => undefined,
): Promise<Result<null>> {
  return guarded(async () => {
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
      for (const table of small) {
        const all = rows.get(table) ?? [];
        await db.table(table).bulkAdd(table === 'changes' ? (all as StepChanges[]).map(restoredChanges) : all);
      }
      const statements = (rows.get('statements') ?? []) as Omit<StatementRow, 'at'>[];
      for (let i = 0; i < statements.length; i += CHUNK) {
        if (signal?.aborted) throw new CorpusError(corpusFault('Cancelled'));
        await db.statements.bulkAdd(statements.slice(i, i + CHUNK).map(restored));
        onProgress?.(Math.min(i + CHUNK, statements.length), statements.length);
      }
      await also();
    });
    tellAll(db.name);
    return null;
  });
}

/**
 * The second copy of what is the reader's own: statements added, changed, deleted; mutes; subscriptions. A browser that
 * finds a database damaged may empty it without asking, and then the copy is all there is.
 */
import { rowsOf } from '../batches';
import type { CorpusDb } from '../db';
import { toStatement } from '../keys';
import { MINE, type StatementRow } from '../rows';
import type { CopyFile } from './file';

export const COPY_FORMAT = 'said-before-own';

/** First line of the copy. */
export interface CopyHead {
  format: typeof COPY_FORMAT;
  /** ISO time. */
  made: string;
  /** Of the state that it is a copy of. */
  stamp: string;
  statements: number;
  deleted: number;
  mutes: number;
  subscriptions: number;
}

/** Rows read at once. */
const BATCH = 2000;
const SUBSCRIPTIONS = 'subscription:';

/** A text that changes with whatever the copy holds. */
async function stampOf(db: CorpusDb): Promise<string> {
  const [mine, mutes, subscriptions] = await Promise.all([
    db.packs.get(MINE),
    db.mutes.toCollection().primaryKeys(),
    db.meta.where('key').startsWith(SUBSCRIPTIONS).toArray(),
  ]);
  return JSON.stringify([mine?.updated ?? '', mine?.layers ?? [], mutes, subscriptions]);
}

/** The first line of the copy; null where there is none, or it is none of ours. */
export async function headOf(file: CopyFile): Promise<CopyHead | null> {
  const [line = ''] = ((await (await file.read())?.slice(0, 1 << 20).text()) ?? '').split('\n', 1);
  try {
    const head = JSON.parse(line) as CopyHead;
    return head.format === COPY_FORMAT ? head : null;
  } catch {
    return null;
  }
}

/** The reader's rows that count, one an id, in pieces. */
async function* ownRows(db: CorpusDb): AsyncGenerator<StatementRow[]> {
  const seen = new Set<string>();
  for (const { gen } of ((await db.packs.get(MINE))?.layers ?? []).toReversed())
    for await (const rows of rowsOf(db, gen, BATCH)) {
      yield rows.filter(({ id }) => !seen.has(id));
      for (const { id } of rows) seen.add(id);
    }
}

const line = (kind: string, value: unknown): string => `${JSON.stringify([kind, value])}\n`;

/** Brings the copy up to date; cheap when nothing changed. Must not be called while a loss waits for the reader's word. */
export async function keepCopy(db: CorpusDb, file: CopyFile): Promise<void> {
  const stamp = await stampOf(db);
  const now = await headOf(file);
  if (now?.stamp === stamp) return;
  const mutes = await db.mutes.toArray();
  const subscriptions = await db.meta.where('key').startsWith(SUBSCRIPTIONS).toArray();
  // Where nothing is the reader's own there is nothing to keep, and no file to begin.
  if (!now && !(await db.packs.get(MINE)) && mutes.length + subscriptions.length === 0) return;
  const pieces: string[] = [];
  let [statements, deleted] = [0, 0];
  for await (const rows of ownRows(db)) {
    pieces.push(rows.map((row) => (row.gone ? line('gone', row.id) : line('statement', toStatement(row)))).join(''));
    const hiding = rows.filter(({ gone }) => gone).length;
    deleted += hiding;
    statements += rows.length - hiding;
  }
  const made = new Date().toISOString();
  const head: CopyHead = {
    ...{ format: COPY_FORMAT, made, stamp, statements, deleted },
    ...{ mutes: mutes.length, subscriptions: subscriptions.length },
  };
  async function* parts(): AsyncGenerator<string> {
    yield `${JSON.stringify(head)}\n`;
    yield* pieces;
    yield [...mutes.map((row) => line('mute', row)), ...subscriptions.map((row) => line('subscription', row))].join('');
  }
  await file.write(parts());
}

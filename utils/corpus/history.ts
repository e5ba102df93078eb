/** Undo and redo: every change to the corpus is a step, and steps outlive the browser. */
import type { Table } from 'dexie';
import type { CorpusDb } from './db';
import { changeRows } from './in-place';
import type { Change, StatementRow, Step } from './rows';
import { summed } from './step';
import { tellOnCommit } from './watch';

/** Steps kept; older ones, and generations only they name, go. */
export const MOST_STEPS = 200;
const MOST_IDS = 1000;

export type Label = Step['label'];

/** Tables that a step may touch: what a transaction that records or replays one must name. */
export const tablesOfSteps = (db: CorpusDb): Table[] => [
  db.statements,
  db.packs,
  db.mutes,
  db.history,
  db.changes,
  db.generations,
  db.shelves,
];

async function forget(db: CorpusDb, seqs: number[]): Promise<void> {
  await db.history.bulkDelete(seqs);
  await db.changes.bulkDelete(seqs);
}

/** Adds a step within the caller's transaction. Steps taken back before can no longer be redone. */
export async function record(db: CorpusDb, label: Label, changes: Change[], ids: string[] = []): Promise<void> {
  await forget(db, await db.history.where('undone').equals(1).primaryKeys());
  const at = new Date().toISOString();
  const seq = await db.history.add({ at, undone: 0, label, ids: ids.slice(0, MOST_IDS), ...summed(changes) });
  await db.changes.add({ seq, changes });
  tellOnCommit(db, changes);
  const surplus = (await db.history.count()) - MOST_STEPS;
  if (surplus > 0) await forget(db, await db.history.orderBy(':id').limit(surplus).primaryKeys());
}

const statementKey = (row: StatementRow): [number, string] => [row.gen, row.id];

/** What a step changed. */
export const changesOf = async (db: CorpusDb, seq: number): Promise<Change[]> =>
  (await db.changes.get(seq))?.changes ?? [];

async function replay(db: CorpusDb, seq: number, to: 'before' | 'after'): Promise<void> {
  const changes = await changesOf(db, seq);
  const from = to === 'before' ? 'after' : 'before';
  const rows: StatementRow[] = [];
  const gone: [number, string][] = [];
  for (const change of changes) {
    const [next, last] = [change[to], change[from]];
    if (change.table === 'statements') {
      if (change[to]) rows.push(change[to]);
      else if (change[from]) gone.push(statementKey(change[from]));
    } else {
      const table = db.table(change.table);
      if (next) await table.put(next);
      else if (last) await table.delete(last.id);
    }
  }
  await changeRows(db, rows, gone);
  tellOnCommit(db, changes);
}

/** Takes the last step back, as a whole. Returns its label, or null when there is none. */
export async function undo(db: CorpusDb): Promise<Label | null> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const step = await db.history.where('undone').equals(0).last();
    if (!step) return null;
    await replay(db, step.seq, 'before');
    await db.history.update(step.seq, { undone: 1 });
    return step.label;
  });
}

/** Does again what was taken back last. Returns its label, or null when there is nothing. */
export async function redo(db: CorpusDb): Promise<Label | null> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const step = await db.history.where('undone').equals(1).first();
    if (!step) return null;
    await replay(db, step.seq, 'after');
    await db.history.update(step.seq, { undone: 0 });
    return step.label;
  });
}

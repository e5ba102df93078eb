/** Undo and redo: every change to the corpus is a step, and steps outlive the browser. */
import type { Table } from 'dexie';
import type { CorpusDb } from './db';
import type { Change, StatementRow, Step } from './rows';
import { tellOnCommit } from './watch';

/** Steps kept; older ones, and generations only they name, go. */
export const MOST_STEPS = 200;
const MOST_IDS = 1000;

export type Label = Step['label'];

/** Tables that a step may touch: what a transaction that records or replays one must name. */
export const tablesOfSteps = (db: CorpusDb): Table[] => [db.statements, db.packs, db.mutes, db.history, db.generations];

/** Adds a step within the caller's transaction. Steps taken back before can no longer be redone. */
export async function record(db: CorpusDb, label: Label, changes: Change[], ids: string[] = []): Promise<void> {
  await db.history.where('undone').equals(1).delete();
  await db.history.add({ at: new Date().toISOString(), undone: 0, label, ids: ids.slice(0, MOST_IDS), changes });
  tellOnCommit(db, changes);
  const surplus = (await db.history.count()) - MOST_STEPS;
  if (surplus > 0) await db.history.orderBy(':id').limit(surplus).delete();
}

const statementKey = (row: StatementRow): [number, string] => [row.gen, row.id];

async function replay(db: CorpusDb, changes: readonly Change[], to: 'before' | 'after'): Promise<void> {
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
  await db.statements.bulkPut(rows);
  await db.statements.bulkDelete(gone);
  tellOnCommit(db, changes);
}

/** Takes the last step back, as a whole. Returns its label, or null when there is none. */
export async function undo(db: CorpusDb): Promise<Label | null> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const step = await db.history.where('undone').equals(0).last();
    if (!step) return null;
    await replay(db, step.changes, 'before');
    await db.history.update(step.seq, { undone: 1 });
    return step.label;
  });
}

/** Does again what was taken back last. Returns its label, or null when there is nothing. */
export async function redo(db: CorpusDb): Promise<Label | null> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const step = await db.history.where('undone').equals(1).first();
    if (!step) return null;
    await replay(db, step.changes, 'after');
    await db.history.update(step.seq, { undone: 0 });
    return step.label;
  });
}

/** What undo and redo would do now: labels, or null. For the buttons of the options page. */
export async function nextSteps(db: CorpusDb): Promise<{ undo: Label | null; redo: Label | null }> {
  const [back, forth] = await Promise.all([
    db.history.where('undone').equals(0).last(),
    db.history.where('undone').equals(1).first(),
  ]);
  return { undo: back?.label ?? null, redo: forth?.label ?? null };
}

/** A record's past: the steps that changed it one by one, newest first. */
export async function historyOf(db: CorpusDb, id: string): Promise<Step[]> {
  const steps = await db.history.where('ids').equals(id).sortBy('seq');
  return steps.reverse().filter((step) => step.undone === 0);
}

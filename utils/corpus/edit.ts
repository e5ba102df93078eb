/** The reader's own changes: single records, deletions, mutes. Each is one step of the history. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { type Label, record, tablesOfSteps } from './history';
import { changeRows } from './in-place';
import { toGone, toRow, toStatement } from './keys';
import { type ActiveLayer, activeLayers, emptyMine } from './layers';
import { type Change, MINE, type MuteRow, type PackRow, type StatementRow } from './rows';
import { fingerprint } from './same';

interface Bench {
  mine: PackRow;
  /** Layers of packs below the reader's own. */
  below: ActiveLayer[];
  changes: Change[];
}

/** The reader's pack as it is, with a generation to write into, made at the first change. */
async function openBench(db: CorpusDb): Promise<Bench> {
  const now = new Date().toISOString();
  const before = (await db.packs.get(MINE)) ?? null;
  const mine = structuredClone(before ?? emptyMine(now));
  if (mine.layers.length === 0) {
    const gen = await db.generations.add({ pack: MINE, state: 'whole', touched: Date.now() });
    mine.layers.push({ gen, count: 0 });
  }
  mine.updated = now;
  const below = activeLayers(await db.packs.toArray()).filter((layer) => layer.pack !== MINE);
  return { mine, below, changes: [{ table: 'packs', before, after: mine }] };
}

const counts = (row: StatementRow | null): number => (row && !row.gone ? 1 : 0);

/** Looks up `ids` in the reader's layers (topmost found) and says which stand in a layer below that one. */
async function standing(
  db: CorpusDb,
  bench: Bench,
  ids: readonly string[],
): Promise<Map<string, { own: StatementRow | null; lower: StatementRow | null }>> {
  const found = new Map<string, { own: StatementRow | null; lower: StatementRow | null }>();
  for (const id of ids) found.set(id, { own: null, lower: null });
  for (const gen of [...bench.mine.layers.map((l) => l.gen).reverse(), ...bench.below.map((l) => l.gen)]) {
    const own = bench.mine.layers.some((l) => l.gen === gen);
    const open = ids.filter((id) => !found.get(id)?.lower);
    const rows = await db.statements.bulkGet(open.map((id): [number, string] => [gen, id]));
    open.forEach((id, i) => {
      const [entry, row] = [found.get(id), rows[i]];
      if (!entry || !row) return;
      if (own && !entry.own) entry.own = row;
      else entry.lower = row;
    });
  }
  return found;
}

async function write(
  db: CorpusDb,
  bench: Bench,
  label: Label,
  rows: { before: StatementRow | null; after: StatementRow | null }[],
): Promise<void> {
  for (const { before, after } of rows) {
    const gen = (after ?? before)?.gen;
    const layer = bench.mine.layers.find((l) => l.gen === gen);
    if (layer) layer.count += counts(after) - counts(before);
    bench.changes.push({ table: 'statements', before, after });
  }
  await db.packs.put(bench.mine);
  await changeRows(
    db,
    rows.flatMap(({ after }) => after ?? []),
    rows.flatMap(({ before, after }): [number, string][] => (before && !after ? [[before.gen, before.id]] : [])),
  );
  const ids = rows.flatMap(({ before, after }) => (after ?? before)?.id ?? []);
  await record(db, label, bench.changes, ids);
}

/**
 * Adds or changes records; a record of a pack is shadowed, never touched, so that the pack's updates and the reader's
 * changes don't meet. `label` names the step; a function is told whether all are new. Returns how many records were written.
 */
export async function putStatements(
  db: CorpusDb,
  statements: readonly Statement[],
  label: Label | ((added: boolean) => Label),
): Promise<number> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const bench = await openBench(db);
    const base = bench.mine.layers[0]?.gen as number;
    const now = await standing(
      db,
      bench,
      statements.map((s) => s.id),
    );
    const added = [...now.values()].every(({ own, lower }) => counts(own ?? lower) === 0);
    const rows = statements.flatMap((statement) => {
      const { own = null, lower = null } = now.get(statement.id) ?? {};
      const visible = own ?? lower;
      if (visible && !visible.gone && fingerprint(toStatement(visible)) === fingerprint(statement)) return [];
      return [{ before: own, after: toRow(statement, own?.gen ?? base, lower !== null) }];
    });
    // A change that changes nothing, such as a button pressed twice, is no step.
    if (rows.length > 0) await write(db, bench, typeof label === 'function' ? label(added) : label, rows);
    return rows.length;
  });
}

/** Deletes records by id: the reader's own go, a pack's are hidden. Returns how many there were. */
export async function deleteStatements(db: CorpusDb, ids: readonly string[], label: Label): Promise<number> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const bench = await openBench(db);
    const base = bench.mine.layers[0]?.gen as number;
    const rows = [...(await standing(db, bench, [...new Set(ids)])).values()].flatMap(({ own, lower }) => {
      const visible = own ?? lower;
      if (!visible || visible.gone) return [];
      const after = lower ? toGone(toStatement(visible), own?.gen ?? base) : null;
      return [{ before: own, after }];
    });
    if (rows.length > 0) await write(db, bench, label, rows);
    return rows.length;
  });
}

/** Adds or removes a mute; undoable like the rest. */
export async function changeMute(
  db: CorpusDb,
  change: { add: Omit<MuteRow, 'added'> } | { remove: string },
  label: Label,
): Promise<void> {
  await db.transaction('rw', tablesOfSteps(db), async () => {
    const id = 'add' in change ? change.add.id : change.remove;
    const before = (await db.mutes.get(id)) ?? null;
    const after = 'add' in change ? { ...change.add, added: before?.added ?? new Date().toISOString() } : null;
    if (!before && !after) return;
    if (after) await db.mutes.put(after);
    else await db.mutes.delete(id);
    await record(db, label, [{ table: 'mutes', before, after }]);
  });
}

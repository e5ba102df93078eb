/** Records that both a pack and the reader changed: whose version counts, and how the reader's gives way. */
import type { Choice, Conflict } from '../corpus-service';
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { type Label, record, tablesOfSteps } from './history';
import { changeRows } from './in-place';
import { toStatement } from './keys';
import { activeLayers, topRows } from './layers';
import { type Change, MINE, type StatementRow } from './rows';
import { fingerprint } from './same';

/** Nothing of the reader's gives way. */
export const KEEP_MINE: Choice = { rest: 'mine', but: [] };

/** Those of `conflicts` whose pack's version was chosen. */
export function yieldedBy({ rest, but }: Choice, conflicts: readonly string[]): string[] {
  const named = new Set(but);
  return conflicts.filter((id) => (rest === 'theirs') !== named.has(id));
}

/**
 * Ids that a new version of an installed pack changes or removes and the reader changed or deleted too. Where both came
 * to the same there is nothing to choose.
 */
export async function conflictIds(
  db: CorpusDb,
  { id: packId, statements }: { id: string; statements: readonly Statement[] },
): Promise<string[]> {
  const packs = await db.packs.toArray();
  const gen = packs.find(({ id }) => id === packId)?.layers[0]?.gen;
  if (gen === undefined) return [];
  const own = activeLayers(packs).flatMap((layer) => (layer.pack === MINE ? layer.gen : []));
  const keys = await db.statements.where('over').anyOf(own).primaryKeys();
  const touched = new Set(keys.map(([, id]) => id));
  const fresh = new Map(statements.flatMap((s): [string, Statement][] => (touched.has(s.id) ? [[s.id, s]] : [])));
  const old = await db.statements.bulkGet([...touched].map((id): [number, string] => [gen, id]));
  const print = (statement: Statement | null | undefined): string => (statement ? fingerprint(statement) : '');
  const changed = old.flatMap((row) =>
    row && print(fresh.get(row.id)) !== fingerprint(toStatement(row)) ? row.id : [],
  );
  const mine = await ownVersions(db, changed);
  return changed.filter((id) => print(mine.get(id)) !== print(fresh.get(id)));
}

/** The reader's rows under these ids, in every layer of theirs, the topmost first. */
async function ownRows(db: CorpusDb, ids: readonly string[]): Promise<StatementRow[]> {
  const layers = (await db.packs.get(MINE))?.layers ?? [];
  const rows: StatementRow[] = [];
  for (const { gen } of layers.toReversed())
    for (const row of await db.statements.bulkGet(ids.map((id): [number, string] => [gen, id])))
      if (row) rows.push(row);
  return rows;
}

/** The reader's own versions of records: null for one that was deleted; those without one are left out. */
export async function ownVersions(db: CorpusDb, ids: readonly string[]): Promise<Map<string, Statement | null>> {
  const found = new Map<string, Statement | null>();
  for (const row of await ownRows(db, ids))
    if (!found.has(row.id)) found.set(row.id, row.gone ? null : toStatement(row));
  return found;
}

/** Both versions of the records `ids`; `theirs` gives the pack's, or nothing where the pack has none any more. */
export async function conflictsOf(
  db: CorpusDb,
  ids: readonly string[],
  theirs: (id: string) => Statement | undefined,
): Promise<Conflict[]> {
  const mine = await ownVersions(db, ids);
  return ids.flatMap((id) => {
    const own = mine.get(id);
    return own === undefined ? [] : [{ id, mine: own, theirs: theirs(id) ?? null }];
  });
}

/**
 * Takes the reader's rows under these ids away, within the caller's transaction, so that what lies below counts again.
 * Returns what was changed, for the caller's step.
 */
export async function yielding(db: CorpusDb, ids: readonly string[]): Promise<Change[]> {
  const before = await db.packs.get(MINE);
  const rows = before ? await ownRows(db, ids) : [];
  if (!before || rows.length === 0) return [];
  const after = { ...structuredClone(before), updated: new Date().toISOString() };
  const counted = new Set<string>();
  for (const { id, gen, gone } of rows) {
    const layer = after.layers.find((one) => one.gen === gen);
    if (layer && !gone && !counted.has(id)) layer.count -= 1;
    counted.add(id);
  }
  await db.packs.put(after);
  await changeRows(
    db,
    [],
    rows.map(({ gen, id }): [number, string] => [gen, id]),
  );
  return [
    { table: 'packs', before, after },
    ...rows.map((row): Change => ({ table: 'statements', before: row, after: null })),
  ];
}

/** Lets the reader's versions of these records give way, as one step. Returns how many there were. */
export async function giveWay(db: CorpusDb, ids: readonly string[], label: (count: number) => Label): Promise<number> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const changes = await yielding(db, ids);
    const touched = [...new Set(changes.flatMap((one) => (one.table === 'statements' ? (one.before?.id ?? []) : [])))];
    if (touched.length > 0) await record(db, label(touched.length), changes, touched);
    return touched.length;
  });
}

/** Those of `ids` that a pack has too: the reader's own records, which nothing would take the place of, are left out. */
export async function ofPacks(db: CorpusDb, ids: readonly string[]): Promise<string[]> {
  const below = activeLayers(await db.packs.toArray()).filter(({ pack }) => pack !== MINE);
  return (await topRows(db, ids, below)).map(({ row }) => row.id);
}

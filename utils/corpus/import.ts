/** Import: a plan that says what would happen, then the work, all or nothing and one step of the history. */
import type { Reading, Statement } from '../types';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault } from './faults';
import { record, tablesOfSteps } from './history';
import { rangeOf, toStatement } from './keys';
import { activeLayers, emptyMine, openView, type View } from './layers';
import { MINE } from './rows';
import { contentKey, fingerprint } from './same';
import { CHUNK, stage, type Work } from './stage';

export interface ImportPlan {
  added: Statement[];
  changed: { before: Statement; after: Statement }[];
  /** `same`: the record is there as it is; `copy`: speaker, day and words are there under the id `of`. */
  skipped: { statement: Statement; why: 'same' | 'copy'; of: string }[];
}

/** Records that stand in the corpus under these ids, as they count now. */
async function held(db: CorpusDb, view: View, ids: readonly string[]): Promise<Map<string, Statement>> {
  const found = new Map<string, Statement>();
  for (const { gen, count } of view.layers) {
    // A small layer's keys are read in one go, which is far cheaper than asking for each id.
    const keys =
      count < ids.length * 4
        ? new Set((await db.statements.where(':id').between([gen], [gen, []]).primaryKeys()).map(([, id]) => id))
        : null;
    const wanted = ids.filter((id) => !found.has(id) && (keys?.has(id) ?? true));
    for (let i = 0; i < wanted.length; i += CHUNK) {
      const rows = await db.statements.bulkGet(wanted.slice(i, i + CHUNK).map((id): [number, string] => [gen, id]));
      for (const row of rows) if (row && !row.gone && !view.hidden(row.id, gen)) found.set(row.id, toStatement(row));
    }
  }
  return found;
}

/** Content → id of the statements that the corpus holds by these speakers within the days of the import. */
async function contents(db: CorpusDb, view: View, incoming: readonly Statement[]): Promise<Map<string, string>> {
  const spans = new Map<string, { first: string; last: string }>();
  for (const { speaker, date } of incoming) {
    const span = spans.get(speaker);
    if (!span) spans.set(speaker, { first: date, last: date });
    else if (date < span.first) span.first = date;
    else if (date > span.last) span.last = date;
  }
  const found = new Map<string, string>();
  for (const { gen } of view.layers)
    for (const [value, { first, last }] of spans) {
      const { upper } = rangeOf(gen, { by: 's', value }, null, first);
      const { lower } = rangeOf(gen, { by: 's', value }, last, null);
      // The last day itself counts, so the bound loses the mark that would leave it out.
      const rows = await db.statements.where('at').between(lower.slice(0, -1), upper).toArray();
      for (const row of rows) if (!view.hidden(row.id, gen)) found.set(contentKey(row), row.id);
    }
  return found;
}

/** CSV has no room for some fields: what it cannot say is taken from the record that it changes. */
function withUnsaid(before: Statement, after: Statement): Statement {
  const readings = after.readings.map((reading): Reading => {
    const old = before.readings.find((r) => r.proposition === reading.proposition && r.stance === reading.stance);
    if (!old) return reading;
    const figure = reading.figure && old.figure?.said ? { ...reading.figure, said: old.figure.said } : reading.figure;
    return { ...reading, ...(figure ? { figure } : {}), ...(old.readBy ? { readBy: old.readBy } : {}) };
  });
  return { ...after, ...(before.dateBasis ? { dateBasis: before.dateBasis } : {}), readings };
}

/** The dry run: what importing these (validated) statements would add, change and skip. `csv` fills what CSV can't say. */
export async function planImport(
  db: CorpusDb,
  incoming: readonly Statement[],
  { csv = false }: { csv?: boolean } = {},
): Promise<ImportPlan> {
  const view = await openView(db);
  const known = await held(
    db,
    view,
    incoming.map((s) => s.id),
  );
  const words = await contents(db, view, incoming);
  const plan: ImportPlan = { added: [], changed: [], skipped: [] };
  for (const statement of incoming) {
    const before = known.get(statement.id);
    const after = before && csv ? withUnsaid(before, statement) : statement;
    const copy = before ? undefined : words.get(contentKey(statement));
    if (before && fingerprint(before) === fingerprint(after))
      plan.skipped.push({ statement, why: 'same', of: before.id });
    else if (before) plan.changed.push({ before, after });
    else if (copy !== undefined) plan.skipped.push({ statement, why: 'copy', of: copy });
    else {
      plan.added.push(statement);
      words.set(contentKey(statement), statement.id);
    }
  }
  return plan;
}

export interface ImportWork extends Work {
  /** Readings for a statement that came without; they are marked as the engine's. */
  propose?: (statement: Statement) => Reading[];
}

/**
 * Carries a plan out: a new layer of the reader's own pack, named last, so that it is there whole or not at all.
 * Returns the number of statements written. Throws a CorpusError when cancelled and the store's error when it fails;
 * nothing is then left behind.
 */
export async function runImport(db: CorpusDb, plan: ImportPlan, name: string, work: ImportWork = {}): Promise<number> {
  const { propose, ...rest } = work;
  const read = (statement: Statement): Statement =>
    propose && statement.readings.length === 0 ? { ...statement, readings: propose(statement) } : statement;
  const all = [...plan.added, ...plan.changed.map((change) => change.after)].map(read);
  if (all.length === 0) return 0;
  const changed = plan.changed.map((change) => change.after.id);
  const run = async (): Promise<void> => {
    const gen = await stage(db, MINE, all, rest, new Set(changed));
    await db.transaction('rw', tablesOfSteps(db), async () => {
      if (work.signal?.aborted) throw new CorpusError(corpusFault('Cancelled'));
      const now = new Date().toISOString();
      const before = (await db.packs.get(MINE)) ?? null;
      const base = before ?? emptyMine(now);
      const after = { ...base, updated: now, layers: [...base.layers, { gen, count: all.length }] };
      await db.packs.put(after);
      if ((await db.generations.update(gen, { state: 'whole' })) === 0) throw new CorpusError(corpusFault('Cancelled'));
      const label = { key: 'stepImported', args: [name, String(all.length)] };
      await record(db, label, [{ table: 'packs', before, after }], changed);
    });
  };
  if (all.length > CHUNK) await run();
  else await db.transaction('rw', tablesOfSteps(db), run);
  return all.length;
}

export interface PackDiff {
  added: string[];
  changed: string[];
  removed: string[];
  /** Records that the pack changes or removes and the reader has changed too: the reader's stay in force. */
  conflicts: string[];
}

/** What a new version of a pack would change; ids throughout. */
export async function diffPack(
  db: CorpusDb,
  pack: { id: string; statements: readonly Statement[] },
): Promise<PackDiff> {
  const packs = await db.packs.toArray();
  const gen = packs.find((row) => row.id === pack.id)?.layers[0]?.gen;
  const old = new Map<string, string>();
  if (gen !== undefined)
    await db.statements
      .where(':id')
      .between([gen], [gen, []])
      .each((row) => void old.set(row.id, fingerprint(toStatement(row))));
  const diff: PackDiff = { added: [], changed: [], removed: [], conflicts: [] };
  const now = new Set<string>();
  for (const statement of pack.statements) {
    now.add(statement.id);
    const before = old.get(statement.id);
    if (before === undefined) diff.added.push(statement.id);
    else if (before !== fingerprint(statement)) diff.changed.push(statement.id);
  }
  diff.removed = [...old.keys()].filter((id) => !now.has(id));
  const own = activeLayers(packs).filter((layer) => layer.pack === MINE);
  const touched = new Set<string>();
  for (const [, id] of await db.statements
    .where('over')
    .anyOf(own.map((layer) => layer.gen))
    .primaryKeys())
    touched.add(id);
  diff.conflicts = [...diff.changed, ...diff.removed].filter((id) => touched.has(id));
  return diff;
}

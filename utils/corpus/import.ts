/** Import: a plan that says what would happen, then the work, all or nothing and one step of the history. */
import type { Reading, Statement } from '../types';
import type { CorpusDb } from './db';
import { rangeOf, toStatement } from './keys';
import { addLayer } from './layer';
import { openView, type View } from './layers';
import { breather } from './pause';
import { MINE } from './rows';
import { contentKey, fingerprint } from './same';
import { CHUNK, type Staged, type Work } from './stage';

export interface ImportPlan {
  added: Statement[];
  /** `mine`: the record as it counts now is in the reader's own pack. */
  changed: { before: Statement; after: Statement; mine: boolean }[];
  /** `same`: the record is there as it is; `copy`: speaker, day and words are there under the id `of`. */
  skipped: { statement: Statement; why: 'same' | 'copy'; of: string }[];
}

interface Held {
  statement: Statement;
  mine: boolean;
}

/** Records that stand in the corpus under these ids, as they count now. */
async function held(db: CorpusDb, view: View, ids: readonly string[]): Promise<Map<string, Held>> {
  const found = new Map<string, Held>();
  for (const { gen, count, pack } of view.layers) {
    // A small layer's keys are read in one go, which is far cheaper than asking for each id.
    const keys =
      count < ids.length * 4
        ? new Set((await db.statements.where(':id').between([gen], [gen, []]).primaryKeys()).map(([, id]) => id))
        : null;
    const wanted = ids.filter((id) => !found.has(id) && (keys?.has(id) ?? true));
    for (let i = 0; i < wanted.length; i += CHUNK) {
      const rows = await db.statements.bulkGet(wanted.slice(i, i + CHUNK).map((id): [number, string] => [gen, id]));
      for (const row of rows)
        if (row && !row.gone && !view.hidden(row.id, gen))
          found.set(row.id, { statement: toStatement(row), mine: pack === MINE });
    }
  }
  return found;
}

/** Content → id of the statements that the corpus holds by these speakers within the days of the import. */
async function contents(
  db: CorpusDb,
  view: View,
  incoming: readonly Statement[],
  breathe: () => Promise<void>,
): Promise<Map<string, string>> {
  const spans = new Map<string, { first: string; last: string }>();
  for (const { speaker, date } of incoming) {
    await breathe();
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
      for (const row of rows) {
        await breathe();
        if (!view.hidden(row.id, gen)) found.set(contentKey(row), row.id);
      }
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
  { csv = false, signal }: { csv?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<ImportPlan> {
  const breathe = breather(signal);
  const view = await openView(db);
  const known = await held(
    db,
    view,
    incoming.map((s) => s.id),
  );
  const words = await contents(db, view, incoming, breathe);
  const plan: ImportPlan = { added: [], changed: [], skipped: [] };
  for (const statement of incoming) {
    await breathe();
    const { statement: before, mine = false } = known.get(statement.id) ?? {};
    const after = before && csv ? withUnsaid(before, statement) : statement;
    const copy = before ? undefined : words.get(contentKey(statement));
    if (before && fingerprint(before) === fingerprint(after))
      plan.skipped.push({ statement, why: 'same', of: before.id });
    else if (before) plan.changed.push({ before, after, mine });
    else if (copy !== undefined) plan.skipped.push({ statement, why: 'copy', of: copy });
    else {
      plan.added.push(statement);
      words.set(contentKey(statement), statement.id);
    }
  }
  return plan;
}

/** Time after which a piece goes to the store although it is small, ms. */
const SOON = 500;

export interface ImportWork extends Work {
  /** Readings for a statement that came without; they are marked as the engine's. */
  propose?: (statement: Statement) => Reading[];
}

/**
 * Carries a plan out: a new layer of the reader's own pack, there whole or not at all. Returns the number of statements
 * written. Throws a CorpusError when cancelled and the store's error when it fails; nothing is then left behind.
 */
export async function runImport(db: CorpusDb, plan: ImportPlan, name: string, work: ImportWork = {}): Promise<number> {
  const { propose } = work;
  const size = plan.added.length + plan.changed.length;
  if (size === 0) return 0;
  const breathe = breather(work.signal);
  const read = (statement: Statement): Statement =>
    propose && statement.readings.length === 0 ? { ...statement, readings: propose(statement) } : statement;
  async function* pieces(): AsyncGenerator<Staged[]> {
    let piece: Staged[] = [];
    let began = performance.now();
    for (let i = 0; i < size; i += 1) {
      const over = i >= plan.added.length;
      const statement = over ? plan.changed[i - plan.added.length]?.after : plan.added[i];
      if (statement) piece.push({ statement: read(statement), over });
      if (propose && size > CHUNK) await breathe();
      // Where the engine has much to read, a piece is smaller: the reader sees that it goes on.
      const full = piece.length >= CHUNK || (size > CHUNK && performance.now() - began > SOON);
      if (!full && i < size - 1) continue;
      yield piece;
      [piece, began] = [[], performance.now()];
    }
  }
  const mine = plan.changed.filter((change) => change.mine).length;
  await addLayer(db, { size, pieces: pieces() }, work, {
    label: { key: 'stepImported', args: [name, String(size)] },
    grows: size - mine,
    ids: plan.changed.map((change) => change.after.id),
  });
  return size;
}

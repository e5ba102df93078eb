/** Statements straight from the index, without the catalogue: the newest ones at once, or all of them in no order. */
import { rowsOf } from './batches';
import type { CorpusDb } from './db';
import { rangeOf, toStatement } from './keys';
import { type ActiveLayer, openView, type View } from './layers';
import type { StatementRow } from './rows';
import type { Placed } from './source';

/** Rows read at once. */
const BATCH = 2000;

const placed = (row: StatementRow, { pack }: ActiveLayer): Placed => ({ ...toStatement(row), pack });

/** The newest rows of one layer that nothing above hides. */
async function newestOf(db: CorpusDb, view: View, { gen }: ActiveLayer, limit: number): Promise<StatementRow[]> {
  const { lower, upper } = rangeOf(gen, { by: 'd' }, null, null);
  for (let most = limit; ; most *= 2) {
    const rows = await db.statements.where('at').between(lower, upper).limit(most).toArray();
    const seen = rows.filter(({ id }) => !view.hidden(id, gen));
    if (seen.length >= limit || rows.length < most) return seen.slice(0, limit);
  }
}

/** The newest statements, at most `limit`. Costs one short read a layer, however large the corpus is. */
export async function newest(db: CorpusDb, limit: number): Promise<Placed[]> {
  const view = await openView(db);
  const found = new Map<string, Placed>();
  // Layers come topmost first, so of two packs' records with one id the upper one stays.
  for (const layer of view.layers)
    for (const row of await newestOf(db, view, layer, limit))
      if (!found.has(row.id)) found.set(row.id, placed(row, layer));
  return [...found.values()].sort((a, b) => b.date.localeCompare(a.date)).slice(0, limit);
}

/** All statements in batches, layer by layer: memory stays flat however many there are. */
export async function* everyStatement(db: CorpusDb): AsyncGenerator<Placed[]> {
  const view = await openView(db);
  const others = view.layers.length > 1 ? new Set<string>() : null;
  for (const layer of view.layers)
    for await (const rows of rowsOf(db, layer.gen, BATCH)) {
      const seen = rows.filter(({ id, gone }) => !gone && !view.hidden(id, layer.gen) && !others?.has(id));
      for (const { id } of seen) others?.add(id);
      if (seen.length > 0) yield seen.map((row) => placed(row, layer));
    }
}

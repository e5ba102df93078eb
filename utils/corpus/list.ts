/** Statements straight from the index, without the catalogue: the newest ones at once, or all of them in no order. */
import { rowsOf } from './batches';
import type { CorpusDb } from './db';
import { toStatement } from './keys';
import { type ActiveLayer, openView } from './layers';
import { newest as newestRows } from './newest';
import type { StatementRow } from './rows';
import type { Placed } from './source';

/** Rows read at once. */
const BATCH = 2000;

const placed = (row: StatementRow, { pack }: ActiveLayer): Placed => ({ ...toStatement(row), pack });

/** The newest statements, at most `limit`. Costs one short read a layer, however large the corpus is. */
export async function newest(db: CorpusDb, limit: number): Promise<Placed[]> {
  const view = await openView(db);
  const all = { facet: { by: 'd' }, before: null, after: null } as const;
  const found = await db.transaction('r', db.statements, () => newestRows(db, view, all, limit));
  return found.map(({ row, layer }) => placed(row, layer));
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

/** Rows of a layer, some at a time: memory stays flat however many there are. */
import type { CorpusDb } from './db';
import type { StatementRow } from './rows';

/** All rows of a generation by id, those after `from` only, at most `size` at once; none is empty. */
export async function* rowsOf(
  db: CorpusDb,
  gen: number,
  size: number,
  from: string | null = null,
): AsyncGenerator<StatementRow[]> {
  let last = from;
  for (;;) {
    const rows: StatementRow[] = await db.statements
      .where(':id')
      .between(last === null ? [gen] : [gen, last], [gen, []], last === null, false)
      .limit(size)
      .toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1)?.id ?? null;
  }
}

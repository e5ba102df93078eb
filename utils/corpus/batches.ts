/** Rows of a layer, some at a time: memory stays flat however many there are. The next are read while some are worked on. */
import type { CorpusDb } from './db';
import type { StatementRow } from './rows';

/** All rows of a generation by id, those after `from` only, at most `size` at once; none is empty. */
export async function* rowsOf(
  db: CorpusDb,
  gen: number,
  size: number,
  from: string | null = null,
): AsyncGenerator<StatementRow[]> {
  const read = (last: string | null): PromiseLike<StatementRow[]> =>
    db.statements
      .where(':id')
      .between(last === null ? [gen] : [gen, last], [gen, []], last === null, false)
      .limit(size)
      .toArray();
  let next: PromiseLike<StatementRow[]> | null = read(from);
  while (next) {
    const rows: StatementRow[] = await next;
    next = rows.length < size ? null : read(rows.at(-1)?.id ?? null);
    // Whoever stops here does not ask for the next, nor whether it can be read.
    next?.then(undefined, () => undefined);
    if (rows.length > 0) yield rows;
  }
}

/** Single rows of the reader's layers are changed where they lie; what was made from them goes in the same transaction. */
import type { CorpusDb } from './db';
import type { StatementRow } from './rows';
import { unshelve } from './shelves';

/** Writes and deletes rows within the caller's transaction. */
export async function changeRows(
  db: CorpusDb,
  rows: readonly StatementRow[],
  gone: readonly [gen: number, id: string][],
): Promise<void> {
  await db.statements.bulkPut(rows);
  await db.statements.bulkDelete([...gone]);
  for (const gen of new Set([...rows.map((row) => row.gen), ...gone.map(([of]) => of)])) await unshelve(db, gen);
}

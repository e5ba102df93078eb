/** Records that say what another says: the warning of the editor, and what an import passes over. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { rangeOf } from './keys';
import { openView } from './layers';
import { contentKey } from './same';

/**
 * Other records by the same speaker on the same day with the same words, or with the same link on any day. Costs the
 * records of that speaker, at most `MOST`.
 */
export async function duplicatesOf(
  db: CorpusDb,
  statement: Statement,
): Promise<{ id: string; why: 'words' | 'link' }[]> {
  const view = await openView(db);
  const own = contentKey(statement);
  const found = new Map<string, 'words' | 'link'>();
  for (const { gen } of view.layers) {
    const { lower, upper } = rangeOf(gen, { by: 's', value: statement.speaker }, null, null);
    await db.statements
      .where('at')
      .between(lower, upper)
      .limit(MOST)
      .each((row) => {
        if (row.id === statement.id || view.hidden(row.id, gen)) return;
        if (contentKey(row) === own) found.set(row.id, 'words');
        else if (row.source.url === statement.source.url && !found.has(row.id)) found.set(row.id, 'link');
      });
  }
  return [...found].map(([id, why]) => ({ id, why }));
}

/** A speaker with more records than this is not searched through to the end. */
const MOST = 20_000;

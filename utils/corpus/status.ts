/** How the corpus is doing, in numbers kept with the packs: nothing is counted. */
import type { CorpusStatus } from '../messages';
import type { CorpusDb } from './db';

/** Packs with their sizes. The sum counts a shadowed record twice, which a status line can bear. */
export async function corpusStatus(db: CorpusDb): Promise<CorpusStatus> {
  const packs = (await db.packs.toArray()).map(({ id, title, version, date, layers, enabled }) => ({
    id,
    title,
    version,
    date,
    enabled,
    statements: layers.reduce((sum, layer) => sum + layer.count, 0),
  }));
  const statements = packs.reduce((sum, pack) => sum + (pack.enabled ? pack.statements : 0), 0);
  return { ready: true, statements, packs, fault: null };
}

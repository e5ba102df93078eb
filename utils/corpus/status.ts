/** How the corpus is doing, in numbers kept with the packs: nothing is counted. */
import type { CorpusDb } from './db';
import type { PackRow } from './rows';

/** A pack in short. */
export interface PackSummary extends Pick<PackRow, 'id' | 'title' | 'languages' | 'version' | 'date' | 'enabled'> {
  statements: number;
}

/** Packs with their sizes, and the sum of the enabled ones; a record that shadows another counts for both. */
export async function sizes(db: CorpusDb): Promise<{ statements: number; packs: PackSummary[] }> {
  const packs = (await db.packs.toArray()).map(({ id, title, languages, version, date, layers, enabled }) => ({
    id,
    title,
    ...(languages ? { languages } : {}),
    version,
    date,
    enabled,
    statements: layers.reduce((sum, layer) => sum + layer.count, 0),
  }));
  return { packs, statements: packs.reduce((sum, pack) => sum + (pack.enabled ? pack.statements : 0), 0) };
}

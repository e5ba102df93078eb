/** Which generations count, and which shadows which. */
import type { CorpusDb } from './db';
import { MINE, type PackRow, type StatementRow } from './rows';

export interface ActiveLayer {
  gen: number;
  pack: string;
  count: number;
  /** When the pack was last changed: of one moment, a layer has the same rows. */
  updated: string;
}

/** Everything a reading of the corpus needs to know beforehand; valid for as long as no pack changes. */
export interface View {
  /** Topmost first. */
  layers: ActiveLayer[];
  /** Is the record `id` of generation `gen` hidden by one above it? */
  hidden(id: string, gen: number): boolean;
}

/** One text for one moment: a layer has other rows only when its pack was changed. */
export const momentOf = (layers: readonly ActiveLayer[]): string => JSON.stringify(layers);

const rank = (pack: PackRow): number => (pack.kind === 'mine' ? 0 : pack.kind === 'bundled' ? 2 : 1);

/** Layers of the enabled packs, topmost first: the reader's own, then packs added, newest first, then the bundled one. */
export function activeLayers(packs: readonly PackRow[]): ActiveLayer[] {
  return packs
    .filter((pack) => pack.enabled)
    .sort((a, b) => rank(a) - rank(b) || b.updated.localeCompare(a.updated))
    .flatMap((pack) =>
      pack.layers.map(({ gen, count }) => ({ gen, count, pack: pack.id, updated: pack.updated })).reverse(),
    );
}

/** Height of each layer's generation: the higher one's record counts. */
export const heightsOf = (layers: readonly ActiveLayer[]): Map<number, number> =>
  new Map(layers.map(({ gen }, i) => [gen, layers.length - i]));

/**
 * Reads which layers count now. Costs a read of the few pack rows; and, unless a view `known` from before still holds, of
 * the keys of records that shadow another, all layers' at once.
 */
export async function openView(db: CorpusDb, only?: (pack: PackRow) => boolean, known?: View | null): Promise<View> {
  return db.transaction('r', db.packs, db.statements, async () => {
    const packs = await db.packs.toArray();
    const all = activeLayers(packs);
    if (known && momentOf(known.layers) === momentOf(all)) return known;
    const wanted = only ? new Set(packs.filter(only).map((pack) => pack.id)) : null;
    const height = heightsOf(all);
    const tops = new Map<string, number>();
    const over = await Promise.all(all.map(({ gen }) => db.statements.where('over').equals(gen).primaryKeys()));
    for (const [gen, id] of over.flat()) {
      const own = height.get(gen) as number;
      if (own > (tops.get(id) ?? 0)) tops.set(id, own);
    }
    return {
      layers: wanted ? all.filter((layer) => wanted.has(layer.pack)) : all,
      hidden: (id, gen) => (tops.get(id) ?? 0) > (height.get(gen) ?? 0),
    };
  });
}

export interface TopRow {
  row: StatementRow;
  layer: ActiveLayer;
}

/** Where a record was when it was last listed: the number of its generation. */
export type Likely = (id: string) => number | null;

/**
 * The records that count for these ids, with their packs; ids that have none, or were deleted, are left out. Looks through
 * layer by layer, the topmost first. Where it is told where a record is likely to be it looks there before all other
 * packs, but for the reader's own layers: what the reader changed counts, whoever listed what before.
 */
export async function topRows(
  db: CorpusDb,
  ids: readonly string[],
  layers: readonly ActiveLayer[],
  likely?: Likely,
): Promise<TopRow[]> {
  const found = new Map<string, TopRow>();
  const look = async (layerOf: (id: string) => ActiveLayer | undefined): Promise<void> => {
    const open = ids.flatMap((id): [string, ActiveLayer][] => {
      const layer = found.has(id) ? undefined : layerOf(id);
      return layer ? [[id, layer]] : [];
    });
    if (open.length === 0) return;
    const rows = await db.statements.bulkGet(open.map(([id, { gen }]): [number, string] => [gen, id]));
    open.forEach(([id, layer], i) => {
      const row = rows[i];
      if (row) found.set(id, { row, layer });
    });
  };
  const others = layers.filter(({ pack }) => pack !== MINE);
  for (const layer of layers) if (layer.pack === MINE) await look(() => layer);
  if (likely) {
    const byGen = new Map(others.map((layer) => [layer.gen, layer]));
    await look((id) => byGen.get(likely(id) ?? 0));
  }
  for (const layer of others) await look(() => layer);
  return ids.flatMap((id) => {
    const top = found.get(id);
    return top && !top.row.gone ? [top] : [];
  });
}

/** The record that counts for one id. */
export const topRow = async (db: CorpusDb, id: string, layers: readonly ActiveLayer[]): Promise<TopRow | undefined> =>
  (await topRows(db, [id], layers))[0];

/** An empty pack row for the reader's own records. */
export const emptyMine = (now: string): PackRow => ({
  id: MINE,
  kind: 'mine',
  title: '',
  version: '1',
  date: now.slice(0, 10),
  language: 'en',
  license: '',
  publisher: '',
  homepage: '',
  enabled: true,
  layers: [],
  sha256: '',
  updated: now,
});

/** What the history says of a step, from the rows it changed. Pure. */
import { type Change, MINE, type PackRow, type Step } from './rows';

const layersOf = (pack: Pick<PackRow, 'layers'> | null | undefined): number[] =>
  (pack?.layers ?? []).map(({ gen }) => gen);

/** Generations that a pack's row names: its layers, and those of the version before it. */
export const gensOf = (pack: PackRow | null): number[] => [...layersOf(pack), ...layersOf(pack?.previous)];

/** Records that changes concern; null where only the pack as a whole is known. */
function countOf(changes: readonly Change[]): number | null {
  const rows = changes.filter(({ table }) => table !== 'packs').length;
  const packs = changes.filter((change) => change.table === 'packs');
  // A pack's update to which records of the reader's gave way is the pack's.
  const pack = packs.find(({ before, after }) => (after ?? before)?.id !== MINE) ?? packs[0];
  if (rows > 0 && (pack?.after ?? pack?.before ?? { id: MINE }).id === MINE) return rows;
  const old = new Set(layersOf(pack?.before));
  const fresh = (pack?.after?.layers ?? []).filter(({ gen }) => !old.has(gen));
  return fresh.length > 0 ? fresh.reduce((sum, layer) => sum + (layer.rows ?? layer.count), 0) : null;
}

/** The part of a step that follows from its changes. */
export function summed(changes: readonly Change[]): Pick<Step, 'gens' | 'by' | 'byTitle' | 'count'> {
  const packs = changes.flatMap((change) => (change.table === 'packs' ? [change.before, change.after] : []));
  const other = packs.findLast((pack) => pack && pack.id !== MINE);
  return {
    gens: [...new Set(packs.flatMap(gensOf))],
    by: other?.id ?? MINE,
    byTitle: other?.title ?? '',
    count: countOf(changes),
  };
}

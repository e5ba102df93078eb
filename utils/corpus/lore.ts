/** What the enabled packs teach the engine: their propositions, people and topics. */
import type { CorpusDb } from './db';
import { activeLayers } from './layers';
import { type Lore, mergeLore } from './merge-lore';

/** The key alone: cheap, for seeing whether anything compiled must be compiled again. */
export async function loreKey(db: CorpusDb): Promise<string> {
  return activeLayers(await db.packs.toArray())
    .map(({ gen }) => gen)
    .join(' ');
}

/** The lore of the enabled packs, the bundled one first. */
export async function readLore(db: CorpusDb): Promise<Lore> {
  return db.transaction('r', db.packs, db.lore, async () => {
    const gens = activeLayers(await db.packs.toArray()).map(({ gen }) => gen);
    const rows = await db.lore.bulkGet(gens.toReversed());
    return mergeLore(
      rows.filter((row) => row !== undefined),
      gens.join(' '),
    );
  });
}

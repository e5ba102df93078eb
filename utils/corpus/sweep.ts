/** Removes what nothing names any more: imports that did not finish, versions that the history has forgotten. */
import type { CorpusDb } from './db';
import { dropGeneration } from './stage';

/** A staged generation untouched for so long belongs to an import that died, ms. */
const DEAD = 60_000;

/**
 * Sweeps once; meant for each start of the worker. Live imports of other pages are left alone. Returns the number of
 * generations removed.
 */
export async function sweep(db: CorpusDb, now = Date.now()): Promise<number> {
  const dead = await db.transaction('r', db.generations, db.packs, db.history, async () => {
    const named = new Set<number>();
    const name = (layers: readonly { gen: number }[] | undefined): void => {
      for (const { gen } of layers ?? []) named.add(gen);
    };
    for (const pack of await db.packs.toArray()) name(pack.layers);
    await db.history.each(({ changes }) => {
      for (const change of changes)
        if (change.table === 'packs') {
          name(change.before?.layers);
          name(change.after?.layers);
        }
    });
    const all = await db.generations.toArray();
    return all.filter((g) => !named.has(g.gen) && (g.state === 'whole' || now - g.touched > DEAD)).map((g) => g.gen);
  });
  for (const gen of dead) await dropGeneration(db, gen);
  return dead.length;
}

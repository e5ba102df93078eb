/** Removes what nothing names any more: imports that did not finish, versions that the history has forgotten. */
import type { CorpusDb } from './db';
import { livingOwners } from './owner';
import type { GenerationRow } from './rows';
import { dropGeneration } from './stage';
import { gensOf } from './step';

/** Where locks cannot tell: a staged generation untouched for so long belongs to an import that died, ms. */
const DEAD = 60_000;

/** Generations that a pack or a step of the history names. */
async function named(db: CorpusDb): Promise<Set<number>> {
  const packs = (await db.packs.toArray()).flatMap((pack) => gensOf(pack));
  return new Set([...packs, ...((await db.history.orderBy('gens').uniqueKeys()) as number[])]);
}

/**
 * Sweeps once; meant for each start of a worker. Live imports of other pages are left alone. Returns the number of
 * generations removed.
 */
export async function sweep(db: CorpusDb, now = Date.now()): Promise<number> {
  const seen = await db.generations.toArray();
  // Asked after the look at the ledger: whoever wrote an entry there held its lock before.
  const living = await livingOwners();
  const abandoned = ({ owner, touched }: GenerationRow): boolean =>
    living && owner ? !living.has(owner) : now - touched > DEAD;
  const staged = new Set(seen.filter((g) => g.state === 'staged' && abandoned(g)).map((g) => g.gen));
  const dead = await db.transaction('rw', db.generations, db.packs, db.history, async () => {
    const kept = await named(db);
    const gone = (await db.generations.toArray()).filter(
      ({ gen, state }) => !kept.has(gen) && (state === 'staged' ? staged.has(gen) : true),
    );
    // From here on nobody can name it, whatever becomes of us.
    await db.generations.bulkPut(gone.map((g): GenerationRow => ({ ...g, state: 'dead' })));
    return gone.map(({ gen }) => gen);
  });
  for (const gen of dead) await dropGeneration(db, gen);
  return dead.length;
}

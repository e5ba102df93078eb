/** A change of many records at once: a layer on top of the reader's own pack, written in pieces and named last. */
import type { CorpusDb } from './db';
import { CorpusError, corpusFault } from './faults';
import { type Label, record, tablesOfSteps } from './history';
import { emptyMine } from './layers';
import { MINE } from './rows';
import { type Load, markGeneration, type Work, written } from './stage';

export interface LayerStep {
  label: Label;
  /** What the number of the reader's own statements grows by. */
  grows: number;
  /** Records that were there before. */
  ids: string[];
}

/** Adds a layer as one step of the history: all or nothing. Throws a CorpusError when cancelled. */
export async function addLayer(db: CorpusDb, load: Load, work: Work, step: LayerStep): Promise<void> {
  await written(db, MINE, load, work, (gen) =>
    db.transaction('rw', tablesOfSteps(db), async () => {
      if (work.signal?.aborted) throw new CorpusError(corpusFault('Cancelled'));
      const now = new Date().toISOString();
      const before = (await db.packs.get(MINE)) ?? null;
      const base = before ?? emptyMine(now);
      const layer = { gen, count: step.grows, ...(step.grows === load.size ? {} : { rows: load.size }) };
      const after = { ...base, updated: now, layers: [...base.layers, layer] };
      await db.packs.put(after);
      await markGeneration(db, gen, 'whole');
      await record(db, step.label, [{ table: 'packs', before, after }], step.ids);
    }),
  );
}

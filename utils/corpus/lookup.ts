/** Single records and the values to filter by. */
import type { CorpusDb } from './db';
import { toStatement } from './keys';
import { activeLayers, topRow } from './layers';
import type { Placed } from './source';

/** The statement that counts for an id, with its pack; null if there is none or the reader deleted it. */
export async function statementById(db: CorpusDb, id: string): Promise<Placed | null> {
  const found = await topRow(db, id, activeLayers(await db.packs.toArray()));
  return found ? { ...toStatement(found.row), pack: found.layer.pack } : null;
}

export interface Speaker {
  name: string;
  /** As the newest statement says. */
  side: string;
  role: string;
}

/** Every speaker once, by name. Jumps from one to the next in the index: its cost is the number of speakers. */
export async function speakers(db: CorpusDb): Promise<Speaker[]> {
  const found = new Map<string, Speaker>();
  for (const { gen } of activeLayers(await db.packs.toArray())) {
    const end = `${gen}\ts:`;
    let from = `${gen}\ts\t`;
    for (;;) {
      const row = await db.statements.where('at').between(from, end).first();
      if (!row) break;
      if (!found.has(row.speaker))
        found.set(row.speaker, { name: row.speaker, side: row.side ?? '', role: row.role ?? '' });
      from = `${gen}\ts\t${row.speaker}\t:`;
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

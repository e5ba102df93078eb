/** The note that a database was emptied by the browser. Beside `lost.ts`: who only asks needs no import of files. */
import type { LostCorpus } from '../../corpus-service';
import type { CorpusDb } from '../db';

/** Key of the note. */
export const LOST = 'lost';

/** What was lost, for as long as the reader has not said what to do. */
export const lostOf = async (db: CorpusDb): Promise<LostCorpus | null> =>
  ((await db.meta.get(LOST))?.value as LostCorpus | undefined) ?? null;

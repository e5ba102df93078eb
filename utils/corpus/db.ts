/** The database: its tables and how it is opened. */
import { Dexie, type Table } from 'dexie';
import type { Result } from '../types';
import { storageFault } from './faults';
import { v1 } from './migrations/v1';
import type { GenerationRow, LoreRow, MetaRow, MuteRow, PackRow, StatementRow, Step } from './rows';

/** The database's name in the browser. */
export const NAME = 'said-before';

export class CorpusDb extends Dexie {
  declare statements: Table<StatementRow, [number, string]>;
  declare packs: Table<PackRow, string>;
  declare generations: Table<GenerationRow, number, Omit<GenerationRow, 'gen'>>;
  declare lore: Table<LoreRow, number>;
  declare mutes: Table<MuteRow, string>;
  declare history: Table<Step, number, Omit<Step, 'seq'>>;
  declare meta: Table<MetaRow, string>;

  constructor(name = NAME) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    v1(this);
  }
}

/** A database that another page holds back never answers; after so long we say so. */
const PATIENCE = 5000;

/** An answer, or the exception that none came in time. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), PATIENCE);
  });
  try {
    return await Promise.race([work, slow]);
  } finally {
    clearTimeout(timer);
  }
}

/** Deletes the database; other pages that have it open let go of it. Throws when it is held back. */
export const deleteCorpus = (name: string = NAME): Promise<void> => inTime(Promise.resolve(Dexie.delete(name)));

/** Opens the corpus. A database that cannot be opened (private window, no space, held back, newer) is a fault, not an exception. */
export async function openCorpus(name?: string): Promise<Result<CorpusDb>> {
  const db = new CorpusDb(name);
  try {
    await inTime(Promise.resolve(db.open()));
    return { ok: true, value: db };
  } catch (error) {
    db.close();
    return { ok: false, fault: storageFault(error) };
  }
}

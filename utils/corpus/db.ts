/** The database: its tables and how it is opened. */
import { Dexie, type Table } from 'dexie';
import type { Result } from '../types';
import { storageFault } from './faults';
import { v1 } from './migrations/v1';
import { v2 } from './migrations/v2';
import { v3 } from './migrations/v3';
import type {
  GenerationRow,
  LoreRow,
  MetaRow,
  MuteRow,
  PackRow,
  ShelfRow,
  StatementRow,
  Step,
  StepChanges,
} from './rows';

/** The database's name in the browser. */
export const NAME = 'said-before';

export class CorpusDb extends Dexie {
  declare statements: Table<StatementRow, [number, string]>;
  declare packs: Table<PackRow, string>;
  declare generations: Table<GenerationRow, number, Omit<GenerationRow, 'gen'>>;
  declare lore: Table<LoreRow, number>;
  declare mutes: Table<MuteRow, string>;
  declare history: Table<Step, number, Omit<Step, 'seq'>>;
  declare changes: Table<StepChanges, number>;
  declare meta: Table<MetaRow, string>;
  declare shelves: Table<ShelfRow, string>;

  constructor(name = NAME) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    v1(this);
    v2(this);
    v3(this);
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

/** Was the database written by a version of the program that is newer than this one? Dexie itself would open it. */
async function isNewer(db: CorpusDb): Promise<boolean> {
  const found = (await indexedDB.databases()).find(({ name }) => name === db.name);
  // Dexie multiplies its versions by ten.
  return Math.floor((found?.version ?? 0) / 10) > db.verno;
}

/** Opens the corpus. A database that cannot be opened (private window, no space, held back, newer) is a fault, not an exception. */
export async function openCorpus(name?: string): Promise<Result<CorpusDb>> {
  const db = new CorpusDb(name);
  try {
    if (await inTime(isNewer(db))) throw new DOMException('newer', 'VersionError');
    await inTime(Promise.resolve(db.open()));
    return { ok: true, value: db };
  } catch (error) {
    db.close();
    return { ok: false, fault: storageFault(error) };
  }
}

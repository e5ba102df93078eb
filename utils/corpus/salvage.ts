/** What can still be read of a damaged database, row by row, as a backup that `restore` takes. Knows no schema. */
import { backupHead, backupLine } from './backup';
import { isRowOf } from './backup-rows';
import { CorpusError, corpusFault } from './faults';

/** Rows read at once; a batch that fails is read one by one. */
const BATCH = 500;
/** A database that is held back or broken may never answer, ms. */
const PATIENCE = 5000;

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((ready, failed) => {
    const timer = setTimeout(() => failed(new DOMException('no answer', 'TimeoutError')), PATIENCE);
    request.onsuccess = () => {
      clearTimeout(timer);
      ready(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      failed(request.error);
    };
  });

async function opened(name: string): Promise<IDBDatabase> {
  // Without a version: as it is, whatever wrote it.
  const db = await answer(indexedDB.open(name)).catch(() => {
    throw new CorpusError(corpusFault('Unreadable'));
  });
  db.onversionchange = () => db.close();
  return db;
}

const store = (db: IDBDatabase, table: string): IDBObjectStore => db.transaction(table, 'readonly').objectStore(table);

/** Keys of a table as far as they can be had, in batches. */
async function* keysOf(db: IDBDatabase, table: string): AsyncGenerator<IDBValidKey[]> {
  let last: IDBValidKey | null = null;
  for (;;) {
    const range: IDBKeyRange | null = last === null ? null : IDBKeyRange.lowerBound(last, true);
    const keys: IDBValidKey[] = await answer(store(db, table).getAllKeys(range, BATCH)).catch(() => []);
    if (keys.length === 0) return;
    yield keys;
    last = keys.at(-1) as IDBValidKey;
  }
}

async function rowsOf(db: IDBDatabase, table: string, keys: IDBValidKey[]): Promise<unknown[]> {
  const range = IDBKeyRange.bound(keys[0], keys.at(-1));
  try {
    return await answer(store(db, table).getAll(range));
  } catch {
    const rows: unknown[] = [];
    for (const key of keys) rows.push(await answer(store(db, table).get(key)).catch(() => undefined));
    return rows;
  }
}

export interface Salvaged {
  /** Pieces of the backup. */
  pieces: string[];
  /** Statements among the rows; those that only the history still has count too. */
  statements: number;
  /** Rows by table that could not be read or are no such rows. */
  lost: string[];
}

/** Reads all that can be read. Throws a CorpusError when the database cannot even be opened. */
export async function salvage(name: string, settings: unknown, onProgress?: (rows: number) => void): Promise<Salvaged> {
  const db = await opened(name);
  const pieces = [backupHead(settings)];
  const lost: string[] = [];
  let rows = 0;
  let statements = 0;
  try {
    for (const table of db.objectStoreNames) {
      // Shelves say nothing that the statements don't.
      if (table === 'shelves') continue;
      let missing = 0;
      for await (const keys of keysOf(db, table)) {
        const good = (await rowsOf(db, table, keys)).flatMap((row): object[] => {
          if (!isRowOf(table, row)) return [];
          const { at: _at, ...rest } = row;
          return [table === 'statements' ? rest : row];
        });
        missing += keys.length - good.length;
        rows += good.length;
        if (table === 'statements') statements += good.length;
        pieces.push(good.map((row) => backupLine(table, row)).join(''));
        onProgress?.(rows);
      }
      if (missing > 0) lost.push(`${table}: ${missing}`);
    }
  } finally {
    db.close();
  }
  return { pieces: [...pieces, backupLine('end', null)], statements, lost };
}

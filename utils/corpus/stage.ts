/** Writing many statements: in chunks, each a transaction, into a generation that nothing names until it is whole. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault } from './faults';
import { toRow } from './keys';

/** Statements a transaction. */
export const CHUNK = 5000;

export interface Work {
  /** Called after each chunk with statements written so far and in all. */
  onProgress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

/** Deletes the rows, lore and ledger entry of a generation. */
export async function dropGeneration(db: CorpusDb, gen: number): Promise<void> {
  await db.transaction('rw', db.statements, db.lore, db.generations, async () => {
    await db.statements.where(':id').between([gen], [gen, []]).delete();
    await db.lore.delete(gen);
    await db.generations.delete(gen);
  });
}

/** Writes one chunk. Throws when the generation was swept or the work cancelled. */
async function writeChunk(
  db: CorpusDb,
  gen: number,
  chunk: readonly Statement[],
  shadows: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<void> {
  await db.transaction('rw', db.statements, db.generations, async () => {
    if (signal?.aborted || (await db.generations.update(gen, { touched: Date.now() })) === 0)
      throw new CorpusError(corpusFault('Cancelled'));
    await db.statements.bulkAdd(chunk.map((statement) => toRow(statement, gen, shadows.has(statement.id))));
  });
}

/**
 * Writes statements into a new, staged generation and returns its number; `shadows` names those that shadow a record
 * below. When cancelled or failing, what was written is removed and the cause thrown.
 */
export async function stage(
  db: CorpusDb,
  pack: string,
  statements: readonly Statement[],
  { onProgress, signal }: Work = {},
  shadows: ReadonlySet<string> = new Set(),
): Promise<number> {
  const gen = await db.generations.add({ pack, state: 'staged', touched: Date.now() });
  try {
    for (let i = 0; i < statements.length; i += CHUNK) {
      await writeChunk(db, gen, statements.slice(i, i + CHUNK), shadows, signal);
      onProgress?.(Math.min(i + CHUNK, statements.length), statements.length);
    }
    return gen;
  } catch (error) {
    await dropGeneration(db, gen).catch(() => undefined);
    throw error;
  }
}

/** Writing many statements: in chunks, each a transaction, into a generation that nothing names until it is whole. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault } from './faults';
import { toGone, toRow } from './keys';
import { type Owner, whileOwning } from './owner';
import { unshelve } from './shelves';

/** Statements a transaction. */
export const CHUNK = 5000;
/** Statements handed to the store at once: more would keep this worker from answering for longer than 50 ms. */
const PORTION = 500;
/** Statements deleted a transaction: whoever opens a page meanwhile waits for one of them. */
const SWEPT = 500;

export interface Work {
  /** Called at the start and after each chunk with statements written so far and in all. */
  onProgress?: ((done: number, all: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A record to be written: `over` if it shadows one of a layer below, `gone` if it hides it. */
export interface Staged {
  statement: Statement;
  over?: boolean;
  gone?: boolean;
}

/** What is to be written: pieces of any size, of `size` records in all. */
export interface Load {
  size: number;
  pieces: Iterable<readonly Staged[]> | AsyncIterable<readonly Staged[]>;
}

/** Plain statements as a load, in chunks. */
export function loadOf(statements: readonly Statement[]): Load {
  function* pieces(): Generator<Staged[]> {
    for (let i = 0; i < statements.length; i += CHUNK)
      yield statements.slice(i, i + CHUNK).map((statement) => ({ statement }));
  }
  return { size: statements.length, pieces: pieces() };
}

/** Deletes the rows, lore and ledger entry of a generation, in portions between which others can read and write. */
export async function dropGeneration(db: CorpusDb, gen: number): Promise<void> {
  for (;;) {
    const keys = await db.statements.where(':id').between([gen], [gen, []]).limit(SWEPT).primaryKeys();
    const last = keys.at(-1);
    if (keys.length < SWEPT || !last) break;
    await db.statements.where(':id').between([gen], last, true, true).delete();
  }
  await db.transaction('rw', db.statements, db.shelves, db.lore, db.generations, async () => {
    await unshelve(db, gen);
    await db.statements.where(':id').between([gen], [gen, []]).delete();
    await db.lore.delete(gen);
    await db.generations.delete(gen);
  });
}

/** Notes in the caller's transaction that a staged generation was written to, or is whole. Throws when it was swept. */
export async function markGeneration(db: CorpusDb, gen: number, state: 'staged' | 'whole'): Promise<void> {
  const row = await db.generations.get(gen);
  if (row?.state !== 'staged') throw new CorpusError(corpusFault('Cancelled'));
  await db.generations.put({ ...row, state, touched: Date.now() });
}

/** Writes one piece. Throws when the generation was swept or the work cancelled. */
async function writePiece(db: CorpusDb, gen: number, piece: readonly Staged[], signal?: AbortSignal): Promise<void> {
  await db.transaction('rw', db.statements, db.generations, async () => {
    if (signal?.aborted) throw new CorpusError(corpusFault('Cancelled'));
    await markGeneration(db, gen, 'staged');
    for (let i = 0; i < piece.length; i += PORTION)
      await db.statements.bulkAdd(
        piece
          .slice(i, i + PORTION)
          .map(({ statement, over, gone }) => (gone ? toGone(statement, gen) : toRow(statement, gen, over))),
      );
  });
}

/** Writes into a new, staged generation and returns its number. When cancelled or failing, what was written is removed and the cause thrown. */
async function stage(db: CorpusDb, pack: string, load: Load, work: Work, owner: Owner | null): Promise<number> {
  const { onProgress, signal } = work;
  const gen = await db.generations.add({ pack, state: 'staged', touched: Date.now(), ...(owner ? { owner } : {}) });
  let done = 0;
  // One piece is made ready while the last is written.
  let writing: Promise<void> | null = null;
  try {
    onProgress?.(0, load.size);
    for await (const piece of load.pieces) {
      await writing;
      writing = writePiece(db, gen, piece, signal).then(() => {
        done += piece.length;
        onProgress?.(done, load.size);
      });
    }
    await writing;
    return gen;
  } catch (error) {
    await Promise.resolve(writing).catch(() => undefined);
    await dropGeneration(db, gen).catch(() => undefined);
    throw signal?.aborted ? new CorpusError(corpusFault('Cancelled')) : error;
  }
}

/**
 * Writes a load and has it named by `commit`, which runs in a transaction of its own: all or nothing. Small loads are
 * one transaction; large ones are staged in pieces, so that others can read meanwhile, and swept if this worker dies.
 */
export async function written(
  db: CorpusDb,
  pack: string,
  load: Load,
  work: Work,
  commit: (gen: number) => Promise<void>,
): Promise<void> {
  const inOne = async (): Promise<void> => commit(await stage(db, pack, load, work, null));
  if (load.size <= CHUNK) await db.transaction('rw', db.tables, inOne);
  else await whileOwning(async (owner) => commit(await stage(db, pack, load, work, owner)));
}

/**
 * Shelves: the newest statements of a large layer on one proposition, laid side by side. In the index they lie far apart,
 * and a browser that has to look for each needs most of a report's time for it; a shelf is read in one go. Shelves only
 * repeat what the statements say: one is made after a page has missed it, and goes when a row of its layer is changed in
 * place (`in-place.ts`).
 */
import type { CorpusDb } from './db';
import { inverted, rangeOf } from './keys';
import type { ActiveLayer } from './layers';
import { standBack } from './pause';
import type { ShelfRow, StatementRow } from './rows';

export interface ShelfSizes {
  /** Layers of fewer statements have no shelves. */
  least: number;
  /** Statements read in one go. */
  board: number;
  /** Boards a shelf; what is older is read from the index. */
  boards: number;
}

const SIZES: ShelfSizes = { least: 2000, board: 20, boards: 8 };

/** Stands for the day of the oldest statement where the shelf holds all that there are: earlier than any. */
const NO_MORE = inverted('0000-00-00');

const stem = (gen: number, proposition: string): string =>
  rangeOf(gen, { by: 'p', value: proposition }, null, null).lower;

/** Does nothing older stand behind this board? */
export const isLast = (board: ShelfRow): boolean => board.key.includes(`\t${NO_MORE}\t`);

/** Takes all shelves of a generation away, within the caller's transaction. */
export const unshelve = async (db: CorpusDb, gen: number): Promise<void> => {
  await db.shelves.where('key').between(`${gen}\t`, `${gen}\n`).delete();
};

/** Lays a shelf, unless there is one or the generation is no more. */
async function lay(db: CorpusDb, gen: number, proposition: string, { board, boards }: ShelfSizes): Promise<void> {
  const all = rangeOf(gen, { by: 'p', value: proposition }, null, null);
  await db.transaction('rw', db.shelves, db.statements, db.generations, async () => {
    const whole = (await db.generations.get(gen))?.state === 'whole';
    if (!whole || (await db.shelves.where('key').between(all.lower, all.upper).count()) > 0) return;
    const most = board * boards;
    const rows = await db.statements
      .where('at')
      .between(all.lower, all.upper)
      .limit(most + 1)
      .toArray();
    const shelf: ShelfRow[] = [];
    for (let i = 0; i < most && (i < rows.length || i === 0); i += board) {
      const laid = rows.slice(i, Math.min(i + board, most)).map((row): StatementRow => ({ ...row, at: [] }));
      const last = i + board >= rows.length ? NO_MORE : inverted((laid.at(-1) as StatementRow).date);
      const number = String(shelf.length).padStart(4, '0');
      shelf.push({ key: `${stem(gen, proposition)}${last}\t${number}`, rows: laid });
    }
    await db.shelves.bulkAdd(shelf);
  });
}

/** The shelves of a database as one worker uses them. */
export class Shelves {
  private readonly wanted = new Map<string, [gen: number, proposition: string]>();
  private readonly seen = new Set<string>();
  private work: Promise<void> | null = null;

  constructor(
    private readonly db: CorpusDb,
    readonly sizes: ShelfSizes = SIZES,
  ) {}

  has({ count }: ActiveLayer): boolean {
    return count >= this.sizes.least;
  }

  /** Boards from a key on, enough for `rows` that count even if most of the first one does not. */
  async read(
    from: string,
    upper: string,
    isNew: boolean,
    rows: number,
  ): Promise<{ boards: ShelfRow[]; over: boolean }> {
    const limit = 1 + Math.round(rows / this.sizes.board);
    const boards = await this.db.shelves.where('key').between(from, upper, isNew).limit(limit).toArray();
    return { boards, over: boards.length < limit };
  }

  /** Notes within a reader's transaction that a shelf was not there, or that all on it is too new. */
  missed(gen: number, proposition: string): void {
    const key = stem(gen, proposition);
    if (!this.seen.has(key)) this.wanted.set(key, [gen, proposition]);
    this.seen.add(key);
  }

  /** Lays the shelves that were missed, while nobody waits for a page. */
  lay(): Promise<void> {
    this.work ??= this.layAll().finally(() => {
      this.work = null;
    });
    return this.work;
  }

  /** After a change: shelves may be gone. */
  forget(): void {
    this.seen.clear();
  }

  private async layAll(): Promise<void> {
    for (const [key, [gen, proposition]] of this.wanted) {
      this.wanted.delete(key);
      await standBack();
      // Without room, or with the database closed, the index does.
      await lay(this.db, gen, proposition, this.sizes).catch(() => undefined);
    }
  }
}

/** Writing the copy's files: each a gzipped piece of a backup. */
import { backupLine, bare } from '../backup';
import { rowsOf } from '../batches';
import type { CorpusDb } from '../db';
import { changesOf } from '../history';
import { breather, standBack } from '../pause';
import type { GenerationRow, Step } from '../rows';
import { CHUNK } from '../stage';
import type { CopyFolder } from './folder';
import { type CopyHead, type Part, writeHead } from './head';

/** Rows read at once: whoever reads pages in the same worker must not wait. */
const BATCH = 250;

const gzipped = (text: BlobPart[]): Promise<Blob> =>
  new Response(new Blob(text).stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** How a generation is known from another that had its number before a backup was restored. */
export const nameOf = ({ gen, pack, touched }: GenerationRow): string => `${gen} ${pack} ${touched}`;
/** The same for a step. */
export const stepName = ({ seq, at }: Pick<Step, 'seq' | 'at'>): string => `${seq} ${at}`;

export class PartWriter {
  private readonly breathe = breather();

  constructor(
    private readonly db: CorpusDb,
    private readonly folder: CopyFolder,
    private readonly head: CopyHead,
    /** Files that stay. */
    private readonly kept: readonly Part[],
  ) {}

  /** Lets others have a turn; a page that waits for its report goes first. */
  private async rest(): Promise<void> {
    await standBack();
    await this.breathe();
  }

  private async write(part: Omit<Part, 'name'>, text: BlobPart[]): Promise<void> {
    const { head, folder } = this;
    const name = `${head.next}.jsonl.gz`;
    await folder.write(name, await gzipped(text));
    head.next += 1;
    head.begun.push({ name, ...part });
  }

  /** The rows of a generation, from where an earlier attempt came to. */
  async generation(row: GenerationRow): Promise<void> {
    const { gen, pack } = row;
    const of = nameOf(row);
    const last = [...this.kept, ...this.head.begun].findLast((part) => part.of === of)?.last;
    if (last === null) return;
    const lore = last === undefined ? await this.db.lore.get(gen) : undefined;
    let [text, rows]: [BlobPart[], number] = [lore ? [backupLine('lore', lore)] : [], 0];
    for await (const batch of rowsOf(this.db, gen, BATCH, last)) {
      text.push(batch.map((one) => backupLine('statements', bare(one))).join(''));
      rows += batch.length;
      await this.rest();
      if (rows < CHUNK) continue;
      await this.write({ kind: 'rows', rows, gen, pack, of, last: batch.at(-1)?.id ?? null }, text);
      await writeHead(this.folder, this.head);
      [text, rows] = [[], 0];
    }
    await this.write({ kind: 'rows', rows, gen, pack, of, last: null }, text);
  }

  /** Rows of the reader's as they are now; null for one that is no longer there. */
  async later(keys: readonly [gen: number, id: string][]): Promise<void> {
    const text: BlobPart[] = [];
    for (let i = 0; i < keys.length; i += BATCH) {
      const some = keys.slice(i, i + BATCH);
      const rows = await this.db.statements.bulkGet(some);
      text.push(rows.map((row, j) => backupLine(row ? 'statements' : 'gone', row ? bare(row) : some[j])).join(''));
      await this.rest();
    }
    if (keys.length > 0) await this.write({ kind: 'later', rows: keys.length }, text);
  }

  /** What steps changed. */
  async changes(steps: readonly Step[]): Promise<void> {
    const text: BlobPart[] = [];
    for (const { seq } of steps) {
      text.push(backupLine('changes', { seq, changes: await changesOf(this.db, seq) }));
      await this.rest();
    }
    if (steps.length > 0) await this.write({ kind: 'changes', rows: steps.length, steps: steps.map(stepName) }, text);
  }

  async tables(tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
    const lines = Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => backupLine(table, row)));
    await this.write({ kind: 'tables', rows: lines.length }, lines);
  }
}

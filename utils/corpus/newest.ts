/**
 * The newest of several layers, merged: each is read a few rows at a time, and only as far as its rows can still be
 * among those wanted. So the cost follows what is wanted, not how many layers there are.
 */
import type { CorpusDb } from './db';
import { type Facet, rangeOf } from './keys';
import type { ActiveLayer, View } from './layers';
import type { StatementRow } from './rows';
import { isLast, type Shelves } from './shelves';

/** Rows read of each layer at first, beside its share of what is wanted. */
const FIRST = 16;
/** A layer that has to be read further gives so many times more the next time. */
const MORE = 4;

/** A row with its layer. */
export interface LayerRow {
  row: StatementRow;
  layer: ActiveLayer;
  /** Height of the layer, topmost 0. */
  depth: number;
}

export interface Range {
  facet: Facet;
  /** ISO day, exclusive; null: no limit. */
  before: string | null;
  /** ISO day, inclusive; null: no limit. */
  after: string | null;
}

/** Newest first; of one day the upper layer first; of one layer as its index has them. */
const order = (a: Pick<LayerRow, 'row' | 'depth'>, b: Pick<LayerRow, 'row' | 'depth'>): number =>
  a.row.date === b.row.date ? a.depth - b.depth : a.row.date < b.row.date ? 1 : -1;

/** One layer's rows, as far as they were read. */
class LayerReader {
  readonly rows: StatementRow[] = [];
  done = false;
  /** The last board read of the shelf, empty before the first; null: on to the index. */
  private board: string | null = null;

  constructor(
    private readonly db: CorpusDb,
    readonly layer: ActiveLayer,
    readonly depth: number,
    private readonly range: Range,
    private size: number,
    private readonly shelves: Shelves | undefined,
  ) {
    if (range.facet.by === 'p' && shelves?.has(layer)) this.board = '';
  }

  /** Reads on. */
  async more(): Promise<void> {
    const held = this.rows.length;
    while (this.board !== null && !this.done && this.rows.length === held) await this.fromShelf();
    if (!this.done && this.rows.length === held) await this.fromIndex();
    this.size *= MORE;
  }

  /** Reads on from the shelf, as far as it goes. */
  private async fromShelf(): Promise<void> {
    const { shelves, board: at, range, layer } = this;
    if (at === null || !shelves || range.facet.by !== 'p') return;
    const { lower, upper } = rangeOf(layer.gen, range.facet, range.before, null);
    const { boards, over } = await shelves.read(at || lower, upper, at === '', this.size);
    if (at === '' && boards.length === 0) shelves.missed(layer.gen, range.facet.value);
    const last = boards.at(-1);
    this.board = over || !last ? null : last.key;
    const { before, after } = range;
    for (const row of boards.flatMap(({ rows }) => rows))
      if (after !== null && row.date < after) this.done = true;
      else if (before === null || row.date < before) this.rows.push(row);
    if (last && isLast(last)) this.done = true;
  }

  /** Reads on from the index. The last day may have more rows than were read, so it is read again. */
  private async fromIndex(): Promise<void> {
    const { facet, after, before } = this.range;
    const { upper, lower } = rangeOf(this.layer.gen, facet, before, after);
    const last = this.rows.at(-1)?.date;
    const held = new Set<string>();
    for (let i = this.rows.length - 1; i >= 0 && this.rows[i]?.date === last; i -= 1)
      held.add((this.rows[i] as StatementRow).id);
    // Without its last mark the bound includes the day.
    const from = last === undefined ? lower : rangeOf(this.layer.gen, facet, last, null).lower.slice(0, -1);
    const limit = this.size + held.size;
    const found = await this.db.statements.where('at').between(from, upper).limit(limit).toArray();
    for (const row of found) if (!held.has(row.id)) this.rows.push(row);
    this.done = found.length < limit;
  }

  /** May rows that were not read come before `end`? Where there is none: may there be any? */
  hasBefore(end: LayerRow | undefined): boolean {
    if (this.done) return false;
    const row = this.rows.at(-1);
    return row === undefined || end === undefined || order({ row, depth: this.depth }, end) < 0;
  }
}

/** The first `cap` of what was read. Of two records with one id the upper one counts. */
function firstOf(readers: readonly LayerReader[], view: View, cap: number): LayerRow[] {
  const all = readers
    .flatMap(({ layer, depth, rows }) =>
      rows.filter((row) => !view.hidden(row.id, layer.gen)).map((row): LayerRow => ({ row, layer, depth })),
    )
    .sort(order);
  const found = new Map<string, LayerRow>();
  for (const one of all) {
    if (found.size === cap) break;
    const other = found.get(one.row.id);
    if (other && other.depth < one.depth) continue;
    found.delete(one.row.id);
    found.set(one.row.id, one);
  }
  return [...found.values()];
}

/** At most `cap` records of a range that count in this view, newest first. To be called within a transaction. */
export async function newest(
  db: CorpusDb,
  view: View,
  range: Range,
  cap: number,
  shelves?: Shelves,
): Promise<LayerRow[]> {
  const all = view.layers.reduce((sum, { count }) => sum + count, 0);
  const readers = view.layers.map((layer, depth) => {
    const share = all > 0 ? Math.max(0, layer.count) / all : 1;
    return new LayerReader(db, layer, depth, range, Math.min(cap, FIRST + Math.ceil(cap * share)), shelves);
  });
  let behind = readers;
  for (;;) {
    await Promise.all(behind.map((reader) => reader.more()));
    const found = firstOf(readers, view, cap);
    const end = found.length === cap ? found.at(-1) : undefined;
    behind = readers.filter((reader) => reader.hasBefore(end));
    if (behind.length === 0) return found;
  }
}

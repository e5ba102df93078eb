/**
 * The newest of several layers, merged: each is read a few rows at a time, and only as far as its rows can still be
 * among those wanted. So the cost follows what is wanted, not how many layers there are.
 */
import type { CorpusDb } from './db';
import { type Facet, rangeOf } from './keys';
import type { ActiveLayer, View } from './layers';
import type { StatementRow } from './rows';

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

  constructor(
    private readonly db: CorpusDb,
    readonly layer: ActiveLayer,
    readonly depth: number,
    private readonly range: Range,
    private size: number,
  ) {}

  /** Reads on. The last day may have more rows than were read, so it is read again. */
  async more(): Promise<void> {
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
    this.size *= MORE;
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
export async function newest(db: CorpusDb, view: View, range: Range, cap: number): Promise<LayerRow[]> {
  const all = view.layers.reduce((sum, { count }) => sum + count, 0);
  const readers = view.layers.map((layer, depth) => {
    const share = all > 0 ? Math.max(0, layer.count) / all : 1;
    return new LayerReader(db, layer, depth, range, Math.min(cap, FIRST + Math.ceil(cap * share)));
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

/** The corpus page by page, newest first, filtered: for tables, exports and search indexes. Nothing is ever counted. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { type Facet, inverted, rangeOf, toStatement } from './keys';
import { type ActiveLayer, openView } from './layers';
import type { StatementRow } from './rows';
import type { Placed } from './source';

export interface Filter {
  /** Words that must all stand in speaker, quote, gist, publisher or place, in any case. */
  text?: string;
  speaker?: string;
  proposition?: string;
  stance?: string;
  side?: string;
  /** ISO days, both inclusive. */
  from?: string;
  to?: string;
  pack?: string;
  /** Only statements (not) read by the engine alone. */
  machine?: boolean;
}

/** Where a list goes on: per generation the day reached and how many of that day's rows were seen. */
export type Cursor = Record<number, { day: string; seen: number } | 'end'>;

export interface Page {
  rows: Placed[];
  /** Hand it in for the next page; null at the end. A page can be short, even empty, before the end. */
  next: Cursor | null;
}

/** Rows looked at for one page: a filter that hardly matches then answers in slices. */
const MOST_LOOKED_AT = 20_000;
const BATCH = 250;

/** Does a statement pass the filter? (Its pack is settled elsewhere.) */
export function passes(s: Statement, f: Filter): boolean {
  if (f.speaker && s.speaker !== f.speaker) return false;
  if (f.side && s.side !== f.side) return false;
  if ((f.from && s.date < f.from) || (f.to && s.date > f.to)) return false;
  if (f.proposition || f.stance) {
    const fits = (r: Statement['readings'][number]): boolean =>
      (!f.proposition || r.proposition === f.proposition) && (!f.stance || r.stance === f.stance);
    if (!s.readings.some(fits)) return false;
  }
  if (f.machine !== undefined && s.readings.some((r) => r.readBy === 'machine') !== f.machine) return false;
  if (!f.text) return true;
  const hay = `${s.speaker} ${s.quote} ${s.gist} ${s.source.publisher} ${s.place ?? ''}`.toLowerCase();
  return f.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** Reads one generation along the index, a batch at a time, and knows where it stands. */
class Reader {
  private rows: StatementRow[] = [];
  private more = true;

  constructor(
    private readonly db: CorpusDb,
    readonly layer: ActiveLayer,
    private readonly facet: Facet,
    private readonly filter: Filter,
    public place: { day: string; seen: number } | 'end',
  ) {}

  /** The next row, not taken yet; undefined at the end. */
  async peek(): Promise<StatementRow | undefined> {
    if (this.rows.length === 0 && this.more && this.place !== 'end') await this.fill(this.place);
    if (this.rows.length === 0) this.place = 'end';
    return this.rows[0];
  }

  take(): void {
    const row = this.rows.shift();
    if (!row || this.place === 'end') return;
    this.place = { day: row.date, seen: row.date === this.place.day ? this.place.seen + 1 : 1 };
  }

  private async fill({ day, seen }: { day: string; seen: number }): Promise<void> {
    const { upper, lower } = rangeOf(this.layer.gen, this.facet, null, this.filter.from ?? null);
    const rows = await this.db.statements
      .where('at')
      .between(day ? `${lower}${inverted(day)}` : lower, upper)
      .limit(seen + BATCH)
      .toArray();
    this.more = rows.length === seen + BATCH;
    this.rows = rows.slice(seen);
  }
}

const facetOf = (f: Filter): Facet =>
  f.proposition ? { by: 'p', value: f.proposition } : f.speaker ? { by: 's', value: f.speaker } : { by: 'd' };

/** One page of the statements that pass a filter, newest first. */
export async function listPage(
  db: CorpusDb,
  filter: Filter,
  size: number,
  cursor: Cursor | null = null,
  signal?: AbortSignal,
): Promise<Page> {
  const view = await openView(db, filter.pack ? (pack) => pack.id === filter.pack : undefined);
  const start = { day: filter.to ?? '', seen: 0 };
  const readers = view.layers.map(
    (layer) => new Reader(db, layer, facetOf(filter), filter, cursor ? (cursor[layer.gen] ?? 'end') : start),
  );
  const rows: Placed[] = [];
  // Two packs can hold one record; then the upper pack's is listed, since its reader comes first.
  const seen = new Set<string>();
  let looked = 0;
  for (;;) {
    signal?.throwIfAborted();
    let best: { reader: Reader; row: StatementRow } | null = null;
    for (const reader of readers) {
      const row = await reader.peek();
      if (row && (!best || row.date > best.row.date)) best = { reader, row };
    }
    if (!best) return { rows, next: null };
    if (rows.length === size || looked === MOST_LOOKED_AT) break;
    looked += 1;
    best.reader.take();
    const { row, reader } = best;
    if (view.hidden(row.id, row.gen) || seen.has(row.id) || !passes(row, filter)) continue;
    seen.add(row.id);
    rows.push({ ...toStatement(row), pack: reader.layer.pack });
  }
  return { rows, next: Object.fromEntries(readers.map(({ layer, place }) => [layer.gen, place])) };
}

/** All statements that pass a filter, newest first, in batches: memory stays flat however many there are. */
export async function* listAll(db: CorpusDb, filter: Filter = {}, signal?: AbortSignal): AsyncGenerator<Placed[]> {
  let cursor: Cursor | null = null;
  do {
    const page: Page = await listPage(db, filter, 2000, cursor, signal);
    if (page.rows.length > 0) yield page.rows;
    cursor = page.next;
  } while (cursor);
}

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
/** Rows of the first and of the largest read: a page needs few, a search through everything many. */
const BATCH = 250;
const MOST_BATCH = 4000;

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
  private next = 0;
  private more = true;
  private batch = BATCH;

  constructor(
    private readonly db: CorpusDb,
    readonly layer: ActiveLayer,
    private readonly facet: Facet,
    private readonly filter: Filter,
    public place: { day: string; seen: number } | 'end',
  ) {}

  /** Must more be read before `peek` can tell? */
  get dry(): boolean {
    return this.next >= this.rows.length && this.more && this.place !== 'end';
  }

  /** The next row, not taken yet; undefined at the end. */
  peek(): StatementRow | undefined {
    if (this.next >= this.rows.length) this.place = 'end';
    return this.rows[this.next];
  }

  take(): void {
    const row = this.rows[this.next];
    this.next += 1;
    if (!row || this.place === 'end') return;
    this.place = { day: row.date, seen: row.date === this.place.day ? this.place.seen + 1 : 1 };
  }

  async fill(): Promise<void> {
    if (this.place === 'end') return;
    const { day, seen } = this.place;
    const { upper, lower } = rangeOf(this.layer.gen, this.facet, null, this.filter.from ?? null);
    const rows = await this.db.statements
      .where('at')
      .between(day ? `${lower}${inverted(day)}` : lower, upper)
      .limit(seen + this.batch)
      .toArray();
    this.more = rows.length === seen + this.batch;
    this.rows = rows.slice(seen);
    this.next = 0;
    this.batch = Math.min(this.batch * 2, MOST_BATCH);
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
    let best: { reader: Reader; row: StatementRow } | null = null;
    for (const reader of readers) {
      if (reader.dry) {
        signal?.throwIfAborted();
        await reader.fill();
      }
      const row = reader.peek();
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

/**
 * The catalogue: the whole corpus in a worker's memory, as columns and a term index (about a kilobyte a statement), so
 * that any filter, order, count and search is answered at once. The statements themselves stay in the database. A
 * document is one version of one row; documents are added, never changed. Pure.
 */
import type { Facets, Query } from '../../corpus-service';
import { termOf } from '../../in-language';
import type { TopicWords } from '../../types';
import { type ActiveLayer, heightsOf } from '../layers';
import { MINE, type StatementRow } from '../rows';
import { Columns, GONE } from './columns';
import { facetsOf } from './facets';
import { type Around, filterOf, ownOf } from './filter';
import type { Growing, Names } from './growing';
import { Ids } from './ids';
import { Terms } from './terms';
import { toldPostings } from './told';
import { fields, parseSearch, wordsOf } from './words';

/** Orders kept ready. */
const KEPT = 8;

export class Catalogue {
  private readonly columns = new Columns();
  private readonly ids = new Ids();
  private readonly terms = new Terms();
  private readonly dead = new Set<number>();
  private heights: number[] = [];
  private packs: string[] = [];
  private visible: Uint8Array | null = null;
  private byDay: Uint32Array | null = null;
  private muted = new Set<number>();
  /** Names, roles and sides in the reader's language. */
  told: TopicWords = {};
  private readonly orders = new Map<string, Uint32Array>();

  /** Documents, dead ones too. */
  get size(): number {
    return this.columns.size;
  }

  /** Adds a row, or the new version of a row. */
  put(row: StatementRow): void {
    this.remove(row.gen, row.id);
    const doc = this.ids.add(row.id);
    this.columns.add(row);
    this.terms.add(doc, row.gone ? [] : fields.map(({ weight, of }) => ({ weight, words: wordsOf(of(row)) })));
  }

  /** Takes a row out; nothing happens if it is not there. */
  remove(gen: number, id: string): void {
    for (const doc of this.ids.of(id)) if (this.columns.gen.data[doc] === gen) this.dead.add(doc);
    this.forget();
  }

  /** What speakers are called in the reader's language: they are found and sorted by it too. */
  callSpeakers(told: TopicWords): void {
    this.told = told;
    this.orders.clear();
  }

  /** Says which generations count, and which statements are muted. */
  arrange(layers: readonly ActiveLayer[], muted: ReadonlySet<string>): void {
    this.heights = [];
    this.packs = [];
    for (const [gen, height] of heightsOf(layers)) this.heights[gen] = height;
    for (const { gen, pack } of layers) this.packs[gen] = pack;
    this.muted = new Set([...muted].flatMap((id) => [...this.ids.of(id)]));
    this.forget();
  }

  private forget(): void {
    this.visible = null;
    this.byDay = null;
    this.orders.clear();
  }

  private readonly around: Around = {
    packOf: (gen) => this.packs[gen] ?? '',
    isMuted: (doc) => this.muted.has(doc),
    mine: MINE,
  };

  /** For each document 1 if it counts: its generation does, and nothing above it has the same id. */
  private shown(): Uint8Array {
    if (this.visible) return this.visible;
    const { gen, flags } = this.columns;
    const visible = new Uint8Array(this.size);
    const top = new Map<string, number>();
    for (let doc = 0; doc < visible.length; doc += 1) {
      const height = this.heights[gen.data[doc] as number];
      if (height === undefined || this.dead.has(doc)) continue;
      visible[doc] = 1;
      if (!this.ids.repeats(doc)) continue;
      const id = this.ids.texts[doc] as string;
      if (!top.has(id)) top.set(id, doc);
    }
    for (const id of top.keys()) {
      let best = -1;
      for (const doc of this.ids.of(id)) {
        if (!visible[doc]) continue;
        visible[doc] = 0;
        const height = this.heights[gen.data[doc] as number] as number;
        if (best < 0 || height > (this.heights[gen.data[best] as number] as number)) best = doc;
      }
      if (best >= 0) visible[best] = 1;
    }
    for (let doc = 0; doc < visible.length; doc += 1) if ((flags.data[doc] as number) & GONE) visible[doc] = 0;
    this.visible = visible;
    return visible;
  }

  /** Every document that counts, the newest first. */
  private newest(): Uint32Array {
    if (this.byDay) return this.byDay;
    const visible = this.shown();
    const keys = new Float64Array(visible.reduce((sum, one) => sum + one, 0));
    let at = 0;
    // Day and document in one number below 2^53: sorting numbers is many times quicker than comparing.
    for (let doc = 0; doc < visible.length; doc += 1)
      if (visible[doc]) {
        keys[at] = (99_999_999 - (this.columns.day.data[doc] as number)) * 2 ** 24 + doc;
        at += 1;
      }
    keys.sort();
    this.byDay = Uint32Array.from(keys, (key) => key % 2 ** 24);
    return this.byDay;
  }

  private matching(query: Query): { docs: Iterable<number>; scores: Float32Array | null } {
    const { words, whole } = parseSearch(query.text ?? '');
    if (words.length === 0) return { docs: this.newest(), scores: null };
    const visible = this.shown();
    const { docs, scores } = this.terms.search(words, whole, (word) =>
      toldPostings(this.columns, this.told, word, whole),
    );
    return { docs: docs.filter((doc) => visible[doc]), scores };
  }

  /** The documents that pass a query, in its order. */
  order(query: Query): Uint32Array {
    const key = JSON.stringify(query);
    const known = this.orders.get(key);
    if (known) return known;
    const filter = filterOf(this.columns, query, this.around);
    const { docs, scores } = this.matching(query);
    const passing: number[] = [];
    for (const doc of docs) if (filter.fits(doc) && filter.tests.every(({ passes }) => passes(doc))) passing.push(doc);
    const sorted = this.sorted(Uint32Array.from(passing), query, scores);
    if (this.orders.size >= KEPT) this.orders.delete(this.orders.keys().next().value as string);
    this.orders.set(key, sorted);
    return sorted;
  }

  private sorted(docs: Uint32Array, query: Query, scores: Float32Array | null): Uint32Array {
    const by = query.sort ?? (scores ? 'relevance' : 'date');
    const { day } = this.columns;
    const later = (a: number, b: number): number => (day.data[b] as number) - (day.data[a] as number) || a - b;
    if (by === 'relevance' && scores) docs.sort((a, b) => (scores[b] as number) - (scores[a] as number) || later(a, b));
    else if (scores) docs.sort(later);
    if (by === 'date' || by === 'relevance') return query.descending === false ? docs.reverse() : docs;
    const [column, names, told] = this.columnOf(by);
    const shown = names.texts.map((text) => termOf(told, text));
    return byRank(docs, column, ranks(shown, query.descending === true));
  }

  private columnOf(by: 'speaker' | 'side' | 'publisher'): [Growing, Names, Record<string, string>?] {
    if (by === 'speaker') return [this.columns.speaker, this.columns.speakers, this.told.names];
    if (by === 'side') return [this.columns.side, this.columns.sides, this.told.sides];
    return [this.columns.publisher, this.columns.publishers];
  }

  facets(query: Query): Facets {
    const filter = filterOf(this.columns, query, this.around);
    return facetsOf(this.columns, filter, query, this.matching(query).docs, this.around);
  }

  /** The key of a document's row, and what lists say of it. */
  entry(doc: number): {
    key: [gen: number, id: string];
    pack: string;
    own: 'added' | 'changed' | null;
    muted: boolean;
  } {
    const gen = this.columns.gen.data[doc] as number;
    const own = ownOf(this.columns, this.around, doc);
    return {
      key: [gen, this.ids.texts[doc] as string],
      pack: this.around.packOf(gen),
      own,
      muted: this.muted.has(doc),
    };
  }

  /** The document that counts for an id, or null. */
  docOf(id: string): number | null {
    const visible = this.shown();
    for (const doc of this.ids.of(id)) if (visible[doc]) return doc;
    return null;
  }
}

/** Place of each name in the alphabet; the nameless come last either way. */
function ranks(texts: readonly string[], descending: boolean): Uint32Array {
  const { compare } = new Intl.Collator();
  const order = texts.map((_, i) => i);
  order.sort((a, b) => compare(texts[a] as string, texts[b] as string) * (descending ? -1 : 1));
  const rank = new Uint32Array(order.length);
  order.forEach((name, i) => {
    rank[name] = texts[name] === '' ? order.length : i;
  });
  return rank;
}

/** Sorts by counting: stable, so that the order before decides among equals. */
function byRank(docs: Uint32Array, column: Growing, rank: Uint32Array): Uint32Array {
  const starts = new Uint32Array(rank.length + 2);
  const rankOf = (doc: number): number => rank[column.data[doc] as number] as number;
  for (const doc of docs) (starts[rankOf(doc) + 1] as number) += 1;
  for (let i = 1; i < starts.length; i += 1) (starts[i] as number) += starts[i - 1] as number;
  const sorted = new Uint32Array(docs.length);
  for (const doc of docs) {
    const at = rankOf(doc);
    sorted[starts[at] as number] = doc;
    (starts[at] as number) += 1;
  }
  return sorted;
}

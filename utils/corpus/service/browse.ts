/** Rows, counts and places for a table: from the catalogue, or from the index while there is none yet. */
import type { Facets, ListedStatement, Query, RowsPage, Selection } from '../../corpus-service';
import type { Catalogue } from '../catalogue/catalogue';
import { hasPhrases, hitsIn, parseSearch, type Search } from '../catalogue/words';
import type { CorpusDb } from '../db';
import { toStatement } from '../keys';
import { activeLayers, topRow } from '../layers';
import { newest } from '../list';
import { MINE, type StatementRow } from '../rows';
import { sizes } from '../status';
import type { Keeper } from './keeper';

/** Rows that phrases are looked for in at once. */
const BATCH = 1000;

/** Can the index alone give the first page? It has the newest first and knows no words. */
const isPlain = ({ sort = 'date', descending = true, ...narrow }: Query): boolean =>
  sort === 'date' && descending && Object.values(narrow).every((value) => value === undefined);

export class Browser {
  constructor(
    private readonly db: CorpusDb,
    private readonly keeper: Keeper,
  ) {}

  async rows(query: Query, offset: number, limit: number): Promise<RowsPage> {
    const early = !this.keeper.complete && isPlain(query);
    if (early && offset === 0) return this.keeper.before(this.firstPage(limit));
    // The list by day has its place for each row, and waits until all of them are known.
    const { catalogue, whole } = early
      ? { catalogue: await this.keeper.ready(), whole: true }
      : await this.keeper.soFar();
    const order = await this.order(catalogue, query);
    const docs = [...order.subarray(offset, offset + limit)];
    const found = await this.db.statements.bulkGet(docs.map((doc) => catalogue.entry(doc).key));
    const search = parseSearch(query.text ?? '');
    // A row that was deleted this moment is passed over; word of it is on its way.
    const rows = docs.flatMap((doc, i) => (found[i] ? [this.listed(catalogue, doc, found[i], search)] : []));
    return { rows, total: order.length, complete: whole };
  }

  private async firstPage(limit: number): Promise<RowsPage> {
    const [rows, { statements }] = await Promise.all([newest(this.db, limit), sizes(this.db)]);
    return { rows, total: rows.length < limit ? rows.length : statements, complete: false };
  }

  private listed(catalogue: Catalogue, doc: number, row: StatementRow, search: Search): ListedStatement {
    const { pack, own, muted } = catalogue.entry(doc);
    const statement = toStatement(row);
    return {
      ...statement,
      pack,
      ...(own ? { own } : {}),
      ...(muted ? { muted: true as const } : {}),
      ...(search.words.length > 0 ? { hits: hitsIn(statement, search, catalogue.told) } : {}),
    };
  }

  /** A query's documents in order. Phrases cost a look at the rows themselves. */
  private async order(catalogue: Catalogue, query: Query): Promise<Uint32Array> {
    const order = catalogue.order(query);
    const { phrases } = parseSearch(query.text ?? '');
    if (phrases.length === 0) return order;
    // The catalogue keeps an order as long as nothing changes, so it tells whether ours still holds.
    const known = phrasedOf.get(order);
    if (known) return known;
    const kept: number[] = [];
    for (let i = 0; i < order.length; i += BATCH) {
      const docs = [...order.subarray(i, i + BATCH)];
      const rows = await this.db.statements.bulkGet(docs.map((doc) => catalogue.entry(doc).key));
      kept.push(...docs.filter((_, j) => rows[j] && hasPhrases(rows[j], phrases, catalogue.told)));
    }
    const found = Uint32Array.from(kept);
    phrasedOf.set(order, found);
    return found;
  }

  async facets(query: Query): Promise<Facets> {
    return (await this.keeper.ready()).facets(query);
  }

  async position(query: Query, id: string): Promise<number | null> {
    const catalogue = await this.keeper.ready();
    const doc = catalogue.docOf(id);
    const at = doc === null ? -1 : (await this.order(catalogue, query)).indexOf(doc);
    return at < 0 ? null : at;
  }

  /** Ids of a selection; those of a query in its order. */
  async ids(selection: Selection): Promise<string[]> {
    if ('ids' in selection) return selection.ids;
    const catalogue = await this.keeper.ready();
    return Array.from(await this.order(catalogue, selection.query), (doc) => catalogue.entry(doc).key[1]);
  }

  /** The generation of the record that counts for an id, as the catalogue has it; null where that does not know. */
  likely(id: string): number | null {
    const { whole } = this.keeper;
    const doc = whole?.docOf(id) ?? null;
    return whole && doc !== null ? whole.entry(doc).key[0] : null;
  }

  /** A statement by its id, without waiting for the catalogue. */
  async statement(id: string): Promise<ListedStatement | null> {
    const found = await topRow(this.db, id, activeLayers(await this.db.packs.toArray()));
    if (!found) return null;
    const muted = await this.db.mutes.where(':id').startsWith(`pair:${id}:`).count();
    const own = found.layer.pack !== MINE ? null : found.row.over === undefined ? 'added' : 'changed';
    return {
      ...toStatement(found.row),
      pack: found.layer.pack,
      ...(own ? { own } : {}),
      ...(muted > 0 ? { muted: true as const } : {}),
    };
  }
}

/** Orders narrowed to phrases, as long as the catalogue keeps the wider ones. */
const phrasedOf = new WeakMap<Uint32Array, Uint32Array>();

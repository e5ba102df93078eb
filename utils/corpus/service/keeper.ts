/** Keeps the catalogue in step with the database: built once, then told of every change, here or in another page. */
import { rowsOf } from '../batches';
import { Catalogue } from '../catalogue/catalogue';
import type { CorpusDb } from '../db';
import { activeLayers } from '../layers';
import { type News, watch } from '../watch';

/** Rows read at once: few enough that other questions are answered in between. */
const BATCH = 1000;
/** The first rows of a page go before the catalogue, but it does not wait for them longer than this, ms. */
const COURTESY = 400;
/** Documents beyond twice the statements in force that are put up with before the catalogue is made anew. */
const SLACK = 20_000;

export interface Told {
  onProgress(done: number, all: number, complete: boolean): void;
  onChange(): void;
}

export class Keeper {
  private catalogue = new Catalogue();
  private loaded = new Set<number>();
  private work: Promise<void> = Promise.resolve();
  private begun: Promise<void> | null = null;
  complete = false;
  /** To be called when the page has its first rows. */
  hasRows: () => void = () => undefined;
  private readonly firstRows = new Promise<void>((ready) => {
    this.hasRows = ready;
    setTimeout(ready, COURTESY);
  });

  constructor(
    private readonly db: CorpusDb,
    private readonly told: Told,
    private readonly signal: AbortSignal,
  ) {
    watch(db, (news) => void this.hear(news), signal);
  }

  /** The catalogue as of the last change; begins to build it at the first call. */
  async ready(): Promise<Catalogue> {
    this.begun ??= this.queue(() => this.firstRows.then(() => this.bringUp({ rows: [] })));
    await this.begun;
    await this.work;
    return this.catalogue;
  }

  private queue(work: () => Promise<void>): Promise<void> {
    const next = this.work.then(work);
    // A failure is the caller's; the next change tries again.
    this.work = next.catch(() => undefined);
    return next;
  }

  private async hear(news: News): Promise<void> {
    // Before the first question there is nothing to keep in step, but lists without a catalogue are old too.
    if (this.begun) await this.queue(() => this.bringUp(news)).catch(() => undefined);
    if (!this.signal.aborted) this.told.onChange();
  }

  private async bringUp(news: News): Promise<void> {
    const layers = activeLayers(await this.db.packs.toArray());
    const all = layers.reduce((sum, { count }) => sum + count, 0);
    if (news.all || this.catalogue.size > all * 2 + SLACK) {
      this.catalogue = new Catalogue();
      this.loaded = new Set();
    }
    const known = news.rows.filter(([gen]) => this.loaded.has(gen));
    const rows = await this.db.statements.bulkGet(known);
    known.forEach(([gen, id], i) => {
      const row = rows[i];
      if (row) this.catalogue.put(row);
      else this.catalogue.remove(gen, id);
    });
    for (const { gen } of layers) if (!this.loaded.has(gen)) await this.load(gen, all);
    const muted = await this.db.mutes.where(':id').startsWith('pair:').toArray();
    this.catalogue.arrange(layers, new Set(muted.map(({ target }) => target)));
    this.complete = true;
    this.told.onProgress(all, all, true);
  }

  private async load(gen: number, all: number): Promise<void> {
    for await (const rows of rowsOf(this.db, gen, BATCH)) {
      this.signal.throwIfAborted();
      for (const row of rows) this.catalogue.put(row);
      if (!this.complete) this.told.onProgress(this.catalogue.size, all, false);
    }
    this.loaded.add(gen);
  }
}

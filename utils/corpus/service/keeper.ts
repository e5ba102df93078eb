/** Keeps the catalogue in step with the database: built once, then told of every change, here or in another page. */

import type { TopicWords } from '../../types';
import { rowsOf } from '../batches';
import { Catalogue } from '../catalogue/catalogue';
import type { CorpusDb } from '../db';
import { type ActiveLayer, activeLayers } from '../layers';
import { type News, watch } from '../watch';

/** Rows read at once: few enough that other questions are answered in between. */
const BATCH = 1000;
/** Who can do with a part waits no longer than this for the whole, ms; word of how far it is comes as often. */
const PATIENCE = 300;
/** Documents beyond twice the statements in force that are put up with before the catalogue is made anew: an import taken back may be done again. */
const SLACK = 120_000;

/** A promise that is kept when it is opened. */
function latch(): { promise: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((ready) => {
    open = ready;
  });
  return { promise, open };
}

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
  /** What speakers are called in the reader's language. */
  private words: TopicWords = {};
  /** Kept when part of what is being taken in is there. */
  private part = latch();
  /** What goes before the catalogue. */
  private first: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: CorpusDb,
    private readonly told: Told,
    private readonly signal: AbortSignal,
  ) {
    watch(db, (news) => void this.hear(news), signal);
  }

  /** The catalogue as it is at this moment; null while it is not whole. */
  get whole(): Catalogue | null {
    return this.complete ? this.catalogue : null;
  }

  /** Does work that a page waits for; building the catalogue, unless it has begun, begins when it is done. */
  before<T>(work: Promise<T>): Promise<T> {
    this.first = work.catch(() => undefined);
    return work;
  }

  /** What speakers are called in the reader's language: by it too they are found, and by it lists are in order. */
  callSpeakers(words: TopicWords): void {
    if (JSON.stringify(words) === JSON.stringify(this.words)) return;
    this.words = words;
    this.catalogue.callSpeakers(words);
    // Lists that are there are asked for again.
    if (this.complete) this.told.onProgress(this.catalogue.size, this.catalogue.size, true);
  }

  /** The catalogue as of the last change; begins to build it at the first call. */
  async ready(): Promise<Catalogue> {
    this.begun ??= this.queue(() => this.first.then(() => this.bringUp({ rows: [] })));
    await this.begun;
    await this.work;
    return this.catalogue;
  }

  /** The same, but while many rows are taken in not waiting for them: then as it was before, or as far as it is. */
  async soFar(): Promise<{ catalogue: Catalogue; whole: boolean }> {
    const whole = await Promise.race([this.ready().then(() => true), this.part.promise.then(() => false)]);
    return { catalogue: this.catalogue, whole };
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
      this.catalogue.callSpeakers(this.words);
      this.loaded = new Set();
      this.complete = false;
    }
    const known = news.rows.filter(([gen]) => this.loaded.has(gen));
    const rows = await this.db.statements.bulkGet(known);
    known.forEach(([gen, id], i) => {
      const row = rows[i];
      if (row) this.catalogue.put(row);
      else this.catalogue.remove(gen, id);
    });
    const muted = await this.db.mutes.where(':id').startsWith('pair:').toArray();
    const arrange = (): void => this.catalogue.arrange(layers, new Set(muted.map(({ target }) => target)));
    // Layers come the topmost first, so that what is there counts; where there was a whole, it stays as it was.
    if (!this.complete) arrange();
    await this.load(layers.filter(({ gen }) => !this.loaded.has(gen)));
    arrange();
    this.complete = true;
    this.part = latch();
    this.told.onProgress(all, all, true);
  }

  private async load(layers: readonly ActiveLayer[]): Promise<void> {
    const all = layers.reduce((sum, { count }) => sum + count, 0);
    let done = 0;
    let told = performance.now();
    for (const { gen } of layers) {
      for await (const rows of rowsOf(this.db, gen, BATCH)) {
        this.signal.throwIfAborted();
        for (const row of rows) this.catalogue.put(row);
        done += rows.length;
        if (performance.now() - told < PATIENCE) continue;
        told = performance.now();
        this.part.open();
        this.told.onProgress(Math.min(done, all), all, false);
      }
      this.loaded.add(gen);
    }
  }
}

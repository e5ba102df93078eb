/** Notices that a page's text has changed and has it read again: after a quiet moment, and ever more rarely where nothing new comes. */
import type { BlockCache } from '../article/cache';
import { hides } from '../article/left-out';

/** Changes are gathered until the page is quiet for `QUIET` ms, but no longer than `LONGEST`. */
const QUIET = 300;
const LONGEST = 1500;
/** After readings that found nothing new, the wait doubles up to this. */
const RAREST = 12_000;

/**
 * A reading costs the background time for the whole article, half a second for 10,000 words (docs/decisions/0091). After
 * one that took T, the next waits as long again; `SMALL` times T, but at most `LATEST` ms, where only a few words changed.
 */
const SMALL = 10;
const LATEST = 5000;

export interface RescanOptions {
  cache: BlockCache;
  /** Is a change within this node none of our business (our host, parts outside the article)? */
  ignore(record: MutationRecord): boolean;
  /** Called at once for every batch of changes. */
  noticed(): void;
  /** Reads again; says whether the text was another. */
  read(): Promise<boolean>;
}

const filter = ['hidden', 'aria-hidden', 'contenteditable', 'style'];

/** So many characters put in at once are new text rather than a clock or a counter. */
const FRESH = 80;
const brings = ({ addedNodes }: MutationRecord): boolean =>
  [...addedNodes].some((node) => (node.textContent?.length ?? 0) >= FRESH);

/** Does an attribute's change bring text into sight or out of it? Styles change all the time, mostly for nothing. */
function matters({ attributeName, oldValue, target }: MutationRecord): boolean {
  return attributeName !== 'style' || hides(oldValue) !== hides((target as Element).getAttribute('style'));
}

export class Rescan {
  private readonly observer: MutationObserver;
  private readonly watched = new Set<Node>();
  private timer = 0;
  private first = 0;
  private wait = QUIET;
  /** End and length of the last reading, and whether new text has come since. */
  private last = { end: 0, took: 0 };
  private fresh = false;
  private busy = false;
  private again = false;

  constructor(
    private readonly options: RescanOptions,
    private readonly signal: AbortSignal,
  ) {
    this.observer = new MutationObserver((records) => this.changed(records));
    signal.addEventListener('abort', () => this.rest(), { once: true });
  }

  /** Watches a document or a shadow root as well. */
  watch(root: Node): void {
    if (this.signal.aborted || this.watched.has(root)) return;
    this.watched.add(root);
    this.observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: filter,
      attributeOldValue: true,
    });
  }

  /** Nothing is watched until `watch` is called again. */
  rest(): void {
    this.observer.disconnect();
    this.watched.clear();
    window.clearTimeout(this.timer);
    this.first = 0;
  }

  /** Something happened that needs a new look soon (a move to another address, a return from the cache). */
  soon(): void {
    this.wait = QUIET;
    this.last = { end: 0, took: 0 };
    this.schedule();
  }

  /** Forgets the changes so far, because the page is about to be walked. */
  settled(): void {
    this.changed(this.observer.takeRecords());
    this.again = false;
    this.fresh = false;
  }

  /** Has the page changed since `settled`? */
  get unsettled(): boolean {
    this.changed(this.observer.takeRecords());
    return this.again;
  }

  private changed(records: MutationRecord[]): void {
    if (records.length === 0) return;
    this.options.noticed();
    let relevant = false;
    for (const record of records) {
      if (record.type === 'attributes' && !matters(record)) continue;
      this.options.cache.forget(record.target);
      if (this.options.ignore(record)) continue;
      relevant = true;
      if (this.fresh || !brings(record)) continue;
      this.fresh = true;
      this.wait = QUIET;
    }
    if (relevant) this.schedule();
  }

  private schedule(): void {
    if (this.signal.aborted) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    const now = performance.now();
    if (this.first === 0) this.first = now;
    window.clearTimeout(this.timer);
    const left = Math.max(LONGEST, this.wait) - (now - this.first);
    const { end, took } = this.last;
    const rest = end + (this.fresh ? took : Math.min(LATEST, took * SMALL)) - now;
    this.timer = window.setTimeout(() => void this.run(), Math.max(0, rest, Math.min(this.wait, left)));
  }

  private async run(): Promise<void> {
    this.first = 0;
    this.busy = true;
    this.again = false;
    this.fresh = false;
    const began = performance.now();
    try {
      this.wait = (await this.options.read()) ? QUIET : Math.min(RAREST, this.wait * 2);
    } finally {
      this.busy = false;
      const end = performance.now();
      this.last = { end, took: end - began };
      if (this.again) this.schedule();
    }
  }
}

/** Keeps the page read: at the start, after moves to another address, and whenever its text has changed. */
import { BlockCache } from '../../utils/article/cache';
import type { DomArticle } from '../../utils/article/extract';
import type { PageState } from '../../utils/messages';
import { followNavigation } from '../../utils/overlay/navigation';
import { Rescan } from '../../utils/overlay/rescan';
import { stands, type View, viewOf } from '../../utils/overlay/view';
import type { ReportPassage } from '../../utils/types';
import { ask, extract, headOf, passageOf, type ReadPage, textOfPage, unreadable } from './page';

export interface ReaderEvents {
  /** The article stands in another document than before (at first: in this one). */
  viewed(view: View): void;
  /** The page was read. `news`: its text is another; otherwise only its nodes may be. */
  read(news: boolean): void;
  /** Something in the page has changed, ours included. */
  noticed(): void;
  /** Is this node ours? */
  own(node: Node): boolean;
  /** The document shows another address now. */
  moved(): void;
}

/** A page off our topic may still be filling: it is followed for so long, in ms. */
const PATIENCE = 15_000;

/** Is at least a third of an article's blocks still there? */
function sameArticle(before: DomArticle, now: DomArticle): boolean {
  const texts = new Set(now.blocks.map((block) => block.text));
  const kept = before.blocks.filter((block) => texts.has(block.text)).length;
  return before.blocks.length === 0 || kept >= before.blocks.length / 3;
}

/** A page that changes while it is walked is walked again, so often at most. */
const WALKS = 3;

export class Reader {
  page: ReadPage | null = null;
  view!: View;
  private failed: PageState | null = null;
  private readonly cache = new BlockCache();
  private readonly rescan: Rescan;
  /** The head when the page was last read, and while it still speaks of the article before this one. */
  private head = '';
  private past: string | null = null;
  private turn = 0;
  private since = performance.now();

  constructor(
    private readonly events: ReaderEvents,
    private readonly signal: AbortSignal,
    /** Calls back when the browser notices another address, where it has no Navigation API. */
    private readonly onLocation: (run: () => void) => void,
  ) {
    this.rescan = new Rescan(
      {
        cache: this.cache,
        ignore: (record) => this.ignores(record),
        noticed: events.noticed,
        read: () => this.read(false),
      },
      signal,
    );
  }

  /** Reads the page and follows it until the signal aborts. */
  async start(): Promise<void> {
    followNavigation(window, () => this.moved(), this.signal, this.onLocation);
    this.look();
    await this.read(false);
  }

  /** Looks at the page again, once what is happening in it has come to rest. */
  look(): void {
    this.since = performance.now();
    this.rescan.watch(document.documentElement);
    if (this.page) this.rescan.soon();
  }

  /** Asks about the same text again: something else than the page has changed. */
  async again(): Promise<void> {
    await this.read(true);
  }

  /** How far we are, for the popup. */
  get state(): PageState {
    return this.failed ?? this.page?.state ?? { status: 'loading' };
  }

  /** The passage with a key in the page's report as it is now. */
  passage(key: string): ReportPassage | undefined {
    return this.page ? passageOf(this.page, key) : undefined;
  }

  private moved(): void {
    this.events.moved();
    this.look();
  }

  /** Returns whether there was something new. */
  private async read(anew: boolean): Promise<boolean> {
    const turn = ++this.turn;
    const late = (): boolean => turn !== this.turn || this.signal.aborted;
    try {
      const article = await this.extract();
      if (!article || late()) return false;
      const same = this.page !== null && textOfPage(article) === this.page.text;
      if (same && !anew) this.page = { ...(this.page as ReadPage), article };
      else {
        const page = await ask(article);
        if (late()) return false;
        this.page = page;
        this.head = headOf(this.view.document);
      }
      this.failed = null;
      this.watch(article);
      this.events.read(!same);
      return !same;
    } catch (error) {
      this.failed = unreadable(error);
      return false;
    }
  }

  private async extract(): Promise<DomArticle | null> {
    for (let walks = 1; ; walks += 1) {
      this.see(viewOf(document));
      this.rescan.settled();
      const head = headOf(this.view.document);
      if (head !== this.past) this.past = null;
      const article = await extract(this.view, this.cache, this.past !== null, this.signal);
      if (!article || this.signal.aborted) return null;
      // Another article under the head of the one before: its date would be wrong.
      if (this.past === null && head === this.head && this.page && !sameArticle(this.page.article, article))
        this.past = head;
      else if (!this.rescan.unsettled || walks === WALKS) return article;
    }
  }

  private see(view: View): void {
    if (this.view && this.view.document === view.document && stands(this.view)) return;
    this.view = view;
    this.events.viewed(view);
    view.frame?.addEventListener('load', () => this.look(), { signal: this.signal });
  }

  /** A page that stays off our topic is left alone until it moves on. */
  private watch({ roots }: DomArticle): void {
    const { status } = this.state;
    const off = status === 'not-topical' || status === 'language';
    if (off && performance.now() - this.since > PATIENCE) {
      this.rescan.rest();
      return;
    }
    if (this.view.frame) this.rescan.watch(this.view.document);
    for (const root of roots) this.rescan.watch(root);
  }

  /** Beside an article that was found, nothing is of interest but what takes its place. */
  private ignores({ target }: MutationRecord): boolean {
    if (this.events.own(target) || target.nodeName === 'HEAD' || target.parentNode?.nodeName === 'HEAD') return true;
    const container = this.page?.article.container;
    return (
      this.page?.state.status === 'report' &&
      container?.isConnected === true &&
      !container.contains(target) &&
      !target.contains(container) &&
      target.getRootNode() === container.getRootNode()
    );
  }
}

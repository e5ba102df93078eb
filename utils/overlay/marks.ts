/** Marks on the page: CSS highlights over ranges. Nothing of the page's DOM is touched. */
import type { Piece } from '../article/ranges';
import type { View } from './view';

export type MarkKind = 'contradicts' | 'confirms' | 'mixed';

export interface Mark {
  /** The passage's id in the report that it came from. */
  id: string;
  /** The passage's words, numbered where they occur more than once: the same after the page was read again. */
  key: string;
  kind: MarkKind;
  ranges: Range[];
  /** The text nodes under the ranges. */
  pieces: Piece[];
}

const kinds: readonly MarkKind[] = ['contradicts', 'confirms', 'mixed'];
/** Names in the registry, which the page shares with us. */
const nameOf = (kind: MarkKind): string => `said-before-${kind}`;
const RING = 'said-before-current';
const names = [...kinds.map(nameOf), RING];

/** Can this browser paint marks at all? */
export const canMark = (window: Window & typeof globalThis): boolean =>
  typeof window.CSS !== 'undefined' && 'highlights' in window.CSS && typeof window.Highlight === 'function';

/** How often marks that the page took away are painted again before we step back, and the time after which that is forgotten. */
const TRIES = 5;
const FORGIVEN = 20_000;

/** Paints marks in one view, and puts them back when the page takes them out of the registry that it shares with us. */
export class Painter {
  private wanted = new Map<string, Range[]>();
  private readonly own = new Map<string, Highlight>();
  private losses: number[] = [];
  /** The page takes our marks away again and again: we stopped painting. */
  beaten = false;

  constructor(private readonly view: View) {}

  /** Paints these marks in place of those before. Unchanged ranges stay as they are. `current`: the mark that a ring is around. */
  paint(marks: readonly Mark[], current?: Mark): void {
    const next = new Map<string, Range[]>();
    for (const kind of kinds) {
      const ranges = marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.ranges);
      if (ranges.length > 0) next.set(nameOf(kind), ranges);
    }
    const ring = this.wanted.get(RING);
    if (ring) next.set(RING, current?.ranges ?? ring);
    this.wanted = next;
    this.apply();
  }

  /** Draws the ring around the current mark; null takes it away. */
  ring(ranges: readonly Range[] | null): void {
    if (ranges && ranges.length > 0) this.wanted.set(RING, [...ranges]);
    else this.wanted.delete(RING);
    this.apply();
  }

  /** Looks whether our marks are still there and paints them again. Returns false once the page has won. */
  check(now = performance.now()): boolean {
    if (this.beaten) return false;
    if ([...this.wanted.keys()].every((name) => this.stands(name))) return true;
    this.losses = [...this.losses.filter((at) => now - at < FORGIVEN), now];
    if (this.losses.length > TRIES) {
      this.beaten = true;
      this.erase();
      return false;
    }
    this.apply();
    return true;
  }

  /** Takes every mark away. */
  erase(): void {
    this.wanted.clear();
    this.own.clear();
    if (canMark(this.view.window)) for (const name of names) this.view.window.CSS.highlights.delete(name);
  }

  private stands(name: string): boolean {
    const own = this.own.get(name);
    return own !== undefined && this.view.window.CSS.highlights.get(name) === own && own.size > 0;
  }

  private apply(): void {
    const { CSS, Highlight } = this.view.window;
    if (this.beaten || !canMark(this.view.window)) return;
    for (const name of names) {
      const ranges = this.wanted.get(name);
      const own = this.own.get(name);
      if (!ranges) {
        if (own) CSS.highlights.delete(name);
        this.own.delete(name);
        continue;
      }
      if (own && this.stands(name)) {
        const keep = new Set<AbstractRange>(ranges);
        for (const range of [...own]) if (!keep.has(range)) own.delete(range);
        for (const range of ranges) own.add(range);
        continue;
      }
      const fresh = new Highlight(...ranges);
      // The ring is drawn over the marks.
      fresh.priority = name === RING ? 1 : 0;
      this.own.set(name, fresh);
      CSS.highlights.set(name, fresh);
    }
  }
}

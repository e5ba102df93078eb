/** Going through the passages without a pointer: next, previous, to one by name; the focus moves into the card. */
import { enterCard } from './focus';
import type { Intent } from './intent';
import type { Mark } from './marks';
import { type Target, targetOf } from './pointer';
import { offsetOf, type View } from './view';

export interface WalkOptions {
  view(): View;
  /** Marks in reading order. */
  marks(): readonly Mark[];
  /** The reader goes past the last mark: those that were left out join the others. */
  more(): void;
  shell: HTMLElement;
  intent: Intent<Target>;
  /** The card is to stay open. */
  pin(): void;
  /** Draws the ring around a mark. */
  ring(mark: Mark): void;
  signal: AbortSignal;
}

/**
 * From the closing of one card to the opening of the next, in ms. A screen reader that finds another text under its focus
 * in the same dialog says nothing; one that first comes back to the page hears a dialog open (docs/decisions/0159).
 */
const BEAT = 150;

/** The line of a mark to anchor at, scrolled into sight; text that has no box (in a closed section) gives the page's middle. */
function lineOf(mark: Mark, view: View): DOMRect {
  const range = mark.ranges[0];
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const line = range && [...range.getClientRects()].find((rect) => rect.width > 1);
  return line ?? new DOMRect(view.window.innerWidth / 4, view.window.innerHeight / 4, 1, 1);
}

/** The first line of a mark that is in the window, in the view's pixels; null where none is. */
export function lineInSight(mark: Mark, view: View): DOMRect | null {
  const { y } = offsetOf(view);
  const lines = mark.ranges.flatMap((range) => [...range.getClientRects()]);
  return lines.find((line) => line.width > 1 && line.bottom + y > 0 && line.top + y < innerHeight) ?? null;
}

export class Walk {
  private key: string | null = null;
  private next = 0;

  constructor(private readonly options: WalkOptions) {}

  /** Remembers where the reader is, also when a pointer opened the card. */
  at(key: string): void {
    this.key = key;
  }

  /**
   * One passage on or back, from what is in sight where the reader has gone elsewhere. Past the last (or first) come the
   * passages that were left out so far (docs/decisions/0175); without any it goes on from the other end.
   */
  step(by: 1 | -1): void {
    const marks = this.options.marks();
    const now = this.now(marks);
    this.go((now < 0 ? this.fromHere(marks, by) : marks[now + by]) ?? this.beyond(marks, marks[now], by));
  }

  private beyond(before: readonly Mark[], from: Mark | undefined, by: 1 | -1): Mark | undefined {
    this.options.more();
    const marks = this.options.marks();
    const known = new Set(before.map(({ key }) => key));
    const fresh = marks.filter(({ key }) => !known.has(key));
    const round = fresh.length > 0 ? fresh : marks;
    const at = marks.findIndex(({ key }) => key === from?.key);
    const on = from
      ? fresh.filter((mark) => (marks.indexOf(mark) - at) * by > 0).at(by > 0 ? 0 : -1)
      : this.fromHere(fresh, by);
    return on ?? round.at(by > 0 ? 0 : -1);
  }

  /** Is one card closed so that another opens? */
  get going(): boolean {
    return this.next !== 0;
  }

  /** Closes the card, or opens that of the current passage. */
  toggle(): void {
    const { intent } = this.options;
    const marks = this.options.marks();
    if (intent.isOpen) intent.dismiss();
    else this.go(marks[this.now(marks)] ?? this.fromHere(marks, 1) ?? marks[0]);
  }

  /** Index of the passage that the reader is at: its card is open, or it is in sight; -1 for none. */
  private now(marks: readonly Mark[]): number {
    const { intent, view } = this.options;
    const at = marks.findIndex((mark) => mark.key === this.key);
    const mark = marks[at];
    return mark && (this.going || intent.openKey === mark.key || lineInSight(mark, view())) ? at : -1;
  }

  /** Onward: the first passage that begins or goes on in the window or below it. Back: the last that ends in it or above. Undefined where there is none. */
  private fromHere(marks: readonly Mark[], by: 1 | -1): Mark | undefined {
    const { y } = offsetOf(this.options.view());
    const edges = marks.flatMap((mark) => {
      const lines = mark.ranges.flatMap((range) => [...range.getClientRects()]).filter((line) => line.width > 1);
      return lines.length > 0 ? [{ mark, bottom: Math.max(...lines.map((line) => line.bottom)) + y }] : [];
    });
    return (by > 0 ? edges.find(({ bottom }) => bottom > 0) : edges.findLast(({ bottom }) => bottom < innerHeight))
      ?.mark;
  }

  /** Opens the card of a mark, pinned, with the focus in it; a card that is open closes first. */
  go(mark: Mark | undefined): void {
    if (!mark) return;
    const { intent, signal } = this.options;
    if (!intent.isOpen && !this.going) {
      this.open(mark);
      return;
    }
    this.key = mark.key;
    clearTimeout(this.next);
    this.next = window.setTimeout(() => {
      this.next = 0;
      if (!signal.aborted) this.open(mark);
    }, BEAT);
    intent.dismiss();
  }

  private open(mark: Mark): void {
    const { shell, intent, view, signal } = this.options;
    const line = lineOf(mark, view());
    intent.show(mark.key, targetOf({ mark, line }, line.left, view()));
    if (intent.openKey !== mark.key) return;
    this.options.pin();
    this.options.ring(mark);
    enterCard(shell, signal);
  }
}

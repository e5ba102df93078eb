/** Going through the passages without a pointer: next, previous, to one by name; the focus moves into the card. */
import type { Intent } from './intent';
import type { Mark } from './marks';
import { type Target, targetOf } from './pointer';
import type { View } from './view';

export interface WalkOptions {
  view(): View;
  /** Marks in reading order. */
  marks(): readonly Mark[];
  shell: HTMLElement;
  intent: Intent<Target>;
  /** The card is to stay open. */
  pin(): void;
  /** Draws the ring around a mark. */
  ring(mark: Mark): void;
}

/** The line of a mark to anchor at, scrolled into sight; text that has no box (in a closed section) gives the page's middle. */
function lineOf(mark: Mark, view: View): DOMRect {
  const range = mark.ranges[0];
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const line = range && [...range.getClientRects()].find((rect) => rect.width > 1);
  return line ?? new DOMRect(view.window.innerWidth / 4, view.window.innerHeight / 4, 1, 1);
}

export class Walk {
  private key: string | null = null;

  constructor(private readonly options: WalkOptions) {}

  /** Remembers where the reader is, also when a pointer opened the card. */
  at(key: string): void {
    this.key = key;
  }

  /** One passage on or back, from the last to the first and the other way round. */
  step(by: 1 | -1): void {
    const marks = this.options.marks();
    const now = marks.findIndex((mark) => mark.key === this.key);
    const next = now < 0 ? (by > 0 ? 0 : marks.length - 1) : (now + by + marks.length) % marks.length;
    this.open(marks[next]);
  }

  /** Closes the card, or opens that of the current passage. */
  toggle(): void {
    const { intent } = this.options;
    const marks = this.options.marks();
    if (intent.isOpen) intent.dismiss();
    else this.open(marks.find((mark) => mark.key === this.key) ?? marks[0]);
  }

  /** Opens the card of a mark, pinned, with the focus in it. */
  open(mark: Mark | undefined): void {
    if (!mark) return;
    const { shell, intent, view } = this.options;
    const line = lineOf(mark, view());
    intent.show(mark.key, targetOf({ mark, line }, line.left, view()));
    if (intent.openKey !== mark.key) return;
    this.options.pin();
    this.options.ring(mark);
    // Focus that is there already would not be read out again.
    shell.blur();
    shell.focus({ preventScroll: true });
  }
}

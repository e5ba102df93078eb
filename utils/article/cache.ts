/** What was already extracted of a page: paragraphs that have not changed since are not walked again. */
import type { Line } from './text';

/** Lines by the element that gave them, and words of prose by paragraph. One per page; `forget` what changes. */
export class BlockCache {
  private readonly lines = new WeakMap<Element, readonly Line[]>();
  private readonly words = new WeakMap<Element, number>();

  /** Lines of a block without blocks in it, if it is unchanged. */
  linesOf(element: Element): readonly Line[] | undefined {
    return this.lines.get(element);
  }

  keep(element: Element, lines: readonly Line[]): void {
    this.lines.set(element, lines);
  }

  /** Number of words of a paragraph, counted once. */
  wordsOf(paragraph: Element): number {
    let count = this.words.get(paragraph);
    if (count === undefined) {
      count = (paragraph.textContent ?? '').match(/\S+/g)?.length ?? 0;
      this.words.set(paragraph, count);
    }
    return count;
  }

  /** A node has changed: all that was made of it, or of what holds it, is made again. */
  forget(node: Node): void {
    for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
      if (at.nodeType === 1) {
        this.lines.delete(at as Element);
        this.words.delete(at as Element);
      }
  }
}

/** Which mark lies under a point of the viewport. Asks for layout, so at most once a frame. */
import type { Mark } from './marks';
import type { View } from './view';

export interface Hit {
  mark: Mark;
  /** The line of text to anchor at, in the view's pixels. */
  line: DOMRect;
}

/** Room around a line that still counts as the line, in CSS pixels. */
const SLACK = 2;

/** The line of a range under a point: what the browser names may be the whole range. */
export function lineAt(ranges: readonly Range[], x: number, y: number): DOMRect | null {
  for (const range of ranges)
    for (const rect of range.getClientRects())
      if (x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK)
        return rect;
  return null;
}

interface Registry {
  highlightsFromPoint?(
    x: number,
    y: number,
    options: { shadowRoots: ShadowRoot[] },
  ): { highlight: Highlight; ranges: AbstractRange[] }[];
}
interface WithCaret {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** By the registry itself: Chromium from 140, Firefox from 150. Undefined where it cannot tell. */
export function byHighlights(
  marks: readonly Mark[],
  view: View,
  roots: ShadowRoot[],
  x: number,
  y: number,
): Hit | null | undefined {
  const registry = view.window.CSS.highlights as unknown as Registry | undefined;
  if (!registry?.highlightsFromPoint) return undefined;
  const under = new Set<AbstractRange>();
  for (const { ranges } of registry.highlightsFromPoint(x, y, { shadowRoots: roots }))
    for (const range of ranges) under.add(range);
  if (under.size === 0) return null;
  for (const mark of marks) {
    const line = lineAt(
      mark.ranges.filter((range) => under.has(range)),
      x,
      y,
    );
    if (line) return { mark, line };
  }
  return null;
}

/** By the caret's position: the caret snaps to text far away, so the lines' own boxes decide. */
export function byCaret(marks: readonly Mark[], view: View, roots: ShadowRoot[], x: number, y: number): Hit | null {
  const document = view.document as unknown as WithCaret;
  let node: Node | undefined;
  let offset = 0;
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
    [node, offset] = [found?.offsetNode, found?.offset ?? 0];
  } else {
    const range = document.caretRangeFromPoint?.(x, y);
    [node, offset] = [range?.startContainer, range?.startOffset ?? 0];
  }
  if (!node) return null;
  for (const mark of marks) {
    if (!mark.pieces.some((piece) => piece.node === node && offset >= piece.from && offset <= piece.to)) continue;
    const line = lineAt(mark.ranges, x, y);
    if (line) return { mark, line };
  }
  return null;
}

/** The pixel ratio at which a window's registry has last found something: at that ratio its silence is believed. */
const proven = new WeakMap<Window, number>();

/**
 * The mark under a point of the view's viewport, with the line to anchor at. Chromium's registry finds nothing where a
 * device's pixels are emulated (developer tools, screenshots of tests), so the caret is asked too until it has found one.
 */
export function hitTest(marks: readonly Mark[], view: View, roots: ShadowRoot[], x: number, y: number): Hit | null {
  const ratio = view.window.devicePixelRatio;
  const hit = byHighlights(marks, view, roots, x, y);
  if (hit) proven.set(view.window, ratio);
  if (hit || (hit === null && proven.get(view.window) === ratio)) return hit;
  return byCaret(marks, view, roots, x, y);
}

/** Marks on the page: CSS highlights over ranges. Nothing of the page's DOM is touched. */

export type MarkKind = 'contradicts' | 'confirms' | 'mixed';

export interface Mark {
  /** The passage's id. */
  id: string;
  kind: MarkKind;
  ranges: Range[];
}

const names: Record<MarkKind, string> = {
  contradicts: 'said-before-contradicts',
  confirms: 'said-before-confirms',
  mixed: 'said-before-mixed',
};

/** Can this browser paint marks at all? */
export const canMark = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

/** Paints marks, replacing those painted before; the registry is shared with the page, so only our names are touched. */
export function paint(marks: readonly Mark[]): void {
  for (const kind of Object.keys(names) as MarkKind[]) {
    const ranges = marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.ranges);
    if (ranges.length > 0) CSS.highlights.set(names[kind], new Highlight(...ranges));
    else CSS.highlights.delete(names[kind]);
  }
}

/** Has somebody else taken our marks out of the registry? */
export const lost = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => mark.ranges.length > 0 && !CSS.highlights.has(names[mark.kind]));

/** Takes every mark away. */
export function erase(): void {
  if (canMark()) for (const name of Object.values(names)) CSS.highlights.delete(name);
}

interface Caret {
  node: Node;
  offset: number;
}

function caretAt(x: number, y: number): Caret | null {
  const doc = document as Document & { caretRangeFromPoint?(x: number, y: number): Range | null };
  if (doc.caretPositionFromPoint) {
    const found = doc.caretPositionFromPoint(x, y);
    return found?.offsetNode ? { node: found.offsetNode, offset: found.offset } : null;
  }
  const range = doc.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Room around a line that still counts as the line, in CSS pixels. */
const SLACK = 2;

/** The line of a mark under a point, or null: the caret snaps to text far away, so the lines' own boxes decide. */
function lineAt(mark: Mark, x: number, y: number): DOMRect | null {
  for (const range of mark.ranges)
    for (const rect of range.getClientRects())
      if (x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK)
        return rect;
  return null;
}

export interface Hit {
  mark: Mark;
  line: DOMRect;
}

/** The mark under a point of the viewport, with the line to anchor at. One call a frame at most: it asks for layout. */
export function hitTest(marks: readonly Mark[], x: number, y: number): Hit | null {
  const caret = caretAt(x, y);
  if (!caret) return null;
  for (const mark of marks) {
    const inside = mark.ranges.some((range) => {
      try {
        return range.isPointInRange(caret.node, caret.offset);
      } catch {
        return false; // a node of another tree
      }
    });
    const line = inside ? lineAt(mark, x, y) : null;
    if (line) return { mark, line };
  }
  return null;
}

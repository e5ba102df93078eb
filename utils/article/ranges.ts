/** Offsets of the article's text → ranges of the page's document. */
import type { NodeBlock } from './blocks';

/** Where a range would start and end, by node and offset. */
export interface NodeSpan {
  start: { node: Text; offset: number };
  end: { node: Text; offset: number };
}

/** The stretches of text nodes that [start, end) covers, one per block it touches; offsets in the text of all blocks. */
export function spansFor(blocks: readonly NodeBlock[], start: number, end: number): NodeSpan[] {
  const out: NodeSpan[] = [];
  let at = 0;
  for (const block of blocks) {
    const from = start - at;
    const to = end - at;
    if (to <= 0) break;
    if (from < block.text.length) {
      const first = block.runs.find((run) => run.offset + run.length > from);
      const last = [...block.runs].reverse().find((run) => run.offset < to);
      if (first && last)
        out.push({
          start: { node: first.node, offset: first.from + Math.max(0, from - first.offset) },
          end: { node: last.node, offset: last.from + Math.min(last.length, to - last.offset) },
        });
    }
    at += block.text.length + 1;
  }
  return out;
}

/** Live ranges for [start, end); a node that has left the document or shrunk gives none. */
export function rangesFor(blocks: readonly NodeBlock[], start: number, end: number): Range[] {
  return spansFor(blocks, start, end).flatMap((span) => {
    if (!span.start.node.isConnected || !span.end.node.isConnected) return [];
    if (span.start.offset > span.start.node.length || span.end.offset > span.end.node.length) return [];
    const range = span.start.node.ownerDocument.createRange();
    range.setStart(span.start.node, span.start.offset);
    range.setEnd(span.end.node, span.end.offset);
    return [range];
  });
}

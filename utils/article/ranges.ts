/** Offsets of the article's text → ranges of the page's document. */
import type { NodeBlock } from './blocks';

/** A stretch of one text node. */
export interface Piece {
  node: Text;
  from: number;
  to: number;
}

/** The pieces of text nodes that [start, end) covers, one list per block it touches; offsets in the text of all blocks. */
export function piecesFor(blocks: readonly NodeBlock[], start: number, end: number): Piece[][] {
  const out: Piece[][] = [];
  let at = 0;
  for (const { text, runs } of blocks) {
    const [from, to] = [start - at, end - at];
    if (to <= 0) break;
    if (from < text.length) {
      const pieces = runs
        .filter((run) => run.offset + run.length > from && run.offset < to)
        .map(({ node, offset, from: begin, length }) => ({
          node,
          from: begin + Math.max(0, from - offset),
          to: begin + Math.min(length, to - offset),
        }));
      if (pieces.length > 0) out.push(pieces);
    }
    at += text.length + 1;
  }
  return out;
}

/** One live range over the pieces of a block, or null where a node has left its document or shrunk. */
export function rangeOver(pieces: readonly Piece[]): Range | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  if (first.from > first.node.length || last.to > last.node.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.to);
  return range;
}

/** Live ranges for [start, end). */
export const rangesFor = (blocks: readonly NodeBlock[], start: number, end: number): Range[] =>
  piecesFor(blocks, start, end).flatMap((pieces) => rangeOver(pieces) ?? []);

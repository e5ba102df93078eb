/** Where the card stands: below the line, above it where there is more room, beside the pointer in a low window, over all of a tiny one; shifted inside the viewport. Pure. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  top: number;
  /** The tallest the card may be there. */
  height: number;
  side: 'below' | 'above' | 'beside' | 'over';
}

/** Distance between line and card, and between card and the viewport's edge, in CSS pixels. */
const GAP = 6;
const EDGE = 8;
/** The card's head with a statement under it: with less room below than this, the other side is looked at. */
const ROOM = 400;
/** With less room than this on either side (a laptop's window at 200 % zoom) the card may cover the line's far end, and one that is kept open all of it. */
const CRAMPED = 260;
/** Distance from the pointer to a card beside it. */
const ASIDE = 24;

/** The left edge of a card that leaves the pointer free, at the window's far side; null where neither side has the width. */
function besideOf(x: number, width: number, view: number): number | null {
  if (x + ASIDE + width + EDGE <= view) return view - width - EDGE;
  return x - ASIDE - width >= EDGE ? EDGE : null;
}

/**
 * `x` is the pointer's, or the line's start for the keyboard; `kept`: the reader chose to have the card (docs/decisions/0147).
 * All in viewport pixels.
 */
export function place(
  line: Box,
  x: number,
  card: { width: number; height: number },
  view: { width: number; height: number },
  kept = false,
): Placement {
  const below = view.height - line.bottom - GAP - EDGE;
  const above = line.top - GAP - EDGE;
  if (Math.max(below, above) < Math.min(card.height, CRAMPED)) {
    const left = besideOf(x, card.width, view.width);
    if (left !== null) {
      const top = Math.max(EDGE, Math.min(line.top, view.height - EDGE - card.height));
      return { left, top, height: view.height - EDGE - top, side: 'beside' };
    }
    if (kept) {
      const height = view.height - 2 * EDGE;
      const top = Math.max(EDGE, Math.min(line.bottom + GAP, view.height - EDGE - card.height));
      return { left: Math.max(EDGE, (view.width - card.width) / 2), top, height, side: 'over' };
    }
  }
  const side = below >= Math.min(card.height, ROOM) || below >= above ? 'below' : 'above';
  const height = Math.max(120, side === 'below' ? below : above);
  const tall = Math.min(card.height, height);
  const left = Math.max(EDGE, Math.min(x - Math.min(80, card.width / 4), view.width - card.width - EDGE));
  const top = side === 'below' ? line.bottom + GAP : line.top - GAP - tall;
  return { left, top: Math.max(EDGE, Math.min(top, Math.max(EDGE, view.height - tall - EDGE))), height, side };
}

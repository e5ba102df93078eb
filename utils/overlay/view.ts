/** Where the article stands: the page itself, or a frame of the same site that holds it (a viewer). */
import { documentIn } from '../article/glance';

export interface View {
  window: Window & typeof globalThis;
  document: Document;
  /** The frame's element; null for the page itself. */
  frame: HTMLIFrameElement | null;
}

export interface Point {
  x: number;
  y: number;
}

/** A page with fewer words of its own than this is looked through for a frame. */
const FEW = 600;
/** The smallest frame that could be read in, in CSS pixels. */
const LEAST = { width: 250, height: 150 };

/** Characters in a document's paragraphs, counted until there are `enough`. */
function prose(document: Document, enough: number): number {
  let sum = 0;
  for (const p of document.querySelectorAll('p')) {
    sum += (p.textContent ?? '').length;
    if (sum >= enough) break;
  }
  return sum;
}

/** The page, unless it has hardly any prose and one of its own frames, large enough to read in, has more. */
export function viewOf(page: Document): View {
  const top: View = { window: page.defaultView as View['window'], document: page, frame: null };
  const own = prose(page, FEW);
  if (own >= FEW) return top;
  let best: { view: View; prose: number } = { view: top, prose: Math.max(own, FEW / 3) };
  for (const frame of page.querySelectorAll('iframe')) {
    const document = documentIn(frame);
    if (!document?.body || frame.clientWidth < LEAST.width || frame.clientHeight < LEAST.height) continue;
    const held = prose(document, Number.POSITIVE_INFINITY);
    if (held > best.prose)
      best = { view: { window: document.defaultView as View['window'], document, frame }, prose: held };
  }
  return best.view;
}

/** What to add to a point of the view to get the page's. */
export function offsetOf({ frame }: View): Point {
  if (!frame) return { x: 0, y: 0 };
  const { left, top } = frame.getBoundingClientRect();
  return { x: left + frame.clientLeft, y: top + frame.clientTop };
}

/** Is the view still what the page shows? A frame can be taken away or go to another document. */
export const stands = ({ frame, document }: View): boolean =>
  frame === null || (frame.isConnected && documentIn(frame) === document);

/**
 * The row at the upper edge of the list, kept beside the address in the browser's history: back, forward and reload
 * return to it. It belongs to this visit and not to a bookmark.
 */

/** Browsers let a page touch its history a few hundred times in ten seconds; scrolling would do so more often, ms. */
const EVERY = 100;

let waiting: { row: number; href: string; timer: ReturnType<typeof setTimeout> } | null = null;
let written = Number.NEGATIVE_INFINITY;

function write(row: number): void {
  written = performance.now();
  if (row !== placeKept()) history.replaceState({ row }, '');
}

function flush(): void {
  if (!waiting) return;
  const { row, href, timer } = waiting;
  clearTimeout(timer);
  waiting = null;
  // One has gone elsewhere since: the entry of the history that is open now is another's.
  if (location.href === href) write(row);
}

/** The row that this entry of the history was left at; 0 for a new one. */
export function placeKept(): number {
  const kept = (history.state as { row?: unknown } | null)?.row;
  return typeof kept === 'number' ? kept : 0;
}

/** The reader has scrolled to this row. */
export function keepPlace(row: number): void {
  const left = written + EVERY - performance.now();
  clearTimeout(waiting?.timer);
  waiting = { row, href: location.href, timer: setTimeout(flush, left) };
  if (left <= 0) flush();
}

/** This entry of the history is about to be left: the place is written that was still to be. */
export const leavePlace = flush;

/** The list begins anew. */
export function newPlace(): void {
  keepPlace(0);
  flush();
}

addEventListener('pagehide', flush);

/** Puts the card's shell where it stands. */
import { type Box, type Placement, place } from '../../utils/overlay/place';

/** The tallest card, and the height below which head and actions scroll with the rest; CSS pixels. */
const TALLEST = 600;
const SHORT = 280;

/** Not every browser knows the zoom of an element. */
const hostOf = (shell: HTMLElement): { currentCSSZoom?: number } => (shell.getRootNode() as ShadowRoot).host;

/**
 * Stands at a line of text. Above it, the lower edge is held, so that a card that grows does not cover the line. What
 * was scrolled in it stays where it was. `kept`: the reader chose to have it; `spread`: it moves only where it then gets
 * all of a small window.
 */
export function standAt(shell: HTMLElement, line: Box, x: number, { kept = false, spread = false } = {}): void {
  const before = shell.style.maxHeight;
  const scrolled = [...shell.querySelectorAll('.card, .scroll')].map((box) => ({ box, top: box.scrollTop }));
  // A page that zooms its root would zoom the card and every number below.
  const zoom = hostOf(shell).currentCSSZoom ?? 1;
  shell.style.zoom = String(1 / zoom);
  shell.style.maxHeight = 'none';
  const { width, height } = shell.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth * zoom || innerWidth, height: innerHeight };
  const spot = place(line, x, { width, height: Math.min(height, TALLEST) }, view, kept);
  const most = spread && spot.side !== 'over' ? null : Math.min(TALLEST, spot.height, view.height - 16);
  if (most === null) shell.style.maxHeight = before;
  else put(shell, spot, most, height, view.height);
  for (const { box, top } of scrolled) if (top > 0) box.scrollTop = top;
}

function put(shell: HTMLElement, spot: Placement, most: number, height: number, window: number): void {
  shell.style.left = `${spot.left}px`;
  shell.style.maxHeight = `${most}px`;
  shell.toggleAttribute('data-short', most < SHORT);
  if (spot.side === 'above') {
    shell.style.top = 'auto';
    shell.style.bottom = `${window - spot.top - Math.min(height, most)}px`;
  } else {
    shell.style.top = `${spot.top}px`;
    shell.style.bottom = 'auto';
  }
}

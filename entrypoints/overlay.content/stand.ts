/** Puts the card's shell where it stands. */
import { type Box, place } from '../../utils/overlay/place';

/** The tallest card, and the height below which head and actions scroll with the rest; CSS pixels. */
const TALLEST = 600;
const SHORT = 230;

/** Stands at a line of text. Above it, the lower edge is held, so that a card that grows does not cover the line. */
export function standAt(shell: HTMLElement, line: Box, x: number): void {
  shell.style.maxHeight = 'none';
  const { width, height } = shell.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
  const spot = place(line, x, { width, height: Math.min(height, TALLEST) }, view);
  const most = Math.min(TALLEST, spot.height, view.height - 16);
  shell.style.left = `${spot.left}px`;
  shell.style.maxHeight = `${most}px`;
  shell.toggleAttribute('data-short', most < SHORT);
  if (spot.side === 'above') {
    shell.style.top = 'auto';
    shell.style.bottom = `${view.height - spot.top - Math.min(height, most)}px`;
  } else {
    shell.style.top = `${spot.top}px`;
    shell.style.bottom = 'auto';
  }
}

/** The keyboard within the card: focus kept in, and scrolling while no part of it has the focus. */

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/** Keeps Tab inside `shell`; call from its keydown. */
export function keepInside(shell: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...shell.querySelectorAll<HTMLElement>(focusable)].filter((e) => e.getClientRects().length > 0);
  const first = all[0];
  const last = all.at(-1);
  const current = (shell.getRootNode() as ShadowRoot).activeElement;
  if (!first || !last) return;
  if (event.shiftKey && (current === first || current === shell)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && current === last) {
    event.preventDefault();
    first.focus();
  }
}

/** What a key scrolls by: lines of 40 px as browsers do, or a share of the height. */
const steps: Record<string, (height: number) => number> = {
  ArrowDown: () => 40,
  ArrowUp: () => -40,
  PageDown: (height) => 0.875 * height,
  PageUp: (height) => -0.875 * height,
  ' ': (height) => 0.875 * height,
  End: () => 1e6,
  Home: () => -1e6,
};

/** Scrolls the card, not the page under it, while the focus is on the card itself; call from its keydown. */
export function scrollWithin(shell: HTMLElement, event: KeyboardEvent): void {
  const step = steps[event.key];
  if (!step || event.composedPath()[0] !== shell || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const box = [...shell.querySelectorAll('.scroll, .card')].find((e) => e.scrollHeight > e.clientHeight + 1);
  box?.scrollBy({ top: step(box.clientHeight) * (event.key === ' ' && event.shiftKey ? -1 : 1) });
}

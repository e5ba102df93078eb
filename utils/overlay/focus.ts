/** The keyboard within the card: where it comes in, focus kept in, and scrolling while no part of it has the focus. */

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/**
 * What takes the focus when a card opens: its heading. A screen reader whose focus is on a whole dialog reads all of it
 * in one breath and leaves its name out (docs/decisions/0159).
 */
const startOf = (shell: HTMLElement): HTMLElement => shell.querySelector<HTMLElement>('h2[tabindex]') ?? shell;

const focusedIn = (shell: HTMLElement): Element | null => (shell.getRootNode() as ShadowRoot).activeElement;

/** Between two moves of the focus that a screen reader is to notice, in ms. */
const NOTICED = 200;

/** Moves the focus from one part of the card to the next, unless the reader has moved it meanwhile. */
function passOn(shell: HTMLElement, [from, to, ...rest]: (HTMLElement | null)[]): void {
  if (!from || !to) return;
  setTimeout(() => {
    if (focusedIn(shell) !== from) return;
    to.focus({ preventScroll: true });
    passOn(shell, [to, ...rest]);
  }, NOTICED);
}

/** Cards that wait for the page to have the focus. */
const waiting = new WeakSet<HTMLElement>();

/**
 * Enters the card when the page has the focus again, as when the toolbar's popup closes: a screen reader takes no notice of
 * what gets the focus in a window that is not the active one (docs/decisions/0177). Not if the reader is elsewhere by then.
 */
function enterLater(shell: HTMLElement, signal: AbortSignal): void {
  if (waiting.has(shell)) return;
  waiting.add(shell);
  const { activeElement } = document;
  const enter = (): void => {
    waiting.delete(shell);
    const moved = focusedIn(shell) !== null || document.activeElement !== activeElement;
    if (!moved && shell.matches(':popover-open')) enterCard(shell, signal);
  };
  window.addEventListener('focus', () => setTimeout(() => signal.aborted || enter(), NOTICED), { signal, once: true });
}

/**
 * Moves the focus to the card's start; focus that is there already is made anew. Tabs that appear tell a screen reader
 * that one was chosen and so take it there, into its mode for forms: the focus follows and leads it back to the start.
 */
export function enterCard(shell: HTMLElement, signal: AbortSignal): void {
  if (!document.hasFocus()) {
    enterLater(shell, signal);
    return;
  }
  const active = focusedIn(shell);
  if (active instanceof HTMLElement) active.blur();
  const start = startOf(shell);
  start.focus({ preventScroll: true });
  passOn(shell, [start, shell.querySelector<HTMLElement>('[role=tab][aria-selected=true]'), start]);
}

/** Keeps Tab inside `shell`; call from its keydown. */
export function keepInside(shell: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...shell.querySelectorAll<HTMLElement>(focusable)].filter((e) => e.getClientRects().length > 0);
  const first = all[0];
  const last = all.at(-1);
  const current = focusedIn(shell);
  if (!first || !last) return;
  if (event.shiftKey && (current === first || current === shell || current === startOf(shell))) {
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
  if (
    !step ||
    ![shell, startOf(shell)].includes(event.composedPath()[0] as HTMLElement) ||
    event.ctrlKey ||
    event.altKey ||
    event.metaKey
  )
    return;
  event.preventDefault();
  const box = [...shell.querySelectorAll('.scroll, .card')].find((e) => e.scrollHeight > e.clientHeight + 1);
  box?.scrollBy({ top: step(box.clientHeight) * (event.key === ' ' && event.shiftKey ? -1 : 1) });
}

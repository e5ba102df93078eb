/** Keys while a card is open: Escape closes it without moving the pointer, Tab stays inside a pinned one, arrows scroll it. */
import { keepInside, scrollWithin } from './focus';
import type { Intent } from './intent';

/** Fired at the shell before Escape closes the card; whoever closes something within the card first prevents it. */
export const ESCAPE = 'said-before-escape';

/** Follows the keyboard of these windows until `signal` aborts. */
export function followKeys(
  windows: Iterable<Window>,
  shell: HTMLElement,
  intent: Intent<unknown>,
  signal: AbortSignal,
): void {
  const key = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !intent.isOpen) return;
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      if (shell.dispatchEvent(new Event(ESCAPE, { cancelable: true }))) intent.dismiss();
    } else if (intent.pinned && event.composedPath().includes(shell)) {
      keepInside(shell, event);
      scrollWithin(shell, event);
    }
  };
  for (const window of new Set(windows)) window.addEventListener('keydown', key, { signal, capture: true });
}

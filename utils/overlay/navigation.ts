/** Moves within one document: another address without a new load. The fragment alone is no move. */

const bare = (href: string): string => href.split('#')[0] as string;

interface Navigates {
  navigation?: EventTarget;
}

/**
 * Calls `run` after the address changed but for its fragment. The Navigation API's `navigatesuccess` comes when the move
 * is done; `onLocation` (WXT's watcher) and `popstate` serve browsers without it. The page can fire such events too, so
 * nothing in them is believed: the address decides.
 */
export function followNavigation(
  window: Window,
  run: () => void,
  signal: AbortSignal,
  onLocation: (look: () => void) => void,
): void {
  let at = bare(window.location.href);
  const look = (): void => {
    const now = bare(window.location.href);
    if (now === at) return;
    at = now;
    run();
  };
  // After the event the address may still be the old one.
  const later = (): void => {
    window.setTimeout(() => signal.aborted || look(), 0);
  };
  (window as Navigates).navigation?.addEventListener('navigatesuccess', later, { signal });
  window.addEventListener('popstate', later, { signal });
  onLocation(later);
}

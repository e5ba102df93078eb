/** When the reader sees the page again: after a time out of sight, or out of the browser's cache. */

/** Returns what runs `run` at once, or, asked while the page is out of sight, once when it is seen again. */
export function whenSeen(run: () => void, signal: AbortSignal): () => void {
  let waiting = false;
  const ask = (): void => {
    if (!document.hidden) run();
    else if (!waiting) document.addEventListener('visibilitychange', ask, { signal, once: true });
    waiting = document.hidden;
  };
  return ask;
}

/** Calls back when the page comes back from the browser's cache, where it slept through every message. */
export function onWake(run: () => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', ({ persisted }) => persisted && run(), { signal });
}

/**
 * Is a worker still alive? A browser says nothing when one ends (out of memory, killed), but it lets go of the worker's
 * Web Lock. The worker holds one under its name for as long as it lives; the page asks for the same.
 */

/** Holds the lock for as long as this worker lives; `held` is called when it has it. Without locks or a name, nothing. */
export function holdLife(name: string, held: () => void): void {
  const locks = globalThis.navigator?.locks;
  if (!locks || name === '') return;
  void locks.request(name, () => {
    held();
    return new Promise<never>(() => undefined);
  });
}

/** Calls `ended` once when the worker that held the lock is gone; not after `signal` was aborted. Call it when the worker has it. */
export function onEnd(name: string, ended: () => void, signal: AbortSignal): void {
  const request = navigator.locks.request(name, { signal }, () => {
    if (!signal.aborted) ended();
  });
  // Given up because the page closed the worker itself.
  request.catch(() => undefined);
}

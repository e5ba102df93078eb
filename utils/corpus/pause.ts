/** Long work that lets others have a turn. */

/** Work goes on for so long before others have a turn, ms. */
const TURN = 30;

const turn = (): Promise<void> => new Promise((ready) => setTimeout(ready));

/**
 * A function to be awaited between portions of long work: now and then it lets waiting messages in, and it throws the
 * signal's reason once that is aborted.
 */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < TURN) return;
    await turn();
    since = performance.now();
    signal?.throwIfAborted();
  };
}

/** Long work that lets others have a turn. */

/** Work goes on for so long before others have a turn, ms: a frame. */
const TURN = 16;

/** Messages that wait go first. A timer would do too, but browsers hold a timer set by a timer back for 4 ms. */
const turn = (): Promise<void> =>
  new Promise((ready) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      ready();
    };
    port2.postMessage(null);
  });

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

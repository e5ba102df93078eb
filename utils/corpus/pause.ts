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

let urgent = 0;
const waiting: (() => void)[] = [];

/** Does work that somebody waits for; long work of the same worker that asks `standBack` rests meanwhile. */
export async function first<T>(work: () => Promise<T>): Promise<T> {
  urgent += 1;
  try {
    return await work();
  } finally {
    urgent -= 1;
    if (urgent === 0) for (const go of waiting.splice(0)) go();
  }
}

/** To be awaited between portions of work that can wait: not while anything is done `first`, which must not wait for it. */
export async function standBack(): Promise<void> {
  while (urgent > 0) await new Promise<void>((go) => waiting.push(go));
}

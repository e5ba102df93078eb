/** Long work in small slices, so that the page never waits for us. */

/** A slice is at most so long, in ms: half a frame at 60 Hz. */
const SLICE = 6;

/** A turn in which the browser can do other things; at once in a hidden tab, where nothing waits for a frame. */
const turn = (): Promise<void> =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });

/** Runs steps to their end, giving way after every 6 ms. Returns null when `signal` aborts in between. */
export async function inSlices<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T | null> {
  let began = performance.now();
  while (!signal.aborted) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < SLICE) continue;
    await turn();
    began = performance.now();
  }
  return null;
}

import { expect, test } from './bundled';

const parts = `
export { BlockCache } from './utils/article/cache';
export { Rescan } from './utils/overlay/rescan';
`;
type Own = typeof import('../../utils/article/cache') & typeof import('../../utils/overlay/rescan');
declare const own: Own;

test('a long page is not read again for every word that changes; new text does not wait for it', async ({ load }) => {
  const page = await load(parts, '<article><p id="ticker">0</p></article>');
  const seen = await page.evaluate(async () => {
    const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));
    const reads: number[] = [];
    const stop = new AbortController();
    const rescan = new own.Rescan(
      {
        cache: new own.BlockCache(),
        ignore: () => false,
        noticed: () => {},
        // As long as a page of 10,000 words takes; there is something new each time.
        read: async () => {
          rescan.settled();
          reads.push(performance.now());
          await pause(500);
          return true;
        },
      },
      stop.signal,
    );
    rescan.watch(document.documentElement);
    const ticker = document.getElementById('ticker') as HTMLElement;
    const began = performance.now();
    for (let i = 1; performance.now() - began < 5000; i += 1) {
      ticker.textContent = String(i);
      await pause(400);
    }
    const ticks = reads.length;
    const post = document.createElement('p');
    post.textContent = 'The envoys met for the second time this week and spoke of little else than the border.';
    document.querySelector('article')?.append(post);
    const added = performance.now();
    while (reads.every((at) => at < added) && performance.now() - added < 10_000) await pause(20);
    const waited = (reads.at(-1) ?? 0) - added;
    // What changed last is read in the end, whatever it was.
    ticker.textContent = 'the last';
    const changed = performance.now();
    while (reads.every((at) => at < changed) && performance.now() - changed < 15_000) await pause(20);
    stop.abort();
    return { ticks, waited, late: (reads.at(-1) ?? 0) > changed };
  });
  // Once at first, and once more where the first reading was over before the last tick: not once a second.
  expect(seen.ticks).toBeGreaterThan(0);
  expect(seen.ticks).toBeLessThan(3);
  expect(seen.waited).toBeGreaterThan(0);
  expect(seen.waited).toBeLessThan(3000);
  expect(seen.late).toBe(true);
});

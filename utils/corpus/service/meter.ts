/** How far, how fast, how long yet: progress of long work as views show it. */
import type { Long, Progress } from '../../corpus-service';

/** Reports at most this often, ms. */
const EVERY = 100;

/** A function that takes what is done and tells `long` of it, with the rate since the phase began. */
export function meter({ onProgress }: Long): (phase: Progress['phase'], done: number, all: number) => void {
  let current: Progress['phase'] | null = null;
  let [began, told] = [0, Number.NEGATIVE_INFINITY];
  return (phase, done, all) => {
    const now = performance.now();
    if (phase !== current) [current, began, told] = [phase, now, Number.NEGATIVE_INFINITY];
    if (!onProgress || (now - told < EVERY && done !== all)) return;
    told = now;
    const seconds = (now - began) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    onProgress({
      phase,
      done,
      all,
      rate: Math.round(rate),
      left: rate > 0 ? Math.max(0, Math.ceil((all - done) / rate)) : 0,
    });
  };
}

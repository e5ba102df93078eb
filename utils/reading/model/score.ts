/** Scores of one sentence: network, cues, and the parties exchanged. */
import { addCues } from './cue-scores';
import type { Feature } from './features';
import { type Network, type Pooled, pool, scores } from './network';
import type { Mirror } from './sides';

/** An output so far below its threshold is not looked at again: a mean with its mirror would hardly lift it. */
const HOPELESS = 6;

export interface Scored {
  /** Log-odds of each output; -Infinity where the sentence or its mirror speaks plainly against it. */
  scores: Float64Array;
  pooled: Pooled;
}

/**
 * Scores a sentence. An output with a mirror gets the mean of its score and of its mirror's score on the sentence with
 * the parties exchanged (`other`; null where it names none), so that both parties are read by one rule.
 */
export function scoreSentence(
  net: Network,
  mirror: Mirror,
  features: readonly Feature[],
  other: readonly Feature[] | null,
  cues: Float32Array,
): Scored {
  const pooled = pool(net, features);
  const plain = scores(net, pooled);
  const all = plain.slice();
  let turned: Float64Array | null = null;
  for (let c = 0; c < all.length; c += 1) {
    const twin = mirror.outputs[c] as number;
    const floor = Math.min(net.data.thresholds[c] as number, net.data.withCue[c] as number) - HOPELESS;
    if (twin < 0) continue;
    if ((plain[c] as number) < floor) {
      all[c] = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (other && !turned) turned = scores(net, pool(net, other));
    const there = (turned ?? plain)[twin] as number;
    all[c] = there < floor ? Number.NEGATIVE_INFINITY : ((plain[c] as number) + there) / 2;
  }
  addCues(all, cues, net.t.cues);
  return { scores: all, pooled };
}

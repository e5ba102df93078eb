/** How well scores meet the labels, at several thresholds. */
import type { Network } from '../../utils/reading/model/network';
import { scoreSentence } from '../../utils/reading/model/score';
import type { Mirror } from '../../utils/reading/model/sides';
import type { TrainingSentence } from './examples';

/** Scores of a sentence as the reading computes them. */
export const scoreOf = (nets: readonly Network[], mirror: Mirror, s: TrainingSentence): Float64Array =>
  scoreSentence(nets, mirror, s.features, s.other, s.cues).scores;

export interface Measured {
  threshold: number;
  precision: number;
  recall: number;
  f1: number;
  /** Precision of the proposition alone. */
  topic: number;
  right: number;
  shown: number;
  labelled: number;
}

/** Precision and recall of (sentence, proposition, stance), the best stance above `threshold` (a probability) taken. */
export function measure(
  sentences: readonly TrainingSentence[],
  all: readonly Float64Array[],
  threshold: number,
): Measured {
  const limit = Math.log(threshold / (1 - threshold));
  let [right, shown, labelled, topic] = [0, 0, 0, 0];
  sentences.forEach((s, i) => {
    const z = all[i] as Float64Array;
    for (let p = 0; p * 3 < z.length; p += 1) {
      const judged = (s.weight[p * 3] as number) === 1;
      if (!judged) continue;
      let best = p * 3;
      for (let c = p * 3; c < p * 3 + 3; c += 1) {
        if ((z[c] as number) > (z[best] as number)) best = c;
        labelled += s.target[c] as number;
      }
      if ((z[best] as number) <= limit) continue;
      shown += 1;
      right += s.target[best] as number;
      topic += Math.max(...s.target.subarray(p * 3, p * 3 + 3));
    }
  });
  const precision = right / Math.max(1, shown);
  const recall = right / Math.max(1, labelled);
  return {
    threshold,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    topic: topic / Math.max(1, shown),
    right,
    shown,
    labelled,
  };
}

/** A set's figures at several thresholds, a line each. */
export function report(
  name: string,
  sentences: readonly TrainingSentence[],
  nets: readonly Network[],
  mirror: Mirror,
): string {
  const all = sentences.map((s) => scoreOf(nets, mirror, s));
  return [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    .map((threshold) => {
      const m = measure(sentences, all, threshold);
      return `${name.padEnd(10)} > ${threshold}: precision ${m.precision.toFixed(3)} recall ${m.recall.toFixed(3)} F1 ${m.f1.toFixed(3)} (proposition ${m.topic.toFixed(3)}) right ${m.right} shown ${m.shown} labelled ${m.labelled}`;
    })
    .join('\n');
}

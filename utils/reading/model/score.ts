/** Scores of one sentence: the networks of a committee, cues, and the parties exchanged. */
import { addCues } from './cue-scores';
import type { ModelData } from './data';
import type { Feature } from './features';
import type { Network } from './network';
import { score } from './outputs';
import type { Mirror } from './sides';

/** In log-odds. An output so far below its lowest limit is not looked at again: a mean with its mirror would hardly lift it. */
const HOPELESS = 6;
/** In log-odds. Where the first network is so far below every limit the others hardly ever lift one above: they are not asked. */
const FAR = 2;

/** How one network sees a sentence. */
export interface View {
  net: Network;
  features: readonly Feature[];
  /** Log-odds of each output; -Infinity where the sentence or its mirror speaks plainly against it. */
  scores: Float64Array;
}

export interface Scored {
  /** The mean of all views. */
  scores: Float64Array;
  views: View[];
}

/** Score from which an output counts, by what the cues say of it. */
export function limitOf(data: ModelData, cues: Float32Array | null, output: number): number {
  const { thresholds, withCue, withSureCue = withCue } = data;
  const cue = cues ? (cues[output * 3] as number) : 0;
  return (cue >= 1 ? withSureCue[output] : cue > 0 ? withCue[output] : thresholds[output]) as number;
}

/**
 * One network's scores, the mirror's counted in. `own` and `other` put the scores of the words as they stand, and with the
 * parties exchanged (null where they name none), into the heap and give their place there.
 */
export function evenScores(
  { data, heap, at, cues: weights }: Network,
  mirror: Mirror,
  own: () => number,
  other: (() => number) | null,
  cues: Float32Array | null,
): Float64Array {
  const all = new Float64Array(mirror.outputs.length);
  const from = own();
  for (let c = 0; c < all.length; c += 1) all[c] = heap.floats[from + c]!;
  // Where the parties cannot be exchanged the sentence is its own mirror, and its scores still stand there.
  let turned = other ? -1 : at.scores >> 2;
  for (let c = 0; c < all.length; c += 1) {
    const twin = mirror.outputs[c] as number;
    if (twin < 0) continue;
    const floor = Math.min(data.thresholds[c]!, (data.withSureCue ?? data.withCue)[c]!) - HOPELESS;
    if (all[c]! < floor) {
      all[c] = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (turned < 0) turned = (other as () => number)();
    const there = heap.floats[turned + twin]!;
    all[c] = there < floor ? Number.NEGATIVE_INFINITY : (all[c]! + there) / 2;
  }
  if (cues) addCues(all, cues, weights);
  return all;
}

/** The mean of several networks' scores. */
export function meanOf(all: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array((all[0] as Float64Array).length);
  for (const scores of all) for (let c = 0; c < sum.length; c += 1) sum[c]! += scores[c]! / all.length;
  return sum;
}

/**
 * Scores a sentence by the mean of the networks. In each, an output with a mirror gets the mean of its score and of its
 * mirror's score on the sentence with the parties exchanged (`other`; null where it names none), so that both parties
 * are read by one rule. `cues`: as cueFeatures gives them, null where there are none.
 */
export function scoreSentence(
  nets: readonly Network[],
  mirror: Mirror,
  features: readonly Feature[],
  other: readonly Feature[] | null,
  cues: Float32Array | null,
): Scored {
  const views: View[] = [];
  for (const net of nets) {
    const first = views[0];
    if (first && !first.scores.some((score, c) => score > limitOf(net.data, cues, c) - FAR)) break;
    const scores = evenScores(net, mirror, () => score(net, features), other && (() => score(net, other)), cues);
    views.push({ net, features, scores });
  }
  return { scores: meanOf(views.map(({ scores }) => scores)), views };
}

/** Cues as evidence for the model: what they add to each output's score. */
import type { Candidate } from '../cue-readings';
import type { Pattern } from '../patterns';
import type { Mirror } from './sides';

const stances = ['affirms', 'denies', 'hedges'] as const;
/** A cue of four parts or more is as sure as one can be. */
const SUREST = 4;

/** Does a cue name a party, or ask who speaks? Where a claim has a twin about the other party it would not be even-handed. */
const namesParty = ({ parts }: Pattern, { sides }: Mirror): boolean =>
  parts.some(
    ({ elements, by }) =>
      by.length > 0 || elements.some(({ any, not }) => [...any, ...not].some((label) => sides.has(label))),
  );

/**
 * Three numbers an output, each from 0 to 1: the strongest cue of this proposition and stance, of this proposition and
 * another stance, and whether a cue silences the proposition.
 */
export function cueFeatures(
  candidates: readonly Candidate[],
  propositions: readonly string[],
  mirror: Mirror,
): Float32Array {
  const out = new Float32Array(propositions.length * 9);
  for (const { cue, proposition, stance, weight } of candidates) {
    const p = propositions.indexOf(proposition);
    if (p < 0 || ((mirror.outputs[p * 3] as number) >= 0 && namesParty(cue.pattern, mirror))) continue;
    const strength = Math.min(weight, SUREST) / SUREST;
    stances.forEach((own, s) => {
      const at = (p * 3 + s) * 3 + (stance === 'never' ? 2 : stance === own ? 0 : 1);
      out[at] = Math.max(out[at] as number, stance === 'never' ? 1 : strength);
    });
  }
  return out;
}

/** Adds the cues' share to the scores, in place. */
export function addCues(scores: Float32Array, features: Float32Array, weights: Float32Array): void {
  for (let c = 0; c < scores.length; c += 1)
    for (let k = 0; k < 3; k += 1)
      scores[c] = (scores[c] as number) + (features[c * 3 + k] as number) * (weights[c * 3 + k] as number);
}

/** Cues as evidence for the model: what they add to each output's score. */
import type { Candidate } from '../cue-readings';

const stances = ['affirms', 'denies', 'hedges'] as const;
/** A cue of four parts or more is as sure as one can be. */
const SUREST = 4;

/**
 * Three numbers an output, each from 0 to 1: the strongest cue of this proposition and stance, of this proposition and
 * another stance, and whether a cue silences the proposition.
 */
export function cueFeatures(candidates: readonly Candidate[], propositions: readonly string[]): Float32Array {
  const out = new Float32Array(propositions.length * 9);
  for (const { proposition, stance, weight } of candidates) {
    const p = propositions.indexOf(proposition);
    if (p < 0) continue;
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

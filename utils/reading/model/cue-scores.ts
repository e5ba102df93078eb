/** Cues as evidence for the model: what they add to each output's score. */
import type { Candidate } from '../cue-readings';
import type { Pattern } from '../patterns';
import type { Mirror } from './sides';

const stances = ['affirms', 'denies', 'hedges'] as const;
/** A cue of four parts or more is as sure as one can be. */
const SUREST = 4;
/** So are so many cues that say the same in other ways, where none says otherwise (docs/decisions/0168). */
const AGREEING = 4;

/** Does a cue name a party, or ask who speaks? */
const namesParty = ({ parts }: Pattern, { sides }: Mirror): boolean =>
  parts.some(
    ({ elements, by }) =>
      by.length > 0 || elements.some(({ any, not }) => [...any, ...not].some((label) => sides.has(label))),
  );

/** A claim about one party is not lifted by cues that its twin may lack; one about both only by cues that name neither. */
function evenHanded(pattern: Pattern, proposition: number, mirror: Mirror): boolean {
  const twin = mirror.outputs[proposition * 3] as number;
  return twin < 0 || (twin === proposition * 3 && !namesParty(pattern, mirror));
}

/** Notes which cues say what, and gives the outputs of which many say the same. */
function agreement(): { note(output: number, cue: Pattern): void; outputs(): number[] } {
  const sources = new Map<number, Set<string>>();
  return {
    note: (output, { source }) => sources.set(output, (sources.get(output) ?? new Set()).add(source)),
    outputs: () => [...sources].flatMap(([output, own]) => (own.size >= AGREEING ? output : [])),
  };
}

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
  const agreed = agreement();
  for (const { cue, proposition, stance, weight } of candidates) {
    const p = propositions.indexOf(proposition);
    if (p < 0 || !evenHanded(cue.pattern, p, mirror)) continue;
    const strength = Math.min(weight, SUREST) / SUREST;
    stances.forEach((own, s) => {
      const at = (p * 3 + s) * 3 + (stance === 'never' ? 2 : stance === own ? 0 : 1);
      out[at] = Math.max(out[at] as number, stance === 'never' ? 1 : strength);
    });
    if (stance !== 'never') agreed.note(p * 3 + stances.indexOf(stance), cue.pattern);
  }
  for (const output of agreed.outputs())
    if (out[output * 3 + 1] === 0 && out[output * 3 + 2] === 0) out[output * 3] = 1;
  return out;
}

/** Adds the cues' share to the scores, in place. */
export function addCues(scores: Float64Array, features: Float32Array, weights: Float32Array): void {
  for (let c = 0; c < scores.length; c += 1)
    for (let k = 0; k < 3; k += 1)
      scores[c] = (scores[c] as number) + (features[c * 3 + k] as number) * (weights[c * 3 + k] as number);
}

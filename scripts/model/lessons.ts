/** What the network is taught of a sentence: itself, the same with the parties exchanged, and two as one. */
import type { Mirror } from '../../utils/reading/model/sides';
import type { TrainingSentence } from './examples';
import type { Lesson, Trainer } from './trainer';

/** Rows of `by` numbers an output, each moved to the output's mirror; 0 where there is none. */
function mirrored(row: Float32Array, by: number, { outputs }: Mirror): Float32Array {
  const out = new Float32Array(row.length);
  outputs.forEach((other, c) => {
    if (other >= 0) out.set(row.subarray(c * by, (c + 1) * by), other * by);
  });
  return out;
}

/** One lesson, or two where parties can be exchanged. */
export function lessonsOf(s: TrainingSentence, trainer: Pick<Trainer, 'encode'>, mirror: Mirror): Lesson[] {
  const { cues, target, weight } = s;
  const own = { tokens: trainer.encode(s.features), cues, target, weight };
  if (!s.other) return [own];
  // What an exchanged sentence says of a proposition without a mirror is not known: weight 0.
  return [
    own,
    {
      tokens: trainer.encode(s.other),
      cues: mirrored(cues, 3, mirror),
      target: mirrored(target, 1, mirror),
      weight: mirrored(weight, 1, mirror),
    },
  ];
}

const most = (a: Float32Array, b: Float32Array): Float32Array => a.map((x, i) => Math.max(x, b[i] as number));

/**
 * Two sentences as one, which says what each of them says: articles' sentences are longer than labelled ones, and most
 * of their words have nothing to do with the claim.
 */
export function joined(a: Lesson, b: Lesson): Lesson {
  return {
    tokens: {
      words: Int32Array.from([...a.tokens.words, ...b.tokens.words]),
      labels: [...a.tokens.labels, ...b.tokens.labels],
    },
    cues: most(a.cues, b.cues),
    target: most(a.target, b.target),
    weight: a.weight.map((w, i) => {
      const other = b.weight[i] as number;
      return a.target[i] ? w : b.target[i] ? other : Math.min(w, other);
    }),
  };
}

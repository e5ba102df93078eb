/**
 * A sentence taken apart. A claim in a long sentence that mostly says something else is outvoted by the rest: so where one is
 * nearly loud enough it is also looked for in each clause by itself, and in the sentence without each of its stretches.
 */
import type { Surroundings } from '../stance';
import type { Feature } from './features';
import { scoreOf } from './outputs';
import { answersIn } from './pool';
import { evenScores, limitOf, meanOf, type Scored } from './score';
import type { Mirror } from './sides';
import { clausesOf, type Stretch, stretchesOf } from './stretches';

/** In log-odds: how far below its limit an output may be lifted above it. */
const NEAR = 1;
/** How much of what the best clause, and the best rest, is surer counts. */
const SHARE = 1 / 4;
/** So few words left over say nothing, in tokens. */
const FEW = 4;

/** The sets of stretches that are looked at: the clauses, and what is left without each stretch. */
function parts(stretches: readonly Stretch[]): { clauses: number[][]; rests: number[][] } {
  const all = stretches.map((_, i) => i);
  const tokens = (list: readonly number[]): number =>
    list.reduce((sum, i) => sum + stretches[i]!.end - stretches[i]!.start, 0);
  const clauses = clausesOf(stretches);
  return {
    clauses: clauses.length < 2 ? [] : clauses.map(([first, last]) => all.slice(first, last + 1)),
    rests: all.map((i) => all.filter((k) => k !== i)).filter((rest) => tokens(rest) >= FEW),
  };
}

/**
 * The scores of a sentence, raised where its parts are surer than the whole. `may` says which outputs can be raised; the others,
 * and sentences in which nothing is near its limit, keep their scores.
 */
export function raisedByParts(
  { scores, views }: Scored,
  mirror: Mirror,
  around: Surroundings,
  other: readonly Feature[] | null,
  cues: Float32Array | null,
  may: (output: number) => boolean,
): Float64Array {
  const { data } = views[0]!.net;
  const isNear = (score: number, c: number): boolean => {
    const limit = limitOf(data, cues, c);
    return score <= limit && score > limit - NEAR && may(c);
  };
  if (!scores.some(isNear)) return scores;
  const stretches = stretchesOf(around);
  if (stretches.length < 2) return scores;
  const heard = views.map(({ net, features }) => ({
    net,
    own: answersIn(net, features, stretches),
    other: other && answersIn(net, other, stretches),
  }));
  /** How much surer the surest of some parts is, of each output; 0 where none is. */
  const surer = (parts: readonly number[][]): Float64Array => {
    const out = new Float64Array(scores.length);
    for (const part of parts) {
      const there = meanOf(
        heard.map(({ net, own, other }) => {
          const score = (rows: readonly Float32Array[]): number =>
            scoreOf(
              net,
              part.map((i) => rows[i] as Float32Array),
            );
          return evenScores(net, mirror, () => score(own), other && (() => score(other)), cues);
        }),
      );
      for (let c = 0; c < out.length; c += 1) {
        const more = there[c]! - scores[c]!;
        if (more > out[c]! && scores[c]! > Number.NEGATIVE_INFINITY && may(c)) out[c] = more;
      }
    }
    return out;
  };
  const { clauses, rests } = parts(stretches);
  const [clause, rest] = [surer(clauses), surer(rests)];
  return scores.map((score, c) => score + (clause[c]! + rest[c]!) * SHARE);
}

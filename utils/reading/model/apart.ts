/**
 * A sentence taken apart (docs/decisions/0169). A claim in a long sentence that mostly says something else is outvoted by the
 * rest: so where one is nearly loud enough it is also looked for in each clause by itself, and in the sentence without each
 * of its stretches.
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
/** More stretches make a list, not clauses: it is left whole. */
const MOST = 24;

/** What is looked at apart, as numbers of stretches: the clauses, and what is left without each stretch. */
function partsOf(stretches: readonly Stretch[]): { clauses: number[][]; rests: number[][] } {
  const all = stretches.map((_, i) => i);
  const tokens = (list: readonly number[]): number =>
    list.reduce((sum, i) => sum + stretches[i]!.end - stretches[i]!.start, 0);
  const clauses = clausesOf(stretches);
  return {
    clauses: clauses.length < 2 ? [] : clauses.map(([first, last]) => all.slice(first, last + 1)),
    rests: all.map((i) => all.filter((k) => k !== i)).filter((rest) => tokens(rest) >= FEW),
  };
}

/** How a sentence's scores were come by: `other` are its features with the parties exchanged, null where they name none. */
interface Heard extends Scored {
  mirror: Mirror;
  other: readonly Feature[] | null;
  cues: Float32Array | null;
}

/** Scores parts of a sentence as scoreSentence does a whole one. */
function scorerOf({ views, mirror, other, cues }: Heard, stretches: readonly Stretch[]) {
  const heard = views.map(({ net, features }) => ({
    net,
    own: answersIn(net, features, stretches),
    turned: other && answersIn(net, other, stretches),
  }));
  return (part: readonly number[]): Float64Array =>
    meanOf(
      heard.map(({ net, own, turned }) => {
        const score = (rows: readonly Float32Array[]): number =>
          scoreOf(
            net,
            part.map((i) => rows[i] as Float32Array),
          );
        return evenScores(net, mirror, () => score(own), turned && (() => score(turned)), cues);
      }),
    );
}

/**
 * The scores of a sentence, raised where its parts are surer than the whole. `may` says which outputs can be raised; the
 * others, and sentences in which nothing is near its limit, keep their scores.
 */
export function raisedByParts(heard: Heard, around: Surroundings, may: (output: number) => boolean): Float64Array {
  const { scores, views, cues } = heard;
  const { data } = views[0]!.net;
  const isNear = (score: number, c: number): boolean => {
    const limit = limitOf(data, cues, c);
    return score <= limit && score > limit - NEAR && may(c);
  };
  if (!scores.some(isNear)) return scores;
  const stretches = stretchesOf(around);
  if (stretches.length < 2 || stretches.length > MOST) return scores;
  const scoreOfPart = scorerOf(heard, stretches);
  /** How much surer the surest of some parts is, of each output; 0 where none is. */
  const surer = (parts: readonly number[][]): Float64Array => {
    const out = new Float64Array(scores.length);
    for (const there of parts.map(scoreOfPart))
      for (let c = 0; c < out.length; c += 1)
        if (scores[c]! > Number.NEGATIVE_INFINITY && may(c)) out[c] = Math.max(out[c]!, there[c]! - scores[c]!);
    return out;
  };
  const { clauses, rests } = partsOf(stretches);
  const [clause, rest] = [surer(clauses), surer(rests)];
  return scores.map((score, c) => score + (clause[c]! + rest[c]!) * SHARE);
}

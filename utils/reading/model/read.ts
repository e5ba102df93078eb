/** Readings that a pack's models find in a sentence: structure from the cues, judgement from the network. */
import type { Figure, PassageReading, Proposition, Stance } from '../../types';
import { type Candidate, figureIn, voiceOf, wordsOf } from '../cue-readings';
import type { TokenSpan } from '../match';
import type { Surroundings } from '../stance';
import type { Topic, TopicModel } from '../topic';
import type { Segment, Sentence } from '../types';
import { cueFeatures } from './cue-scores';
import { featuresOf } from './features';
import { type Pooled, shares } from './network';
import { scoreSentence } from './score';
import { exchanged } from './sides';

const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

interface Found {
  proposition: string;
  stance: Stance;
  output: number;
  pooled: Pooled;
}

/** In log-odds: a stance so little behind the best one may stand for it, where only it is above its limit. */
const TIE = 0.5;

/** One stance a proposition at most: the best of those above their limits. */
function choose(model: TopicModel, around: Surroundings, candidates: readonly Candidate[]): Found[] {
  const { net, mirror } = model;
  const { propositions, thresholds, withCue } = net.data;
  const features = featuresOf(around.tokens, around.index, mirror);
  const cues = cueFeatures(candidates, propositions, mirror);
  const { scores: all, pooled } = scoreSentence(net, mirror, features, exchanged(features, mirror), cues);
  return propositions.flatMap((proposition, p): Found[] => {
    const ranked = [p * 3, p * 3 + 1, p * 3 + 2].sort((a, b) => (all[b] as number) - (all[a] as number));
    const best = all[ranked[0] as number] as number;
    const output = ranked.find((c) => {
      const limit = (cues[c * 3] as number) > 0 ? withCue[c] : thresholds[c];
      return (all[c] as number) > (limit as number) && (all[c] as number) > best - TIE;
    });
    return output === undefined ? [] : [{ proposition, stance: stances[output - p * 3] as Stance, output, pooled }];
  });
}

/** The stretch of at most five tokens that speaks most for an output. */
function reasonSpan(model: TopicModel, found: Found, tokens: number): TokenSpan {
  const share = shares(model.net, found.pooled, found.output, tokens);
  const length = Math.min(5, tokens);
  let best = 0;
  let most = -1;
  for (let start = 0; start + length <= tokens; start += 1) {
    let sum = 0;
    for (let t = start; t < start + length; t += 1) sum += share[t] as number;
    if (sum > most) [best, most] = [start, sum];
  }
  const peak = Math.max(...share);
  let end = best + length;
  while (best + 1 < end && (share[best] as number) < peak / 5) best += 1;
  while (end - 1 > best && (share[end - 1] as number) < peak / 5) end -= 1;
  return { start: best, end };
}

function asReading(
  model: TopicModel,
  found: Found,
  around: Surroundings,
  sentence: Sentence,
  candidates: readonly Candidate[],
  kind: Proposition['figure'],
): { segment: Segment; reading: PassageReading } | null {
  const cue = candidates
    .filter((c) => c.proposition === found.proposition && c.stance === found.stance)
    .reduce<Candidate | null>((best, c) => (best && best.weight >= c.weight ? best : c), null);
  const span = reasonSpan(model, found, around.tokens.length);
  const figure: Figure | null = kind
    ? (cue?.figure ?? figureIn(around, { start: 0, end: around.tokens.length }, kind))
    : null;
  // A claim of a figure without one says nothing that could be compared.
  if (kind && !figure && found.stance === 'affirms' && kind.unit !== 'days') return null;
  return {
    segment: cue?.segment ?? voiceOf(around.tokens, sentence, span),
    reading: {
      proposition: found.proposition,
      stance: found.stance,
      figure,
      because: cue ? [...new Set(cue.because)] : [wordsOf(around, span)],
    },
  };
}

/** All readings by models, grouped by the voice they belong to. */
export function readByModels(
  around: Surroundings,
  sentence: Sentence,
  topic: Topic,
  candidates: readonly Candidate[],
): Map<Segment, PassageReading[]> {
  const out = new Map<Segment, PassageReading[]>();
  if (![...around.index.spans.keys()].some((label) => topic.own.has(label))) return out;
  for (const model of topic.models)
    for (const found of choose(model, around, candidates)) {
      if (!topic.propositions.has(found.proposition)) continue;
      const kind = topic.propositions.get(found.proposition)?.figure;
      const placed = asReading(model, found, around, sentence, candidates, kind);
      if (!placed) continue;
      const list = out.get(placed.segment);
      if (list) list.push(placed.reading);
      else out.set(placed.segment, [placed.reading]);
    }
  return out;
}

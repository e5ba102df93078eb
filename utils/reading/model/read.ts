/** Readings that a pack's models find in a sentence: structure from the cues, judgement from the network. */
import type { Figure, PassageReading, Proposition, Stance } from '../../types';
import { speaksOf } from '../about';
import { reasonsOf } from '../because';
import { type Candidate, figureIn, voiceOf } from '../cue-readings';
import type { TokenSpan } from '../match';
import type { Surroundings } from '../stance';
import type { Topic } from '../topic';
import type { Segment, Sentence } from '../types';
import { raisedByParts } from './apart';
import type { Committee } from './committee';
import { cueFeatures } from './cue-scores';
import { featuresOf } from './features';
import { shares } from './outputs';
import { limitOf, scoreSentence, type View } from './score';
import { exchanged } from './sides';

const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

interface Found {
  proposition: string;
  stance: Stance;
  output: number;
  /** The network that is surest of it. */
  view: View;
}

/** In log-odds: a stance so little behind the best one may stand for it, where only it is above its limit. */
const TIE = 0.5;

/** One stance a proposition at most: the best of those above their limits. */
function choose(
  model: Committee,
  around: Surroundings,
  candidates: readonly Candidate[],
  { propositions: known }: Topic,
): Found[] {
  const { nets, data, mirror } = model;
  const { propositions } = data;
  const features = featuresOf(around.tokens, around.index, mirror);
  const cues = candidates.length > 0 ? cueFeatures(candidates, propositions, mirror) : null;
  const other = exchanged(features, mirror);
  const scored = scoreSentence(nets, mirror, features, other, cues);
  const { views } = scored;
  // Whose figure it is may stand anywhere in a sentence, so it is not taken apart for one.
  const may = (output: number): boolean => !known.get(propositions[Math.floor(output / 3)]!)?.figure;
  const all = raisedByParts({ ...scored, mirror, other, cues }, around, may);
  const out: Found[] = [];
  const surest = (output: number): View =>
    views.reduce((best, view) => (view.scores[output]! > best.scores[output]! ? view : best));
  propositions.forEach((proposition, p) => {
    const best = Math.max(all[p * 3]!, all[p * 3 + 1]!, all[p * 3 + 2]!);
    let output = -1;
    for (let c = p * 3; c < p * 3 + 3; c += 1)
      if (all[c]! > best - TIE && all[c]! > limitOf(data, cues, c) && (output < 0 || all[c]! > all[output]!))
        output = c;
    if (output >= 0) out.push({ proposition, stance: stances[output - p * 3] as Stance, output, view: surest(output) });
  });
  return out;
}

/** The stretch of at most five tokens that speaks most for an output. */
function reasonSpan({ view, output }: Found): TokenSpan {
  const share = shares(view.net, view.features, output);
  const tokens = share.length;
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

/** Where the network found it: whose words, and which. */
function networkReason(
  found: Found,
  around: Surroundings,
  sentence: Sentence,
): Pick<Candidate, 'segment' | 'taken' | 'turned'> {
  const span = reasonSpan(found);
  return { segment: voiceOf(around.tokens, sentence, span), taken: [span], turned: [] };
}

function asReading(
  found: Found,
  around: Surroundings,
  sentence: Sentence,
  candidates: readonly Candidate[],
  kind: Proposition['figure'],
): { segment: Segment; reading: PassageReading } | null {
  const own = candidates.filter((c) => c.proposition === found.proposition);
  const cue = own
    .filter((c) => c.stance === found.stance)
    .reduce<Candidate | null>((best, c) => (best && best.weight >= c.weight ? best : c), null);
  const figure: Figure | null = kind
    ? (cue?.figure ?? figureIn(around, { start: 0, end: around.tokens.length }, kind))
    : null;
  // A figure of something else: "another $2 billion this month" is not all that was given.
  if (figure && own.some((c) => c.stance === 'never' && c.figure?.said === figure.said)) return null;
  // A claim of a figure without one says nothing that could be compared.
  if (kind && !figure && found.stance === 'affirms' && kind.unit !== 'days') return null;
  const basis = cue ?? networkReason(found, around, sentence);
  return {
    segment: basis.segment,
    reading: { proposition: found.proposition, stance: found.stance, figure, because: reasonsOf(around, basis) },
  };
}

/** Is there a word of the pack's own in it? */
function namesOwn({ index }: Surroundings, { own }: Topic): boolean {
  for (const label of index.spans.keys()) if (own.has(label)) return true;
  return false;
}

/** All readings by models, grouped by the voice they belong to. `before`: propositions that the sentence before is read as. */
export function readByModels(
  around: Surroundings,
  sentence: Sentence,
  topic: Topic,
  candidates: readonly Candidate[],
  before: ReadonlySet<string>,
): Map<Segment, PassageReading[]> {
  const out = new Map<Segment, PassageReading[]>();
  if (candidates.length === 0 && !namesOwn(around, topic)) return out;
  for (const model of topic.models)
    for (const found of choose(model, around, candidates, topic)) {
      if (!topic.propositions.has(found.proposition)) continue;
      if (!before.has(found.proposition) && !speaksOf(around.index, topic.about.get(found.proposition))) continue;
      const kind = topic.propositions.get(found.proposition)?.figure;
      const placed = asReading(found, around, sentence, candidates, kind);
      if (!placed) continue;
      const list = out.get(placed.segment);
      if (list) list.push(placed.reading);
      else out.set(placed.segment, [placed.reading]);
    }
  return out;
}

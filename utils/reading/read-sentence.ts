/** One sentence with its voices → the stances it takes, voice by voice. */
import type { PassageReading, Stance } from '../types';
import { takenUp } from './anaphora';
import { answeredIn, answerTo } from './answers';
import { reasonsOf } from './because';
import { type Candidate, candidatesIn } from './cue-readings';
import { indexLabels, withEntities } from './label';
import { readByModels } from './model/read';
import { findNumbers } from './numbers';
import { opposite, type Surroundings } from './stance';
import { tokenize } from './tokens';
import type { Topic } from './topic';
import type { Segment, Sentence } from './types';

export interface SegmentReadings {
  segment: Segment;
  readings: PassageReading[];
}

/** One stance per proposition and voice: the most specific cue decides; where two as good contradict each other, none. */
function settle(around: Surroundings, candidates: readonly Candidate[]): PassageReading[] {
  const out: PassageReading[] = [];
  for (const proposition of new Set(candidates.map((c) => c.proposition))) {
    const own = candidates.filter((c) => c.proposition === proposition);
    if (own.some((c) => c.stance === 'never')) continue;
    const top = Math.max(...own.map((c) => c.weight));
    const best = own.filter((c) => c.weight === top);
    const stances = new Set(best.map((c) => c.stance));
    if (stances.has('affirms') && stances.has('denies')) continue;
    const chosen = best.find(
      (c) => c.stance === (stances.has('hedges') && stances.size > 1 ? 'hedges' : c.stance),
    ) as Candidate;
    out.push({
      proposition,
      stance: chosen.stance as Stance,
      figure: chosen.figure ?? own.find((c) => c.figure)?.figure ?? null,
      because: reasonsOf(around, chosen),
    });
  }
  return out;
}

/** A sentence's tokens with all their labels, or null where there is nothing to read. `text` is the article's. */
export function labelSentence(text: string, sentence: Sentence, topic: Topic): Surroundings | null {
  const own = text.slice(sentence.start, sentence.end);
  const tokens = withEntities(tokenize(own, sentence.start, findNumbers(own)), sentence);
  if (tokens.length < 2) return null;
  return { index: indexLabels(tokens, topic), tokens, text: own, base: sentence.start };
}

/** A reporter's own question claims nothing. */
const asks = /\?["”’)]*\s*$/;
/** "Will X …", "Who says that …": asked by the reporter, whomever the verb has for its subject. */
const opensQuestion =
  /^(?:and |but |so )?(?:will|would|does|do|did|can|could|is|are|was|were|has|have|had|should|shall|may|might|must|who|what|when|where|why|how|which|whose)\b/i;

/** A reporter's own question, in nobody's words; `text` is the article's. */
export function isQuestion(text: string, { start, end, segments }: Sentence): boolean {
  const own = text.slice(start, end);
  if (!/\?\s*$/.test(own) || segments.some(({ kind }) => kind === 'direct')) return false;
  return opensQuestion.test(own.trimStart()) || segments.every(({ kind }) => kind === 'reporter');
}

/** What a sentence's own words say, voice by voice. */
function ownReadings(around: Surroundings, sentence: Sentence, topic: Topic, { claims }: Before): SegmentReadings[] {
  const candidates = candidatesIn(around, sentence, topic);
  const spokenOf = new Set(claims.map(({ reading }) => reading.proposition));
  const modelled = readByModels(around, sentence, topic, candidates, spokenOf);
  const barred = new Set(candidates.filter((c) => c.stance === 'never' && c.cue.pattern.raw).map((c) => c.proposition));
  return sentence.segments
    .filter((segment) => segment.kind !== 'reporter' || !asks.test(around.text))
    .map((segment) => ({
      segment,
      readings: [
        ...settle(
          around,
          candidates.filter((c) => c.segment === segment && !topic.modelled.has(c.proposition)),
        ),
        ...(modelled.get(segment) ?? []).filter((r) => !barred.has(r.proposition)),
      ],
    }))
    .filter(({ readings }) => readings.length > 0);
}

/** What a clear answer makes of the question that it answers. */
function answeredReadings(text: string, sentence: Sentence, topic: Topic, before: Before): SegmentReadings | null {
  const answered = answeredIn(text, sentence) ?? (before.question && answerTo(text, before.question, sentence));
  const around = answered && labelSentence(text, answered.clause, topic);
  if (!around) return null;
  const readings = ownReadings(around, answered.clause, topic, before)
    .flatMap((found) => found.readings)
    .map((r) => ({
      ...r,
      stance:
        answered.answer === 'yes' ? r.stance : answered.answer === 'no' ? opposite[r.stance] : ('hedges' as const),
    }));
  return readings.length > 0 ? { segment: answered.voice, readings } : null;
}

/** Readings of other propositions than these. */
const without = (found: readonly SegmentReadings[], { readings }: SegmentReadings): SegmentReadings[] =>
  found
    .map((f) => ({ ...f, readings: f.readings.filter((r) => !readings.some((x) => x.proposition === r.proposition)) }))
    .filter((f) => f.readings.length > 0);

/** A claim of the sentence before, which this one may take up. */
export interface Antecedent {
  speaker: string | null;
  reading: PassageReading;
}

/** What stands right before a sentence: what is claimed there, and the reporter's question that it may answer. */
export interface Before {
  claims: Antecedent[];
  question: Sentence | null;
}

export const nothingBefore: Before = { claims: [], question: null };

/**
 * Every stance that a sentence takes, grouped by the voice that takes it, in the order of the text. `text` is the
 * article's, `before` what the sentence before it claims or asks.
 */
export function readSentence(
  text: string,
  sentence: Sentence,
  topic: Topic,
  before: Before = nothingBefore,
): SegmentReadings[] {
  const around = labelSentence(text, sentence, topic);
  if (!around) return [];
  const found = isQuestion(text, sentence) ? [] : ownReadings(around, sentence, topic, before);
  const answered = answeredReadings(text, sentence, topic, before);
  if (answered) return [answered, ...without(found, answered)];
  if (found.length > 0) return found;
  const reply = takenUp(around, sentence, before.claims);
  return reply ? [reply] : [];
}

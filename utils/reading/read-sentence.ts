/** One sentence with its voices → the stances it takes, voice by voice. */
import type { PassageReading, Stance } from '../types';
import { type Candidate, candidatesIn } from './cue-readings';
import { indexLabels, withEntities } from './label';
import { readByModels } from './model/read';
import { findNumbers } from './numbers';
import type { Surroundings } from './stance';
import { tokenize } from './tokens';
import type { Topic } from './topic';
import type { Segment, Sentence } from './types';

export interface SegmentReadings {
  segment: Segment;
  readings: PassageReading[];
}

/** One stance per proposition and voice: the most specific cue decides; where two as good contradict each other, none. */
function settle(candidates: readonly Candidate[]): PassageReading[] {
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
      because: [...new Set(chosen.because)],
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

/** Every stance that a sentence takes, grouped by the voice that takes it, in the order of the text. `text` is the article's. */
export function readSentence(text: string, sentence: Sentence, topic: Topic): SegmentReadings[] {
  const around = labelSentence(text, sentence, topic);
  if (!around) return [];
  const candidates = candidatesIn(around, sentence, topic);
  const modelled = readByModels(around, sentence, topic, candidates);
  return sentence.segments
    .map((segment) => ({
      segment,
      readings: [
        ...settle(candidates.filter((c) => c.segment === segment && !topic.modelled.has(c.proposition))),
        ...(modelled.get(segment) ?? []),
      ],
    }))
    .filter((found) => found.readings.length > 0);
}

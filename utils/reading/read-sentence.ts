/** One sentence with its voices → the stances it takes, voice by voice. */
import type { Figure, PassageReading, Proposition, Stance } from '../types';
import { figureOf } from './figures';
import { indexLabels, labelsOfEntity, withEntities } from './label';
import { findSequence, type LabelIndex, type SequenceMatch, type TokenSpan } from './match';
import { findNumbers } from './numbers';
import type { Pattern } from './patterns';
import { judge, type Surroundings } from './stance';
import { type Token, tokenize } from './tokens';
import type { Cue, Topic } from './topic';
import type { Segment, Sentence } from './types';

/** A stance that one cue found in one voice's words. */
interface Candidate {
  cue: Cue;
  proposition: string;
  stance: Stance | 'never';
  weight: number;
  segment: Segment;
  figure: Figure | null;
  because: string[];
}

/** Which cue led to a reading: for those who tune cues, not for reports. */
export const cueOf = new WeakMap<PassageReading, string>();

export interface SegmentReadings {
  segment: Segment;
  readings: PassageReading[];
}

function speaks(pattern: Pattern, segment: Segment, topic: Topic): boolean {
  const wanted = pattern.parts.flatMap((part) => part.by);
  if (wanted.length === 0) return true;
  if (!segment.speaker) return false;
  const own = labelsOfEntity(segment.speaker);
  const labels = new Set(own.concat(own.flatMap((label) => topic.classesOf.get(label) ?? [])));
  return wanted.some((label) => labels.has(label));
}

const voiceOf = (tokens: readonly Token[], sentence: Sentence, span: TokenSpan): Segment => {
  const from = (tokens[span.start] as Token).start;
  const to = (tokens[span.end - 1] as Token).end;
  const shared = (s: Segment): number => Math.min(to, s.end) - Math.max(from, s.start);
  return sentence.segments.reduce((best, s) => (shared(s) > shared(best) ? s : best));
};

const words = (around: Surroundings, span: TokenSpan): string =>
  around.text.slice(
    (around.tokens[span.start] as Token).start - around.base,
    (around.tokens[span.end - 1] as Token).end - around.base,
  );

function figureIn(around: Surroundings, match: SequenceMatch, kind: Proposition['figure']): Figure | null {
  if (!kind) return null;
  for (let i = match.start; i < match.end; i += 1) {
    const number = around.tokens[i]?.number;
    const figure = number && figureOf(number, around.text, kind);
    if (figure) return figure;
  }
  return null;
}

/** The first match of every part in the main part's voice, or null. Bag parts may stand anywhere in the sentence. */
function matchParts(index: LabelIndex, pattern: Pattern): SequenceMatch[][] | null {
  const all: SequenceMatch[][] = [];
  for (const part of pattern.parts) {
    if (part.elements.length === 0) continue;
    const found = findSequence(index, part);
    if (found.length === 0) return null;
    all.push(found);
  }
  return all;
}

function tryCue(cue: Cue, around: Surroundings, sentence: Sentence, topic: Topic, out: Candidate[]): void {
  const { pattern } = cue;
  const matched = matchParts(around.index, pattern);
  const [mains, ...others] = matched ?? [];
  if (!mains) return;
  for (const main of mains) {
    const segment = voiceOf(around.tokens, sentence, main);
    if (!speaks(pattern, segment, topic)) continue;
    const weight = main.taken.length + others.length + (pattern.raw ? 0.5 : 0);
    const spans = [main, ...others.map((list) => list[0] as SequenceMatch)];
    const because = spans.map((span) => words(around, span));
    if (cue.stance === 'never') {
      out.push({ cue, proposition: cue.proposition, stance: 'never', weight, segment, figure: null, because });
      continue;
    }
    const judged = pattern.raw ? { stance: cue.stance, because: [] } : judge(around, main, cue.stance, pattern.sure);
    if (!judged) continue;
    const proposition = topic.propositions.get(cue.proposition) as Proposition;
    out.push({
      cue,
      proposition: cue.proposition,
      stance: judged.stance,
      weight,
      segment,
      figure: figureIn(around, main, proposition.figure),
      because: [...judged.because.map((span) => words(around, span)), ...because],
    });
  }
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
    const reading: PassageReading = {
      proposition,
      stance: chosen.stance as Stance,
      figure: chosen.figure ?? own.find((c) => c.figure)?.figure ?? null,
      because: [...new Set(chosen.because)],
    };
    cueOf.set(reading, chosen.cue.pattern.source);
    out.push(reading);
  }
  return out;
}

/** Every stance that a sentence takes, grouped by the voice that takes it, in the order of the text. `text` is the article's. */
export function readSentence(text: string, sentence: Sentence, topic: Topic): SegmentReadings[] {
  const own = text.slice(sentence.start, sentence.end);
  const tokens = withEntities(tokenize(own, sentence.start, findNumbers(own)), sentence);
  if (tokens.length < 2) return [];
  const index = indexLabels(tokens, topic);
  const around: Surroundings = { index, tokens, text: own, base: sentence.start };
  const cues = new Set<Cue>();
  for (const label of index.spans.keys()) for (const cue of topic.cues.get(label) ?? []) cues.add(cue);
  const candidates: Candidate[] = [];
  for (const cue of cues) tryCue(cue, around, sentence, topic, candidates);
  return sentence.segments
    .map((segment) => ({ segment, readings: settle(candidates.filter((c) => c.segment === segment)) }))
    .filter((found) => found.readings.length > 0);
}

/** What the cues of a pack find in one labelled sentence: candidates for readings, voice by voice. */
import type { Figure, Proposition, Stance } from '../types';
import { figureOf } from './figures';
import { labelsOfEntity } from './label';
import { findSequence, type LabelIndex, type SequenceMatch, type TokenSpan } from './match';
import type { Pattern } from './patterns';
import { judge, type Surroundings } from './stance';
import type { Token } from './tokens';
import type { Cue, Topic } from './topic';
import type { Segment, Sentence } from './types';

/** A stance that one cue found in one voice's words. */
export interface Candidate {
  cue: Cue;
  proposition: string;
  stance: Stance | 'never';
  weight: number;
  segment: Segment;
  figure: Figure | null;
  /** What the cue took, and what turned it round or left it open. */
  taken: TokenSpan[];
  turned: TokenSpan[];
}

function speaks(pattern: Pattern, segment: Segment, topic: Topic): boolean {
  if (pattern.parts.every(({ by }) => by.length === 0)) return true;
  if (!segment.speaker) return false;
  const own = labelsOfEntity(segment.speaker);
  const labels = new Set(own.concat(own.flatMap((label) => topic.classesOf.get(label) ?? [])));
  return pattern.parts.some(({ by }) => by.some((label) => labels.has(label)));
}

/** The voice in whose words most of a span stands. */
export const voiceOf = (tokens: readonly Token[], sentence: Sentence, span: TokenSpan): Segment => {
  const from = (tokens[span.start] as Token).start;
  const to = (tokens[span.end - 1] as Token).end;
  const shared = (s: Segment): number => Math.min(to, s.end) - Math.max(from, s.start);
  return sentence.segments.reduce((best, s) => (shared(s) > shared(best) ? s : best));
};

/** "France 2", "Article 5": a small number right behind a capital, inside the sentence, numbers a thing. */
const NUMBERS_A_THING = 100;
function namesAThing({ text, base }: Surroundings, { number, start }: Token): boolean {
  if (number?.kind !== 'count' || number.high >= NUMBERS_A_THING) return false;
  return /[\p{Ll},] (?:\p{Lu}[\p{L}-]+ )*\p{Lu}[\p{L}-]+ $/u.test(
    text.slice(Math.max(0, start - base - 60), start - base),
  );
}

/** The first number within a span that is a figure of the kind, or null. */
export function figureIn(around: Surroundings, span: TokenSpan, kind: Proposition['figure']): Figure | null {
  if (!kind) return null;
  for (let i = span.start; i < span.end; i += 1) {
    const token = around.tokens[i] as Token;
    const figure = token.number && !namesAThing(around, token) && figureOf(token.number, around.text, kind);
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
    const taken = [main, ...others.map((list) => list[0] as SequenceMatch)];
    const proposition = topic.propositions.get(cue.proposition) as Proposition;
    const figure = figureIn(around, main, proposition.figure);
    if (cue.stance === 'never') {
      out.push({ cue, proposition: cue.proposition, stance: 'never', weight, segment, figure, taken, turned: [] });
      continue;
    }
    const judged = pattern.raw ? { stance: cue.stance, because: [] } : judge(around, main, cue.stance, pattern.sure);
    if (!judged) continue;
    out.push({
      cue,
      proposition: cue.proposition,
      stance: judged.stance,
      weight,
      segment,
      figure,
      taken,
      turned: judged.because,
    });
  }
}

/** Every candidate that the pack's cues find in a labelled sentence. */
export function candidatesIn(around: Surroundings, sentence: Sentence, topic: Topic): Candidate[] {
  const candidates: Candidate[] = [];
  for (const cue of around.index.cues) tryCue(cue, around, sentence, topic, candidates);
  return candidates;
}

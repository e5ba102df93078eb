/** What negation, doubt and silence around a cue make of its stance. */
import type { Stance } from '../types';
import type { LabelIndex, SequenceMatch, TokenSpan } from './match';
import type { Token } from './tokens';

/** How many words ahead of a cue a negation reaches it, and how many after it a taking-back does. */
const REACH = { negation: 7, doubt: 10, unsaid: 9, after: 5 };

/** What a stance becomes when it is turned round. */
export const opposite: Record<Stance, Stance> = { affirms: 'denies', denies: 'affirms', hedges: 'hedges' };

const overlaps = (a: TokenSpan, b: TokenSpan): boolean => a.start < b.end && b.start < a.end;

/**
 * Spans of a class that govern a match: inside it or before it within reach, in the same clause, and not part of the cue.
 * A phrase longer than the cue's own word governs it: in "not ruled out", a cue's "not" is the phrase's.
 */
function governing(index: LabelIndex, label: string, match: SequenceMatch, reach: number): TokenSpan[] {
  return (index.spans.get(label) ?? []).filter(
    (span) =>
      span.start < match.end &&
      span.end > match.start - reach &&
      !match.taken.some((taken) => overlaps(taken, span) && taken.end - taken.start >= span.end - span.start) &&
      index.barriers[Math.min(match.start, span.end)] === index.barriers[Math.max(match.start, span.start)],
  );
}

const following = (index: LabelIndex, label: string, match: SequenceMatch, reach: number): TokenSpan[] =>
  (index.spans.get(label) ?? []).filter(
    (span) =>
      span.start >= match.end &&
      span.start < match.end + reach &&
      index.barriers[span.start] === index.barriers[match.end],
  );

/** "not only", "no doubt" and "No, …" negate nothing. */
function idle(text: string, base: number, tokens: readonly Token[], span: TokenSpan): boolean {
  const end = (tokens[span.end - 1] as Token).end - base;
  const word = (tokens[span.start] as Token).labels[0];
  return (
    /^\s+(?:only|just|merely|simply|doubt|matter|less|later|wonder)\b/.test(text.slice(end, end + 12)) ||
    (word === 'no' && text[end] === ',')
  );
}

/** Longest spans first, each word counted once: "did not rule out" is one thing, not three. */
function distinct(spans: TokenSpan[]): TokenSpan[] {
  const out: TokenSpan[] = [];
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!out.some((taken) => overlaps(taken, span))) out.push(span);
  return out;
}

export interface Surroundings {
  index: LabelIndex;
  tokens: readonly Token[];
  /** The sentence's text and the offset of its first character. */
  text: string;
  base: number;
}

/**
 * The stance of a matched cue in its sentence, or null when the sentence leaves the claim unsaid ("gave no sign that").
 * `sure`: doubt around the cue is let pass.
 */
export function judge(
  around: Surroundings,
  match: SequenceMatch,
  stance: Stance,
  sure: boolean,
): { stance: Stance; because: TokenSpan[] } | null {
  const { index, tokens, text, base } = around;
  // "on condition of anonymity" says how it was told, not whether it holds.
  const untold = (span: TokenSpan): boolean => tokens[span.end + 1]?.labels[0] !== 'anonymity';
  const open = governing(index, '@open', match, REACH.doubt)
    .concat(following(index, '@open', match, REACH.after))
    .filter(untold);
  if (!sure && open.length > 0) return { stance: 'hedges', because: open.slice(0, 1) };
  if (governing(index, '@unsaid', match, REACH.unsaid).length > 0) return null;
  if (governing(index, '@condition', match, REACH.unsaid).filter(untold).length > 0) return null;
  const doubt = governing(index, '@hedge', match, REACH.doubt);
  const question = index.spans.get('?')?.find((span) => span.start >= match.end);
  if (!sure && doubt.length + (question ? 1 : 0) > 0)
    return { stance: 'hedges', because: [doubt[0] ?? (question as TokenSpan)] };
  const turns = distinct([
    ...governing(index, '@not', match, REACH.negation),
    ...governing(index, '@reverse', match, REACH.negation),
    ...following(index, '@undone', match, REACH.after),
  ]).filter((span) => !idle(text, base, tokens, span));
  return { stance: turns.length % 2 === 1 ? opposite[stance] : stance, because: turns };
}

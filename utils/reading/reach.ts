/** What stands before and behind a cue within reach and in its clause. */
import type { LabelIndex, SequenceMatch, TokenSpan } from './match';

/** How many words ahead of a cue a negation reaches it, and how many after it a taking-back does. */
export const REACH = { negation: 7, doubt: 10, unsaid: 9, after: 5, modal: 1 };

/** Have two spans a token in common? */
export const overlaps = (a: TokenSpan, b: TokenSpan): boolean => a.start < b.end && b.start < a.end;

/**
 * Spans of a class that govern a match: inside it or before it within reach, in the same clause, and not part of the cue.
 * A phrase longer than the cue's own word governs it: in "not ruled out", a cue's "not" is the phrase's.
 */
export function governing(index: LabelIndex, label: string, match: SequenceMatch, reach: number): TokenSpan[] {
  return (index.spans.get(label) ?? []).filter(
    (span) =>
      span.start < match.end &&
      span.end > match.start - reach &&
      !match.taken.some((taken) => overlaps(taken, span) && taken.end - taken.start >= span.end - span.start) &&
      index.barriers[Math.min(match.start, span.end)] === index.barriers[Math.max(match.start, span.start)],
  );
}

/** Spans of a class that begin behind a match, within reach and in its clause. */
export const following = (index: LabelIndex, label: string, match: SequenceMatch, reach: number): TokenSpan[] =>
  (index.spans.get(label) ?? []).filter(
    (span) =>
      span.start >= match.end &&
      span.start < match.end + reach &&
      index.barriers[span.start] === index.barriers[match.end],
  );

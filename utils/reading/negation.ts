/** Which words turn a cue's claim round, each counted once. */
import type { SequenceMatch, TokenSpan } from './match';
import { following, governing, overlaps, REACH } from './reach';
import type { Surroundings } from './stance';
import type { Token } from './tokens';

/** "not only", "no doubt" and "No, …" negate nothing. */
function idle(text: string, base: number, tokens: readonly Token[], span: TokenSpan): boolean {
  const end = (tokens[span.end - 1] as Token).end - base;
  const word = (tokens[span.start] as Token).labels[0];
  return (
    /^\s+(?:only|just|merely|simply|doubt|matter|less|least|later|wonder)\b/.test(text.slice(end, end + 12)) ||
    (word === 'no' && text[end] === ',')
  );
}

/** Words that a negation before them does not pass: "no truce until …", "not ready, and …". */
const WALL = /\b(?:until|till|unless|before|since|because|which|and that)\b|:\s|, (?:and|so)\b/i;

/** The words between two spans. */
function between({ text, base, tokens }: Surroundings, from: TokenSpan, to: { start: number }): string {
  const end = (tokens[from.end - 1] as Token).end;
  const start = tokens[to.start]?.start ?? end;
  return text.slice(end - base, Math.max(end, start) - base);
}

/** "does not and will not", "no date, no venue", "neither … nor": one negation, said more than once. */
function saidOnce(around: Surroundings, spans: readonly TokenSpan[]): TokenSpan[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  return inOrder.filter((span, i) => {
    const last = inOrder[i - 1];
    if (!last) return true;
    const pair = around.tokens[last.start]?.labels[0] === 'neither' && around.tokens[span.start]?.labels[0] === 'nor';
    return !pair && !/,|\b(?:and|or|nor)\b/i.test(between(around, last, span));
  });
}

/** Longest spans first, each word counted once: "did not rule out" is one thing, not three. */
function distinct(spans: TokenSpan[]): TokenSpan[] {
  const out: TokenSpan[] = [];
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!out.some((taken) => overlaps(taken, span))) out.push(span);
  return out;
}

/** The words that turn a matched cue round: an odd number of them says the opposite of the cue. */
export function turnsOf(around: Surroundings, match: SequenceMatch): TokenSpan[] {
  const { index, tokens, text, base } = around;
  const yes = index.spans.get('@yes') ?? [];
  const says = (span: TokenSpan): boolean =>
    !idle(text, base, tokens, span) &&
    !yes.some((whole) => overlaps(whole, span) && !match.taken.some((taken) => overlaps(taken, whole)));
  const isFree = (words: string): boolean => !WALL.test(words);
  const ahead = (span: TokenSpan): boolean => span.end > match.start || isFree(between(around, span, match));
  const behind = (span: TokenSpan): boolean => {
    const words = between(around, match, span);
    return isFree(words) && !/\bthat\b/.test(words);
  };
  const before = (label: string): TokenSpan[] =>
    governing(index, label, match, REACH.negation).filter(says).filter(ahead);
  const negations = before('@not');
  // A phrase that only lengthens the cue's own first word is the cue's.
  const reversals = before('@reverse').filter(
    (span) => !match.taken.some((taken) => overlaps(taken, { start: span.start, end: span.start + 1 })),
  );
  const undone = following(index, '@undone', match, REACH.after).filter(says).filter(behind);
  // "Rejected it as absurd": one turn, not two.
  const whole = distinct([...negations, ...reversals, ...(reversals.length > 0 ? [] : undone)]);
  const reversed = (span: TokenSpan): boolean => reversals.includes(span);
  return [
    ...saidOnce(
      around,
      whole.filter((span) => !reversed(span)),
    ),
    ...whole.filter(reversed),
  ];
}

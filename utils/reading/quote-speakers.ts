/** Whose words a quotation gives: the cue that speaks it. */
import type { AttributionCue } from './cues';
import type { QuoteSpan } from './quotations';
import type { Span } from './types';
import { turns } from './verbs';
import type { Word } from './words';

/** A quotation that stands on its own, not a few quoted words inside a reported clause. */
export function standsAlone(text: string, quote: Span, sentence: Span): boolean {
  const inside = text.slice(Math.max(quote.start, sentence.start), Math.min(quote.end, sentence.end)).trim();
  const atStart = quote.start <= sentence.start + 2;
  if (quote.start < sentence.start) return true;
  return (
    (atStart && inside.split(/\s+/).length >= 2) ||
    (/^\p{Lu}/u.test(inside) && /[.,!?;…—–-]$/.test(inside) && inside.split(/\s+/).length >= 3) ||
    (/^\p{Lu}/u.test(inside) && /[:,]\s*[“"‘']?$/.test(text.slice(sentence.start, quote.start)))
  );
}

/** "“…,” when X objected": the clause behind is about something else. */
const parting = /^(?:when|while|because|before|although|though|but|whereas|;)$/;
const turned = (words: readonly Word[], from: number, to: number): boolean =>
  words.some((w) => !w.quoted && turns.has(w.low) && w.start >= from && w.end <= to);

/**
 * The cue that speaks a quotation: right behind it, else the last before it, else any in its part of the sentence.
 * `words` and `cues` are those of the sentences in which it begins and ends.
 */
export function cueFor(
  text: string,
  quote: QuoteSpan,
  words: readonly Word[],
  cues: readonly AttributionCue[],
): AttributionCue | null {
  if (cues.length === 0) return null;
  const says = cues.filter((c) => c.kind !== 'position');
  const pool = says.length > 0 ? says : cues;
  const first = (c: AttributionCue): number => Math.min(c.span.start, c.subject.start);
  // "described as “useful” by X"
  const around = pool.find((c) => c.span.start <= quote.start && c.span.end >= quote.end);
  if (around) return around;
  const behind = pool.find((c) => first(c) >= quote.end && first(c) - quote.end <= 60);
  const parted =
    /[,.?!…;—–-]/.test(text[quote.end - 1] ?? '') || /^.?\s?[,—–-]/.test(text.slice(quote.end, quote.end + 3));
  const before = pool.filter((c) => c.span.end <= quote.start + 1 && !turned(words, c.span.end, quote.start)).at(-1);
  const other = words.some(
    (w) => !w.quoted && parting.test(w.low) && w.start >= quote.end && w.end <= (behind ? first(behind) : 0),
  );
  if (behind && !other && (behind.tag || parted || !before)) return behind;
  return (
    before ??
    pool.find((c) => first(c) >= quote.end && (c.tag || !turned(words, quote.end, first(c)))) ??
    pool.filter((c) => c.span.end <= quote.start + 1).at(-1) ??
    null
  );
}

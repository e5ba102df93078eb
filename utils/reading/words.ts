/** Words of a sentence as attribution sees them, and the marks that part clauses. */
import type { Span } from './types';
import type { Verbal } from './verbs';

export interface Word extends Span, Verbal {
  text: string;
  /** Inside a direct quotation. */
  quoted: boolean;
}

const shape = /(?:\p{L}\.){2,}|['’]s\b|[\p{L}\p{N}]+(?:[-.’'](?!s\b)[\p{L}\p{N}]+)*|[;:,—–―]|--/gu;

/** Words met before, each once, so that they are compared as one thing: more than English news has. */
const MOST = 50_000;
const kept = new Map<string, Pick<Word, 'text' | 'low'>>();

function formOf(text: string): Pick<Word, 'text' | 'low'> {
  const known = kept.get(text);
  if (known) return known;
  const form = { text, low: text.toLowerCase().replaceAll('’', "'") };
  if (kept.size < MOST) kept.set(text, form);
  return form;
}

/** The words of a span in order; offsets in the article's text. `quotes` are in order too. */
export function wordsOf(text: string, span: Span, quotes: readonly Span[]): Word[] {
  const own = text.slice(span.start, span.end);
  const out: Word[] = [];
  let quote = 0;
  shape.lastIndex = 0;
  for (let m = shape.exec(own); m; m = shape.exec(own)) {
    const start = span.start + m.index;
    const end = start + m[0].length;
    const form = formOf(m[0]);
    while (quote < quotes.length && (quotes[quote] as Span).end < end) quote += 1;
    const quoted = quote < quotes.length && start >= (quotes[quote] as Span).start;
    out.push({ start, end, text: form.text, low: form.low, quoted, verb: undefined });
  }
  return out;
}

/** Prepositions whose object is no subject: "after a call with X, Y said". */
export const oblique =
  /^(?:with|to|by|against|about|between|at|over|via|into|on|in|for|of|from|alongside|beside|than|like|behind|toward|towards|without|under|around|near|including|regarding|telling|told|upon|through|onto)$/;

/** Words in front of a name that say what somebody is addressed or serves as: "Mr", "Prime", "Minister". */
export const titled =
  /^(?:mr|mrs|ms|dr|sir|president|prime|vice|minister|chancellor|premier|secretary|foreign|defence|defense|special|envoy)$/;

/** A dash, long or doubled. */
export const isDash = (word: Word | undefined): boolean => word !== undefined && /^(?:[—–―]|--)$/.test(word.text);

const article = /^(?:the|a|an|his|her|its|their|mr|mrs|ms|dr|sir|gen|president|chancellor|then)$/;

/** What a participle without a subject of its own follows: "after meeting X, he said". */
const before = /^(?:after|before|while|when|since|upon)$/;

/**
 * Does the phrase that begins at word `first` hang on a preposition, or on such a participle: "after talks with Russian
 * President X", "after meeting X"?
 */
export function hangs(words: readonly Word[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i >= first - 4; i -= 1) {
    const word = words[i] as Word;
    if (oblique.test(word.low)) return true;
    if (/ing$/.test(word.low) && before.test(words[i - 1]?.low ?? '')) return true;
    if (!article.test(word.low) && !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  }
  return false;
}

/** Is the word behind a mention its possessive ending: "Trump's"? */
export const owns = (words: readonly Word[], mention: Span): boolean =>
  /^['’]s$/.test(words.find((w) => w.start >= mention.end)?.text ?? '');

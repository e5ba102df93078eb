/** Links that land on a statement's words. Pure. */
import type { Statement } from './types';

/**
 * A fragment must match the page literally, and pages set quotation marks, apostrophes, hyphens and thousands in different
 * ways: only words of letters and digits are used, at an end also one whose punctuation can be cut off.
 */
const plain = /^[\p{L}\p{N}]+$/u;
const openings = /^[“"‘'([{«]+/u;
const closings = /[”"’'.,;:!?)\]}»…]+$/u;

/** Words in one directive's start or end. */
const MOST = 8;
/** Fewer words than these, or shorter ones, are found in the wrong place. */
const LEAST = 3;
const LEAST_CHARACTERS = 16;

/** Stretches of words that can be looked for, in order. */
function runs(quote: string): string[][] {
  const found: string[][] = [[]];
  for (const raw of quote.split(/\s+/)) {
    const opened = raw.replace(openings, '');
    const word = opened.replace(closings, '');
    if (opened !== raw) found.push([]);
    if (plain.test(word)) found.at(-1)?.push(word);
    if (!plain.test(word) || word !== opened) found.push([]);
  }
  return found.filter((run) => run.length > 0);
}

const long = (run: readonly string[]): boolean => run.length >= LEAST && run.join(' ').length >= LEAST_CHARACTERS;

const encoded = (words: readonly string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');

/**
 * A text directive for a quotation (`:~:text=start` or `:~:text=start,end`), or "" when it has no stretch of words that
 * would be found again. Where a page does not have the words, the browser just opens the page.
 */
export function textDirective(quote: string): string {
  const good = runs(quote).filter(long);
  const first = good[0];
  const last = good.at(-1);
  if (!first || !last) return '';
  const start = first.slice(0, MOST);
  // Of one long stretch, its end; else the end of the last: what stands between may be set in any way.
  const end = last === first ? first.slice(MOST).slice(-MOST) : last.slice(-MOST);
  return `:~:text=${encoded(start)}${long(end) ? `,${encoded(end)}` : ''}`;
}

/** The source's address, jumping to the words where the browser can. An address with a hash of its own keeps it. */
export function linkTo(statement: Pick<Statement, 'quote' | 'source'>): string {
  const directive = textDirective(statement.quote);
  if (!directive) return statement.source.url;
  const [base = '', ...hash] = statement.source.url.split('#');
  return `${base}#${hash.join('#').split(':~:')[0]}${directive}`;
}

/** Who published a source: its name, else its host, else "". */
export function publisherOf({ publisher, url }: Statement['source']): string {
  if (publisher) return publisher;
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** Direct quotations of an article: where they begin and end, marks not included. */
import type { Span } from './types';

export interface QuoteSpan extends Span {
  block: number;
  /** The quotation was still open at the end of its block and goes on in the next. */
  open: boolean;
  /** It goes on from the block before. */
  continued: boolean;
}

const pairs: Record<string, string> = { '“': '”', '«': '»', '„': '“', '‘': '’' };
const before = (text: string, i: number): string => text[i - 1] ?? ' ';
const after = (text: string, i: number): string => text[i + 1] ?? ' ';
const spacey = /[\s([{—–\-/:,…]/;
const letter = /[\p{L}\p{N}]/u;

/** In characters: how far from a single mark the one that closes it may stand. */
const NEAR = 400;

/** The mark that would close a quotation opened at `i`, or null if nothing opens there. */
function opensAt(text: string, i: number): string | null {
  const mark = text[i] as string;
  if (mark === '"') return spacey.test(before(text, i)) && !/\s/.test(after(text, i)) ? '"' : null;
  if (mark === "'")
    return spacey.test(before(text, i)) &&
      letter.test(after(text, i)) &&
      /['](?![\p{L}])/u.test(text.slice(i + 2, i + NEAR + 4)) &&
      !/^'(?:em|til|tis|twas|90s|\d0s)\b/.test(text.slice(i))
      ? "'"
      : null;
  if (mark === '”') return spacey.test(before(text, i)) && letter.test(after(text, i)) ? '”' : null;
  if (mark === '‘') return letter.test(after(text, i)) || /[“"]/.test(after(text, i)) ? '’' : null;
  return pairs[mark] ?? null;
}

function closesAt(text: string, i: number, close: string): boolean {
  const mark = text[i];
  if (close === '’' || close === "'")
    return mark === close && !letter.test(after(text, i)) && !/[\s]/.test(before(text, i));
  if (close === '”')
    return mark === '”' || (mark === '"' && !/[\s([{]/.test(before(text, i)) && !letter.test(after(text, i)));
  return mark === close;
}

/** Single marks are also apostrophes: such a quotation must close, and soon. */
function endOf(text: string, from: number, close: string): number {
  for (let i = from; i < text.length; i += 1) {
    if (closesAt(text, i, close)) return i;
    // A new double quotation opens while one is open: the first was never closed.
    if (close === '”' && text[i] === '“') return -1;
    if ((close === "'" || close === '’') && i - from > NEAR) return -1;
  }
  return -1;
}

/** Those of `quotes` (in order, none overlapping) that share a character with `span`; found by halving. */
export function touching<Q extends Span>(quotes: readonly Q[], span: Span): Q[] {
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle] as Q).end > span.start) high = middle;
    else low = middle + 1;
  }
  const out: Q[] = [];
  for (let i = low; i < quotes.length && (quotes[i] as Q).start < span.end; i += 1) out.push(quotes[i] as Q);
  return out;
}

/** All outermost quotations of the blocks, in order. `starts[i]` is where block i begins in the article's text. */
export function findQuotations(blocks: readonly string[], starts: readonly number[]): QuoteSpan[] {
  const out: QuoteSpan[] = [];
  blocks.forEach((text, block) => {
    const base = starts[block] as number;
    const previous = out.at(-1);
    const continues = previous?.open === true && previous.block === block - 1;
    for (let i = 0; i < text.length; i += 1) {
      const close = opensAt(text, i);
      if (close === null) continue;
      const single = close === "'" || close === '’';
      const end = endOf(text, i + 1, close);
      if (end < 0 && single) continue;
      // Left open: it runs to the end only when a paragraph ends in it and the next one takes it up.
      const next = blocks[block + 1] ?? '';
      const open = end < 0 && /^\s*[“"]/.test(next);
      const stop = end < 0 ? (open || close === '”' ? text.length : -1) : end;
      if (stop < 0) continue;
      if (/[\p{L}\p{N}]/u.test(text.slice(i + 1, stop)))
        out.push({
          start: base + i + 1,
          end: base + stop,
          block,
          open,
          continued: continues && /^\s*$/.test(text.slice(0, i)),
        });
      i = stop;
    }
  });
  return out;
}

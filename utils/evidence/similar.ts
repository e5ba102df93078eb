/** Closeness of wording: for ranking, for near copies, and to know a passage's own utterance again. Never decides a relation. */

const stop = new Set(
  'a an the of to in on at for and or but with by from as is are was were be been will would that this it its they their he his she her we our i you not no so very have has had do does did s t said says'.split(
    ' ',
  ),
);

/** Statements are compared with every passage of a page, so their words are kept; some megabytes at most. */
const known = new Map<string, ReadonlySet<string>>();
const MOST = 8000;

/** Content words of a text, lower case, as a set; not to be changed. */
export function wordSet(text: string): ReadonlySet<string> {
  let words = known.get(text);
  if (!words) {
    words = contentWords(text);
    if (known.size >= MOST) known.clear();
    known.set(text, words);
  }
  return words;
}

/** All words of a text in their order, lower case; what stands behind an apostrophe is a word of its own. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const contentWords = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 1 && !stop.has(word)));

/** How many words two sets have in common. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

/** Jaccard index of two word sets, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** The share of the smaller set's words that the other has, 0 to 1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared(a, b) / least;
}

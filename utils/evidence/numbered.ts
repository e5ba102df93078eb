/**
 * Content words as numbers. A page compares thousands of statements with its passages; numbers in a row are compared
 * many times faster than words in sets, which lie all over a computer's memory. Says nothing else than `similar.ts`.
 */

/** Numbers of a text's content words, each once, ascending. */
export type WordNumbers = Uint32Array;

/** A language has no more words than a worker has room for, so they are never forgotten: numbers stay comparable. */
const numbers = new Map<string, number>();

/** The numbers of a set of words. */
export function numbersOf(words: ReadonlySet<string>): WordNumbers {
  const found = new Uint32Array(words.size);
  let i = 0;
  for (const word of words) {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    found[i] = number;
    i += 1;
  }
  return found.sort();
}

/** How many words two have in common. */
function sharedOf(a: WordNumbers, b: WordNumbers): number {
  let [count, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
}

/** Jaccard index, 0 to 1. */
export function likenessOf(a: WordNumbers, b: WordNumbers): number {
  const both = sharedOf(a, b);
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

/** The share of the smaller one's words that the other has, 0 to 1. */
export function containmentOf(a: WordNumbers, b: WordNumbers): number {
  const least = Math.min(a.length, b.length);
  return least === 0 ? 0 : sharedOf(a, b) / least;
}

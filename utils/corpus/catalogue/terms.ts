/**
 * The term index: for each word the documents that have it. Ranking is BM25 over weighted fields (Robertson and
 * Zaragoza 2009, with their usual k1 and b). A word of a search finds all words that begin with it; whole words count
 * more. Pure.
 */
import { Growing, Names } from './growing';
import { countOf, Postings } from './postings';

const K1 = 1.2;
const B = 0.75;
/** What the beginning of a word counts against the whole word. */
const BEGINNING = 0.4;

export class Terms {
  private readonly names = new Names();
  private readonly postings = new Postings();
  private readonly lengths = new Growing(1024);
  private total = 0;
  /** All words in order, for finding those that begin alike; made anew when words have come. */
  private sorted: string[] = [];

  /** Adds the words of the next document: documents come in order of their numbers. */
  add(doc: number, texts: readonly { words: readonly string[]; weight: number }[]): void {
    let length = 0;
    this.postings.begin();
    for (const { words, weight } of texts) {
      length += words.length;
      for (const word of words) this.postings.add(this.names.number(word), doc, weight);
    }
    this.lengths.push(length);
    this.total += length;
  }

  /** Terms that begin with a word, as numbers. */
  private beginning(word: string): number[] {
    const { texts } = this.names;
    if (this.sorted.length !== texts.length) this.sorted = [...texts].sort();
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let text = this.sorted[low]; text?.startsWith(word); text = this.sorted[low]) {
      found.push(this.names.find(text) as number);
      low += 1;
    }
    return found;
  }

  private exactly(word: string): number[] {
    const term = this.names.find(word);
    return term === undefined ? [] : [term];
  }

  /**
   * Documents that have all the words (each as a word's beginning, but those of `whole`), with their scores; `also` has
   * postings that a word has besides.
   */
  search(
    words: readonly string[],
    whole: readonly string[] = [],
    also: (word: string) => readonly number[] = () => [],
  ): { docs: number[]; scores: Float32Array } {
    const size = this.lengths.length;
    const scores = new Float32Array(size);
    const met = new Uint8Array(size);
    const segments = this.postings.segments();
    const lists = words
      .map((word) => ({ word, terms: whole.includes(word) ? this.exactly(word) : this.beginning(word) }))
      .map(({ word, terms }) => {
        const counted = terms.map((term) => ({ term, count: countOf(segments, term) }));
        const told = also(word);
        return { word, told, terms: counted, size: counted.reduce((sum, { count }) => sum + count, told.length) };
      })
      .sort((a, b) => a.size - b.size);
    let docs: number[] = [];
    const rarity = (count: number): number => Math.log(1 + (size - count + 0.5) / (count + 0.5));
    lists.forEach(({ word, terms, told }, round) => {
      docs = [];
      const meet = (posting: number, factor: number): void => {
        const doc = posting >>> 8;
        if ((met[doc] as number) < round) return;
        if (met[doc] === round) {
          met[doc] = round + 1;
          docs.push(doc);
        }
        (scores[doc] as number) += factor * this.saturated(posting & 255, doc);
      };
      for (const { term, count } of terms) {
        const factor = rarity(count) * (this.names.texts[term] === word ? 1 : BEGINNING);
        for (const { starts, postings } of segments)
          for (let i = starts[term] ?? 0, end = starts[term + 1] ?? 0; i < end; i += 1)
            meet(postings[i] as number, factor);
      }
      for (const posting of told) meet(posting, rarity(told.length));
    });
    return { docs, scores };
  }

  private saturated(weight: number, doc: number): number {
    const long = ((this.lengths.data[doc] as number) * this.lengths.length) / (this.total || 1);
    return (weight * (K1 + 1)) / (weight + K1 * (1 - B + B * long));
  }
}

/**
 * Which documents have a term, for all terms. Postings are taken down as they come and sorted by term a million at a
 * time: to write each at the end of its own term's list would be a walk through all of memory for every word. Pure.
 */
import { Growing } from './growing';

/** Postings sorted at once. */
const SEGMENT = 1 << 20;
/** A posting is document × 256 + weight. */
const MOST_WEIGHT = 255;

/** Postings of some documents in a row: those of term `t` from `starts[t]` to `starts[t + 1]`, by document. */
export interface Segment {
  starts: Uint32Array;
  postings: Uint32Array;
}

export class Postings {
  private readonly sealed: Segment[] = [];
  private tail: Segment | null = null;
  /** Not sorted yet: each posting with its term. */
  private readonly terms = new Growing(1024);
  private readonly postings = new Growing(1024);
  /** For each term the last document + 1 that had it, and the place of that posting. */
  private readonly lastDoc = new Growing(1024);
  private readonly lastAt = new Growing(1024);

  constructor(private readonly most = SEGMENT) {}

  /** Says that a document begins; its postings follow. */
  begin(): void {
    if (this.postings.length < this.most) return;
    this.sealed.push(this.sorted());
    this.terms.length = 0;
    this.postings.length = 0;
  }

  /** Notes that a document has a term; where it has it twice, weights add up. */
  add(term: number, doc: number, weight: number): void {
    const { lastDoc, lastAt, terms, postings } = this;
    this.tail = null;
    while (lastDoc.length <= term) {
      lastDoc.push(0);
      lastAt.push(0);
    }
    if (lastDoc.data[term] === doc + 1) {
      const at = lastAt.data[term] as number;
      const before = (postings.data[at] as number) & MOST_WEIGHT;
      postings.data[at] = doc * 256 + Math.min(MOST_WEIGHT, before + weight);
      return;
    }
    lastDoc.data[term] = doc + 1;
    lastAt.data[term] = postings.length;
    terms.push(term);
    postings.push(doc * 256 + weight);
  }

  /** All postings, those of earlier documents first. */
  segments(): readonly Segment[] {
    if (this.postings.length === 0) return this.sealed;
    this.tail ??= this.sorted();
    return [...this.sealed, this.tail];
  }

  /** What is not sorted yet, by counting, which leaves documents of a term in their order. */
  private sorted(): Segment {
    const starts = new Uint32Array(this.lastDoc.length + 1);
    const size = this.postings.length;
    const { data: terms } = this.terms;
    const { data: found } = this.postings;
    for (let i = 0; i < size; i += 1) (starts[(terms[i] as number) + 1] as number) += 1;
    for (let t = 1; t < starts.length; t += 1) (starts[t] as number) += starts[t - 1] as number;
    const next = starts.slice();
    const postings = new Uint32Array(size);
    for (let i = 0; i < size; i += 1) {
      const term = terms[i] as number;
      const at = next[term] as number;
      postings[at] = found[i] as number;
      next[term] = at + 1;
    }
    return { starts, postings };
  }
}

/** How many documents have a term. A segment does not know terms that came after it. */
export const countOf = (segments: readonly Segment[], term: number): number =>
  segments.reduce(
    (sum, { starts }) => sum + (term + 1 < starts.length ? (starts[term + 1] as number) - (starts[term] as number) : 0),
    0,
  );

/** Documents that have a word only as the reader's language tells it: in a name or a role. Pure. */
import type { TopicWords } from '../../types';
import type { Columns } from './columns';
import type { Growing, Names } from './growing';
import { meets, wordsOf } from './words';

/** Adds a weight to each document whose text in a column is one of those told with the word. */
function mark(
  weights: Uint8Array,
  weight: number,
  [column, names]: [Growing, Names],
  told: Readonly<Record<string, string>> = {},
  fits: (word: string) => boolean,
): void {
  const wanted = new Set<number>();
  for (const [text, other] of Object.entries(told)) {
    const number = other !== text && wordsOf(other).some(fits) ? names.find(text) : undefined;
    if (number !== undefined) wanted.add(number);
  }
  if (wanted.size === 0) return;
  for (let doc = 0; doc < weights.length; doc += 1)
    if (wanted.has(column.data[doc] as number)) (weights[doc] as number) += weight;
}

/** Such documents as postings: document × 256 + weight, in order. Weights are those of the fields (`words.ts`). */
export function toldPostings(columns: Columns, told: TopicWords, word: string, whole: readonly string[]): number[] {
  const weights = new Uint8Array(columns.size);
  const fits = (one: string): boolean => meets(one, word, whole);
  mark(weights, 4, [columns.speaker, columns.speakers], told.names, fits);
  mark(weights, 1, [columns.role, columns.roles], told.roles, fits);
  const found: number[] = [];
  weights.forEach((weight, doc) => {
    if (weight > 0) found.push(doc * 256 + weight);
  });
  return found;
}

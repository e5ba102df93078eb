/** Documents that have a word only as the reader's language tells it: in a name or a role. Pure. */
import type { TopicWords } from '../../types';
import type { Columns } from './columns';
import type { Names } from './growing';
import { meets, wordsOf } from './words';

/** Numbers of the texts that are told by others in which a word fits. */
function numbersOf(
  names: Names,
  told: Readonly<Record<string, string>> = {},
  fits: (word: string) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [text, other] of Object.entries(told)) {
    const number = other !== text && wordsOf(other).some(fits) ? names.find(text) : undefined;
    if (number !== undefined) found.add(number);
  }
  return found;
}

/** Such documents as postings: document × 256 + weight, in order. Weights are those of the fields (`words.ts`). */
export function toldPostings(columns: Columns, told: TopicWords, word: string, whole: readonly string[]): number[] {
  const fits = (one: string): boolean => meets(one, word, whole);
  const speakers = numbersOf(columns.speakers, told.names, fits);
  const roles = numbersOf(columns.roles, told.roles, fits);
  if (speakers.size + roles.size === 0) return [];
  const found: number[] = [];
  for (let doc = 0; doc < columns.size; doc += 1) {
    const weight =
      (speakers.has(columns.speaker.data[doc] as number) ? 4 : 0) +
      (roles.has(columns.role.data[doc] as number) ? 1 : 0);
    if (weight > 0) found.push(doc * 256 + weight);
  }
  return found;
}

/** The pack's people and institutions, found by name, short name or title. */
import type { Memory } from './memory';
import { type NameEntry, type PeopleIndex, plainWord } from './people';
import type { Word } from './words';

const inTerm = (entry: NameEntry, date: string | null): boolean =>
  date === null || ((!entry.from || entry.from <= date) && (!entry.to || date < entry.to));

/** Do an entry's words stand from word `at` on? */
function stands({ words: wanted, loose }: NameEntry, words: readonly Word[], at: number): boolean {
  for (let i = 0; i < wanted.length; i += 1) {
    const other = words[at + i];
    if (!other) return false;
    const form = loose ? plainWord(other.low) : other.text.includes('’') ? other.text.replaceAll('’', "'") : other.text;
    if (form !== wanted[i]) return false;
  }
  return true;
}

/**
 * The longest entry of the pack at word `at`, and its length in words, or null. A title counts only on a day (`date`, null:
 * any) on which it was held; a name that others bear too, only once its bearer was met. Where it is `indefinite` ("a former
 * minister") no office of a person is looked for.
 */
export function knownAt(
  words: readonly Word[],
  at: number,
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
  indefinite: (words: readonly Word[], at: number) => boolean = () => false,
): { entry: NameEntry; length: number } | null {
  const word = words[at];
  if (!word) return null;
  const written = people.byFirst.get(word.text);
  const loose = people.byFirstLoose.get(plainWord(word.low));
  // Most words begin no name.
  if (!written && !loose) return null;
  let best: { entry: NameEntry; length: number } | null = null;
  const take = (entry: NameEntry): void => {
    if (!stands(entry, words, at) || !inTerm(entry, date)) return;
    if (entry.how === 'title' && entry.entity.kind === 'person' && indefinite(words, at)) return;
    if (entry.how === 'ambiguous' && memory.bySurname(entry.words[0] as string) !== entry.entity) return;
    if (
      best === null ||
      entry.words.length > best.length ||
      (entry.words.length === best.length && best.entry.how === 'ambiguous')
    )
      best = { entry, length: entry.words.length };
  };
  written?.forEach(take);
  loose?.forEach(take);
  return best;
}

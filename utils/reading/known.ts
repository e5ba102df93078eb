/** The pack's people and institutions, found by name, short name or title. */
import type { Memory } from './memory';
import { type NameEntry, type PeopleIndex, plainWord } from './people';
import type { Word } from './words';

const inTerm = (entry: NameEntry, date: string | null): boolean =>
  date === null || ((!entry.from || entry.from <= date) && (!entry.to || date < entry.to));

/**
 * The longest entry of the pack at word `at`, and its length in words, or null. A title counts only on a day (`date`, null:
 * any) on which it was held; a name that others bear too, only once its bearer was met. Without `titles` no office of a
 * person is looked for.
 */
export function knownAt(
  words: readonly Word[],
  at: number,
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
  titles = true,
): { entry: NameEntry; length: number } | null {
  const word = words[at];
  if (!word) return null;
  const [written, loose] = [people.byFirst.get(word.text), people.byFirstLoose.get(plainWord(word.low))];
  // Most words begin no name.
  if (!written && !loose) return null;
  let best: { entry: NameEntry; length: number } | null = null;
  for (const list of [written, loose])
    for (const entry of list ?? []) {
      const meets = entry.words.every((w, i) => {
        const other = words[at + i];
        return other !== undefined && (entry.loose ? plainWord(other.low) : other.text.replaceAll('’', "'")) === w;
      });
      if (!meets || !inTerm(entry, date)) continue;
      if (!titles && entry.how === 'title' && entry.entity.kind === 'person') continue;
      if (entry.how === 'ambiguous' && memory.bySurname(entry.words[0] as string) !== entry.entity) continue;
      if (
        best === null ||
        entry.words.length > best.length ||
        (entry.words.length === best.length && best.entry.how === 'ambiguous')
      )
        best = { entry, length: entry.words.length };
    }
  return best;
}

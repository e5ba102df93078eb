/** Words of texts and of searches, made alike: case and accents make no difference. Pure. */
import type { HitField, Hits } from '../../corpus-service';
import { termOf } from '../../in-language';
import type { Statement, TopicWords } from '../../types';

const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const fold = (word: string): string =>
  ASCII.test(word) ? word.toLowerCase() : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(ASCII_WORD) ?? [];
  return (text.match(WORD) ?? []).map(fold);
}

/** A field's text, and how much a word in it counts. */
export interface TextField {
  name: HitField;
  weight: number;
  of(s: Statement): string;
}

export const fields: readonly TextField[] = [
  { name: 'speaker', weight: 4, of: (s) => s.speaker },
  { name: 'quote', weight: 3, of: (s) => s.quote },
  { name: 'gist', weight: 2, of: (s) => s.gist },
  { name: 'role', weight: 1, of: (s) => s.role ?? '' },
  { name: 'place', weight: 1, of: (s) => s.place ?? '' },
  { name: 'publisher', weight: 1, of: (s) => s.source.publisher },
];

const other = (words: Record<string, string> | undefined, text = ''): string => {
  const told = termOf(words, text);
  return told === text ? '' : told;
};

/** The fields, with names and roles as the reader's language has them where those are others. */
export const fieldsIn = ({ names, roles }: TopicWords): readonly TextField[] => [
  ...fields,
  { name: 'speakerTold', weight: 4, of: (s) => other(names, s.speaker) },
  { name: 'roleTold', weight: 1, of: (s) => other(roles, s.role) },
];

/** Does a folded word of a text meet a word of a search, of which those of `whole` must be whole words? */
export const meets = (word: string, one: string, whole: readonly string[]): boolean =>
  whole.includes(one) ? word === one : word.startsWith(one);

/** A search taken apart: words, of which some must be whole words, and phrases whose words must stand together. */
export interface Search {
  words: string[];
  whole: string[];
  phrases: string[][];
}

/** `don't` and `U.S.` are pieces of one word each: none of them is the beginning of another word. */
const piecesOf = (word: string): string[] => (/[\p{L}\p{N}]['’.][\p{L}\p{N}]/u.test(word) ? wordsOf(word) : []);

/** `peace "frozen assets"` → three words and one phrase; an open quotation mark runs to the end. */
export function parseSearch(text: string): Search {
  const words = new Set<string>();
  const whole = new Set<string>();
  const phrases: string[][] = [];
  text.split(/["“”„«»]/).forEach((part, i) => {
    const own = wordsOf(part);
    const phrase = i % 2 === 1 && own.length > 1;
    for (const word of own) words.add(word);
    for (const word of phrase ? own : part.split(/\s+/).flatMap(piecesOf)) whole.add(word);
    if (phrase) phrases.push(own);
  });
  return { words: [...words], whole: [...whole], phrases };
}

const together = (text: string, phrase: string): boolean => ` ${wordsOf(text).join(' ')} `.includes(phrase);

/** Do all phrases stand in one of the statement's fields each? */
export const hasPhrases = (s: Statement, phrases: readonly string[][], words: TopicWords = {}): boolean =>
  phrases.every((phrase) => fieldsIn(words).some(({ of }) => together(of(s), ` ${phrase.join(' ')} `)));

/** Where words of the search begin words of the statement, or are words of it where they must be whole. */
export function hitsIn(s: Statement, { words, whole }: Search, told: TopicWords = {}): Hits {
  const hits: Hits = {};
  for (const { name, of } of fieldsIn(told))
    for (const match of of(s).matchAll(WORD)) {
      const folded = fold(match[0]);
      const word = words.reduce(
        (best, one) => (one.length > best.length && meets(folded, one, whole) ? one : best),
        '',
      );
      if (word === '') continue;
      // Folding can change a word's length; then the whole word is marked.
      const length = folded.length === match[0].length ? word.length : match[0].length;
      hits[name] = [...(hits[name] ?? []), [match.index, match.index + length]];
    }
  return hits;
}

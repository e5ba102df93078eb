/**
 * The pack's own labelled articles: invented news, written and labelled by us (docs/labelled-articles.md has the form).
 * They train and test the reading; every third of a file is held back and never tuned on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../utils/reading/sentences';
import type { Figure, Stance } from '../../utils/types';
import type { Label, LabelledArticle } from './labels';

/** A fault in a labelled file, with its line. */
export class LabelError extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'LabelError';
  }
}

const figureOf = (text: string | undefined): Figure | undefined => {
  if (!text) return undefined;
  const [low, high] = text.split('-').map(Number);
  return high === undefined ? { value: low } : { low, high };
};

const stances = new Set<string>(['affirms', 'denies', 'hedges']);

/** Readings of a label ("talks-start affirms; deal-close hedges"), or null when its form is wrong. */
export function parseReadings(text: string): Label['readings'] | null {
  const out: Label['readings'] = [];
  for (const part of text.split(';')) {
    const [proposition, stance, figure] = part.trim().split(/\s+/);
    if (!proposition || !stance || !stances.has(stance)) return null;
    const value = figureOf(figure);
    out.push({ proposition, stance: stance as Stance, ...(value ? { figure: value } : {}) });
  }
  return out;
}

/** The sentence of a paragraph in which the words stand, or null. */
export const sentenceWith = (paragraph: string, words: string): string | null => {
  const at = paragraph.indexOf(words);
  if (at < 0) return null;
  const span = splitSentences(paragraph).find((s) => at < s.end && at + words.length > s.start);
  return span ? paragraph.slice(span.start, span.end) : null;
};

/** Parses one file. Throws LabelError with the line when its form is wrong. */
export function parseArticles(source: string, file = 'articles'): LabelledArticle[] {
  const out: LabelledArticle[] = [];
  let block = '';
  for (const [i, line] of source.split('\n').entries()) {
    const fail = (what: string): LabelError => new LabelError(file, i + 1, what);
    if (line.startsWith('== ')) {
      const [id, published] = line
        .slice(3)
        .split('|')
        .map((x) => x.trim());
      if (!id || !/^\d{4}-\d\d-\d\d$/.test(published ?? '')) fail('wants "== id | YYYY-MM-DD | style"');
      out.push({ id: id as string, url: '', title: '', published: published as string, paragraphs: [], passages: [] });
      continue;
    }
    const article = out.at(-1);
    if (!line.trim()) continue;
    if (!article) throw fail('text before the first "=="');
    if (line.startsWith('# ')) {
      article.title = block = line.slice(2).trim();
    } else if (line.startsWith('- ')) {
      const [words, speaker, labels, doubtful] = line
        .slice(2)
        .split(' | ')
        .map((x) => x.trim());
      const readings = parseReadings(labels ?? '');
      const text = sentenceWith(block, words ?? '');
      if (!readings) throw fail(`"${labels}" is no list of readings`);
      if (text === null) throw fail(`"${words}" does not stand in the paragraph above`);
      article.passages.push({
        paragraph: article.paragraphs.length - 1,
        text,
        speaker: !speaker || speaker === '-' || speaker === '?' ? null : speaker,
        readings,
        ...(doubtful === 'doubtful' ? { doubtful: true } : {}),
      });
    } else {
      block = line.trim();
      article.paragraphs.push(block);
    }
  }
  return out;
}

type Held = LabelledArticle & { held: boolean };

/** All labelled articles of a folder, by file name; `isHeld` is asked of each one's file and its place there. */
const readArticles = (folder: string, isHeld: (file: string, at: number) => boolean): Held[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      parseArticles(readFileSync(join(folder, name), 'utf8'), name).map((article, i) => ({
        ...article,
        held: isHeld(name, i),
      })),
    );

/** All labelled articles of a pack's source folder, by file name. Every third of a file is held back. */
export const readOwnArticles = (folder: string): Held[] => readArticles(folder, (_, i) => i % 3 === 2);

/** Plain reports that nothing learns from. Nobody reads the errors in those whose file is named `held-…`. */
export const readWire = (folder: string): Held[] => readArticles(folder, (name) => name.startsWith('held-'));

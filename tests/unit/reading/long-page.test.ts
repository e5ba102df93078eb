import { describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/pack/source';
import { readArticle } from '../../../utils/reading/read-article';
import { splitSentences } from '../../../utils/reading/sentences';
import { compileTopic } from '../../../utils/reading/topic';
import type { Article } from '../../../utils/types';

const topic = compileTopic(readSource('scripts/pack/ukraine-peace-talks'));
const quote = '“The valley was quiet,” said Anna Berger, a farmer.';
const filler = 'The council met again and said nothing new about the ferry. '.repeat(100);
const page = (fillers: number): Article => ({
  url: '',
  title: '',
  published: '2025-12-16',
  publishedFrom: 'given',
  language: 'en',
  blocks: [quote, ...new Array<string>(fillers).fill(filler), quote].map((text) => ({ text, kind: 'paragraph' })),
});

describe('very long pages', () => {
  it('a long live blog is read to its end', () => {
    expect(readArticle(page(60), topic).quotations).toHaveLength(2);
  });

  it('what stands behind the first 600,000 characters is not read', () => {
    expect(readArticle(page(110), topic).quotations).toHaveLength(1);
  });

  it('a paragraph that the segmenter gets in pieces has the same sentences', () => {
    const text = 'He met Mr. Berg at 3 p.m. on the ferry. “Is it safe?” Anna Berger asked. ';
    const [first, second] = splitSentences(text);
    const all = splitSentences(text.repeat(1000));
    expect(all).toHaveLength(2000);
    expect(all[1998]).toEqual({ start: first!.start + 999 * text.length, end: first!.end + 999 * text.length });
    expect(all[1999]).toEqual({ start: second!.start + 999 * text.length, end: second!.end + 999 * text.length });
  });

  it('odd pages do not take the square of their length', () => {
    const titles = new Array<string>(5000).fill('‘Very quiet’ in the valley');
    const quotes = "'quiet ".repeat(20_000);
    const names = 'Mr. '.repeat(20_000);
    const began = process.cpuUsage();
    for (const texts of [titles, [quotes], [names]])
      readArticle({ ...page(0), blocks: texts.map((text) => ({ text, kind: 'title' })) }, topic);
    const { user, system } = process.cpuUsage(began);
    // Some 0.4 seconds of processor time; 9 and more when it was the square.
    expect((user + system) / 1e6).toBeLessThan(4);
  });
});

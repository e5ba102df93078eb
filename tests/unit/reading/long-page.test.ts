import { describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/pack/source';
import { readArticle } from '../../../utils/reading/read-article';
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
});

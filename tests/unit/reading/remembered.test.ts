import { describe, expect, it, vi } from 'vitest';
import { readExamples } from '../../../scripts/eval/labels';
import { readSource } from '../../../scripts/pack/source';
import { readArticle } from '../../../utils/reading/read-article';
import { readSentence } from '../../../utils/reading/read-sentence';
import { rememberingReader } from '../../../utils/reading/remembered';
import { compileTopic } from '../../../utils/reading/topic';

const folder = 'scripts/pack/ukraine-peace-talks';
const topic = compileTopic(readSource(folder));
const sentences = readExamples(`${folder}/examples`).map((e) => e.text);

/** A live blog of so many posts of three sentences, newest last. */
const blog = (posts: number) => ({
  url: '',
  title: '',
  published: '2025-12-01',
  publishedFrom: 'given' as const,
  language: 'en',
  blocks: Array.from({ length: posts }, (_, i) => ({
    text: [0, 1, 2].map((k) => sentences[(i * 3 + k) * 7]).join(' '),
    kind: 'paragraph' as const,
  })),
});

describe('a reader that remembers', () => {
  it('says the same as one that does not, at first, again, and with posts before and behind', () => {
    const reader = rememberingReader();
    const plain = blog(40);
    const first = {
      ...plain,
      blocks: [{ text: 'A new post stands on top.', kind: 'paragraph' as const }, ...plain.blocks],
    };
    for (const page of [plain, plain, blog(41), first])
      expect(readArticle(page, topic, reader)).toEqual(readArticle(page, topic));
    expect(readArticle(plain, topic).passages.length).toBeGreaterThan(20);
  });

  it('reads only what is new', () => {
    const read = vi.fn(readSentence);
    const reader = rememberingReader(read);
    readArticle(blog(40), topic, reader);
    const before = read.mock.calls.length;
    readArticle(blog(41), topic, reader);
    expect(read.mock.calls.length - before).toBeLessThanOrEqual(4);
  });

  it('does not hand out what a caller may change', () => {
    const reader = rememberingReader();
    const page = blog(20);
    for (const passage of readArticle(page, topic, reader).passages) passage.readings.length = 0;
    expect(readArticle(page, topic, reader)).toEqual(readArticle(page, topic));
  });
});

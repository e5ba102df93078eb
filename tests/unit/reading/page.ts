/** A short page on the bundled pack's topic, for tests of what its sentences are read as. */
import { readSource } from '../../../scripts/pack/source';
import { readArticle } from '../../../utils/reading/read-article';
import { compileTopic } from '../../../utils/reading/topic';
import type { Passage } from '../../../utils/types';

export const topic = compileTopic(readSource('scripts/pack/ukraine-peace-talks'));

/** The passages of an article that begins by naming the topic. */
export function passagesOf(...paragraphs: string[]): Passage[] {
  const blocks = [
    'Envoys of Ukraine and Russia met for talks about a ceasefire. The Kremlin and Kyiv sent Russian and Ukrainian ministers.',
    ...paragraphs,
  ].map((text) => ({ text, kind: 'paragraph' as const }));
  const article = {
    url: '',
    title: '',
    published: '2025-12-01',
    publishedFrom: 'given' as const,
    language: 'en',
    blocks,
  };
  return readArticle(article, topic).passages;
}

/** Speaker, stance and proposition of every reading in such an article. */
export const readPage = (...paragraphs: string[]): string[] =>
  passagesOf(...paragraphs).flatMap((p) => p.readings.map((r) => `${p.speaker} ${r.stance} ${r.proposition}`));

/**
 * `npm run bench:reading`: the time that reading alone takes. First pages with words never met before, each read once, as a
 * reader's pages are; then pages of 1,000 to 50,000 words read again and again, medians of nine runs: a word takes as long in each.
 */

import { readExamples } from '../../scripts/eval/labels';
import { readSource } from '../../scripts/pack/source';
import { readArticle } from '../../utils/reading/read-article';
import { compileTopic } from '../../utils/reading/topic';

const source = 'scripts/pack/ukraine-peace-talks';
const began = performance.now();
const topic = compileTopic(readSource(source));
console.log(`pack read and compiled in ${(performance.now() - began).toFixed(0)} ms`);
const sentences = readExamples(`${source}/examples`).map((e) => e.text);

/** So many words of the examples, from one of them on. */
function articleOf(words: number, from = 0): Parameters<typeof readArticle>[0] {
  const blocks = [];
  let count = 0;
  for (let i = 0; count < words; i += 1) {
    const text = [0, 1, 2].map((k) => sentences[(from + i * 3 + k) % sentences.length]).join(' ');
    count += text.split(' ').length;
    blocks.push({ text, kind: 'paragraph' as const });
  }
  return { url: '', title: '', published: '2025-12-01', publishedFrom: 'given', language: 'en', blocks };
}

function timed(article: Parameters<typeof readArticle>[0]): number {
  const start = performance.now();
  readArticle(article, topic);
  return performance.now() - start;
}

const PAGES = 4;
const apart = Math.floor(sentences.length / PAGES);
const once = Array.from({ length: PAGES }, (_, i) => timed(articleOf(10_000, i * apart)).toFixed(0));
console.log(`${PAGES} pages of 10000 words, each read once: ${once.join(', ')} ms`);

for (const words of [1000, 2500, 5000, 10_000, 20_000, 50_000]) {
  const article = articleOf(words);
  const times = Array.from({ length: 9 }, () => timed(article)).sort((a, b) => a - b);
  const median = times[4] as number;
  const each = ((median * 1000) / words).toFixed(1);
  console.log(
    `${words} words: ${median.toFixed(0)} ms, ${each} µs a word (slowest ${Math.max(...times).toFixed(0)} ms)`,
  );
}

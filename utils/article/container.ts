/** Which part of a page is the article. */
import type { BlockCache } from './cache';
import { all, bodyOf, nameOf } from './dom';

/** How much running prose an element holds: words of its paragraphs of more than 8 words. */
export function proseOf(element: Element, cache: BlockCache): number {
  let sum = 0;
  for (const p of all(element, 'p')) {
    const count = cache.wordsOf(p);
    if (count > 8) sum += count;
  }
  return sum;
}

/** So many words make an article: two of them on one page are both read, each by its own date (see `posts.ts`). */
const FULL = 150;

/** The part of the page that holds the article: the fullest article element, main, or the body; null without a body. */
export function containerOf(document: Document, cache: BlockCache): Element | null {
  const body = bodyOf(document);
  if (!body) return null;
  const articles = all(document, 'article, [role="article"]')
    .filter((a) => !a.parentElement?.closest('article, aside, nav, footer'))
    .map((element) => ({ element, score: proseOf(element, cache) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = articles;
  const main = all(document, 'main, [role="main"]')[0];
  const total = proseOf(main ?? body, cache);
  const several = second && second.score >= FULL && nameOf(second.element) === 'ARTICLE';
  if (best && best.score >= 60 && best.score >= total * 0.45 && !several) return best.element;
  if (main && proseOf(main, cache) >= 40) return main;
  return body;
}

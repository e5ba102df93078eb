/** A page's document → its article: which part of the page, its blocks, title, date and language. */
import type { Article } from '../types';
import { blocksOf, type NodeBlock } from './blocks';
import { findDate } from './date';
import { findLanguage } from './language';
import { findTitle } from './title';

export interface DomArticle {
  article: Article;
  /** The same blocks with the text nodes behind them, for turning offsets into ranges. */
  blocks: NodeBlock[];
}

export interface ExtractOptions {
  /** ISO day that overrules what the page says. */
  published?: string;
  /** ISO day after which no date is believed. */
  today?: string;
}

const words = (text: string): number => (text.match(/\S+/g) ?? []).length;

/** How much running prose an element holds: words of its paragraphs of more than 8 words, links discounted. */
function prose(element: Element): number {
  let sum = 0;
  for (const p of element.querySelectorAll('p')) {
    const count = words(p.textContent ?? '');
    if (count > 8) sum += count;
  }
  return sum;
}

/** The part of the page that holds the article: the marked-up body, the fullest article element, main, or the body. */
function containerOf(document: Document): Element | null {
  const body = document.body;
  if (!body) return null;
  const articles = [...document.querySelectorAll('article, [role="article"]')].filter(
    (a) => !a.parentElement?.closest('article, aside, nav, footer'),
  );
  const best = articles.map((element) => ({ element, score: prose(element) })).sort((a, b) => b.score - a.score)[0];
  const main = document.querySelector('main, [role="main"]');
  const total = prose(main ?? body);
  if (best && best.score >= 60 && best.score >= total * 0.45) return best.element;
  if (main && prose(main) >= 40) return main;
  return body;
}

/** Blocks that end the article: lists of other stories and the like stand behind such a heading. */
const tail =
  /^(?:related(?: (?:stories|articles|topics|content))?|read (?:more|next|also)|more (?:from|on|stories|news)|recommended|most (?:read|popular)|you may also like|comments?|share this|trending|latest (?:news|stories)|topics|tags|around the web|sponsored|newsletter)\b/i;

function trimmed(blocks: NodeBlock[]): NodeBlock[] {
  const cut = blocks.findIndex(
    (b, i) =>
      i > 3 &&
      (b.kind === 'heading' || words(b.text) <= 4) &&
      tail.test(b.text) &&
      b.text.length < 60 &&
      i > blocks.length * 0.4,
  );
  return cut > 0 ? blocks.slice(0, cut) : blocks;
}

/** The headline as a block, even where it stands outside the article's element. */
function withHeadline(document: Document, container: Element, blocks: NodeBlock[]): NodeBlock[] {
  if (blocks.some((b) => b.kind === 'title')) return blocks;
  const h1 = [...document.querySelectorAll('h1')].find(
    (h) => words(h.textContent ?? '') >= 3 && !container.contains(h) && !h.closest('nav, footer, aside'),
  );
  if (!h1) return blocks;
  const own = blocksOf(h1);
  return [...own.map((b) => ({ ...b, kind: 'title' as const })), ...blocks];
}

/**
 * Extracts the article of a document. Blocks carry only visible prose; text is joined with "\n" for offsets. Works in a
 * browser and in a DOM without layout. A page without a body gives an article without blocks.
 */
export function extractArticle(document: Document, url: string, options: ExtractOptions = {}): DomArticle {
  const container = containerOf(document);
  const blocks = container ? withHeadline(document, container, trimmed(blocksOf(container))) : [];
  const head = blocks.slice(0, 12).map((b) => b.text);
  const date = options.published
    ? { day: options.published, from: 'given' as const }
    : findDate(document, url, head, options.today ?? new Date().toISOString().slice(0, 10));
  const language = findLanguage(
    document,
    blocks.map((b) => b.text),
  );
  return {
    article: {
      url,
      title: findTitle(document, blocks.find((b) => b.kind === 'title')?.text),
      published: date.day,
      publishedFrom: date.from,
      language,
      blocks: blocks.map(({ text, kind, published }) => ({ text, kind, ...(published ? { published } : {}) })),
    },
    blocks,
  };
}

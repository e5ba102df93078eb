/** A page's document → its article: which part of the page, its blocks, title, date and language. */
import type { Article } from '../types';
import { blocksOf, finish, type NodeBlock, walkSteps } from './blocks';
import { BlockCache } from './cache';
import { containerOf } from './container';
import { type FoundDate, findDate, fromUrl, parseDay } from './date';
import { all } from './dom';
import { findLanguage } from './language';
import { postsOf } from './posts';
import { findTitle } from './title';

export interface DomArticle {
  article: Article;
  /** The same blocks with the text nodes behind them, for turning offsets into ranges. */
  blocks: NodeBlock[];
  /** Open shadow roots that hold some of the text. */
  roots: ShadowRoot[];
  /** The part of the page that was read; null for a page without a body. */
  container: Element | null;
}

export interface ExtractOptions {
  /** ISO day that overrules what the page says. */
  published?: string;
  /** ISO day after which no date is believed. */
  today?: string;
  /** What earlier extractions of the same document left, kept right by `forget`. */
  cache?: BlockCache;
  /** The head still speaks of the page before this one: only dates beside the text or in the address are believed. */
  staleHead?: boolean;
}

const words = (text: string): number => (text.match(/\S+/g) ?? []).length;

/** Blocks that end the article: lists of other stories and the like stand behind such a heading. */
const tail =
  /^(?:related(?: (?:stories|articles|topics|content))?|read (?:more|next|also)|more (?:from|on|stories|news)|recommended|most (?:read|popular)|you may also like|comments?|share this|trending|latest (?:news|stories)|topics|tags|around the web|sponsored|newsletter)\b/i;

function trimmed(blocks: NodeBlock[]): NodeBlock[] {
  const cut = blocks.findIndex(
    (b, i) =>
      i > 3 &&
      i > blocks.length * 0.4 &&
      b.text.length < 60 &&
      tail.test(b.text) &&
      (b.kind === 'heading' || words(b.text) <= 4),
  );
  return cut > 0 ? blocks.slice(0, cut) : blocks;
}

/** The headline as a block, even where it stands outside the article's element. */
function withHeadline(document: Document, container: Element, blocks: NodeBlock[]): NodeBlock[] {
  if (blocks.some((b) => b.kind === 'title')) return blocks;
  const h1 = all(document, 'h1').find(
    (h) => words(h.textContent ?? '') >= 3 && !container.contains(h) && !h.closest('nav, footer, aside'),
  );
  if (!h1) return blocks;
  const own = blocksOf(h1);
  return [...own.map((b) => ({ ...b, kind: 'title' as const })), ...blocks];
}

/** The date of a page whose head is out of date: a time within the article, or the address. */
function freshDate(container: Element | null, url: string, today: string): FoundDate {
  const time = container && all(container, 'time[datetime]')[0]?.getAttribute('datetime');
  const day = time ? parseDay(time, today) : null;
  if (day) return { day, from: 'time' };
  const address = fromUrl(url, today);
  return address ? { day: address, from: 'url' } : { day: null, from: 'none' };
}

/** `extractArticle` in steps of well under a millisecond, so that the page stays responsive while a long one is read. */
export function* extractSteps(
  document: Document,
  url: string,
  options: ExtractOptions = {},
): Generator<void, DomArticle> {
  const cache = options.cache ?? new BlockCache();
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const container = containerOf(document, cache);
  yield;
  const posts = container ? postsOf(document, container, today, cache) : undefined;
  yield;
  const walked = container ? yield* walkSteps(container, { cache, posts }) : { blocks: [], roots: [] };
  const blocks = container ? withHeadline(document, container, trimmed(walked.blocks)) : [];
  yield;
  const head = blocks.slice(0, 12).map((b) => b.text);
  const date = options.published
    ? { day: options.published, from: 'given' as const }
    : options.staleHead
      ? freshDate(container, url, today)
      : findDate(document, url, head, today);
  yield;
  const texts = blocks.map((b) => b.text);
  const headline = blocks.find((b) => b.kind === 'title')?.text;
  return {
    article: {
      url,
      title: options.staleHead && headline ? headline : findTitle(document, headline),
      published: date.day,
      publishedFrom: date.from,
      language: findLanguage(document, texts),
      blocks: blocks.map(({ text, kind, published }) => ({ text, kind, ...(published ? { published } : {}) })),
    },
    blocks,
    roots: walked.roots,
    container,
  };
}

/**
 * Extracts the article of a document. Blocks carry only visible prose; text is joined with "\n" for offsets. Works in a
 * browser and in a DOM without layout. A page without a body gives an article without blocks.
 */
export const extractArticle = (document: Document, url: string, options: ExtractOptions = {}): DomArticle =>
  finish(extractSteps(document, url, options));

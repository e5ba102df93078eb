/** What is selected on a page, with what a record of it needs: where it stands in the article, and the publisher. */
import type { Article } from '../types';
import type { NodeBlock } from './blocks';
import { extractArticle } from './extract';
import { seen } from './invisible';

export interface CapturedSelection {
  /** The selected words, spaces made single. */
  text: string;
  /** Where they begin in the article's text (UTF-16 units); null when they stand outside of it. */
  at: number | null;
  article: Article;
  publisher: string;
}

const tidy = (text: string): string => seen(text).replace(/\s+/g, ' ').trim();

/** Offset in the text of all blocks (joined with "\n") of a place in a text node; null when no block has it. */
export function offsetOf(blocks: readonly NodeBlock[], node: Node, offset: number): number | null {
  let at = 0;
  for (const block of blocks) {
    const run = block.runs.find((r) => r.node === node && r.from <= offset && offset <= r.from + r.length);
    if (run) return at + run.offset + offset - run.from;
    at += block.text.length + 1;
  }
  return null;
}

/** A publisher named in the page's structured data. */
function inJsonLd(document: Document): string {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = /"publisher"\s*:\s*\{[^{}]*"name"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(script.textContent ?? '');
    try {
      if (found?.[1]) return String(JSON.parse(found[1]));
    } catch {
      // Damaged data: the host's name will do.
    }
  }
  return '';
}

/** The site's own name for itself, else its host. */
function publisherOf(document: Document, url: string): string {
  const named = document.querySelector('meta[property="og:site_name"], meta[name="application-name"]');
  const name = tidy(named?.getAttribute('content') || inJsonLd(document));
  return name.slice(0, 100) || new URL(url).hostname.replace(/^www\./, '');
}

/** The page's own address for itself, without what only tracks the visitor; the present one where it gives none. */
function addressOf(document: Document, url: string): string {
  const given = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  try {
    const canonical = new URL(given ?? url, url);
    const here = new URL(url);
    // A canonical address of another host, or of the front page, is a mistake of the page.
    const fits = canonical.host === here.host && /^https?:$/.test(canonical.protocol) && canonical.pathname !== '/';
    const best = fits ? canonical : here;
    for (const key of [...best.searchParams.keys()])
      if (/^(?:utm_\w+|fbclid|gclid|mc_[ce]id)$/.test(key)) best.searchParams.delete(key);
    best.hash = '';
    return best.href;
  } catch {
    return url;
  }
}

/** Reads the selection of a document; null when nothing is selected. */
export function captureSelection(document: Document, url: string): CapturedSelection | null {
  const selection = document.getSelection();
  const text = tidy(selection?.toString() ?? '');
  if (!selection || selection.rangeCount === 0 || text === '') return null;
  const { article, blocks } = extractArticle(document, url);
  const { startContainer, startOffset } = selection.getRangeAt(0);
  return {
    text,
    at: offsetOf(blocks, startContainer, startOffset),
    article: { ...article, url: addressOf(document, url) },
    publisher: publisherOf(document, url),
  };
}

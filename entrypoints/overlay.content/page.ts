/** One page as the overlay sees it: read, asked about, turned into marks; read again when its text has changed. */
import type { BlockCache } from '../../utils/article/cache';
import { type DomArticle, extractSteps } from '../../utils/article/extract';
import { piecesFor, rangeOver } from '../../utils/article/ranges';
import { t } from '../../utils/i18n';
import type { PageState } from '../../utils/messages';
import { send } from '../../utils/messaging';
import { chooseMarks, kindOf } from '../../utils/overlay/choose';
import type { Mark } from '../../utils/overlay/marks';
import { inSlices } from '../../utils/overlay/slices';
import type { View } from '../../utils/overlay/view';
import { unpackReply } from '../../utils/packed-reply';
import type { Settings } from '../../utils/settings';
import type { ReportPassage } from '../../utils/types';

export interface ReadPage {
  state: PageState;
  article: DomArticle;
  /** The article's text; equal texts need no new report. */
  text: string;
}

/** What a page's head says of its date and address; unchanged after a move within the document, it speaks of the page before. */
export const headOf = (document: Document): string =>
  [...document.querySelectorAll('script[type="application/ld+json"], meta[content], link[rel="canonical"]')]
    .map((element) => element.textContent || element.getAttribute('content') || element.getAttribute('href'))
    .join('\n');

/** The page's article, in slices; null when `signal` aborts meanwhile. */
export async function extract(
  view: View,
  cache: BlockCache,
  staleHead: boolean,
  signal: AbortSignal,
): Promise<DomArticle | null> {
  const url = view.frame ? view.window.location.href : location.href;
  return inSlices(
    extractSteps(view.document, url.startsWith('http') ? url : location.href, { cache, staleHead }),
    signal,
  );
}

/** Equal texts, and equal days of posts, make equal reports. */
export const textOfPage = ({ article }: DomArticle): string =>
  article.blocks.map((block) => (block.published ? `${block.published} ${block.text}` : block.text)).join('\n');

/** Asks the background what is known of an article. */
export async function ask(article: DomArticle): Promise<ReadPage> {
  const text = textOfPage(article);
  const read = (state: PageState): ReadPage => ({ state, article, text });
  if (article.blocks.length === 0) return read({ status: 'no-article' });
  if (!article.article.language.startsWith('en')) return read({ status: 'language' });
  const reply = await send('page.report', { article: article.article });
  if (!reply.ok) return read({ status: 'fault', fault: reply.fault });
  if (!reply.value.report.page.topical) return read({ status: 'not-topical' });
  return read({ status: 'report', reply: unpackReply(reply.value), quiet: false, shown: [] });
}

/** A page that could not be read at all. */
export const unreadable = (error: unknown): PageState => {
  console.error('[said-before] page', error);
  return {
    status: 'fault',
    fault: { code: 'page', message: t('overlayUnreadable'), todo: t('overlayUnreadableTodo') },
  };
};

/** Passages by a key that stays the same when the page is read again: their words, numbered where they come twice. */
export function keysOf(passages: readonly ReportPassage[]): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    passages.map(({ id, text }) => {
      const times = (seen.get(text) ?? 0) + 1;
      seen.set(text, times);
      return [id, `${times} ${text}`];
    }),
  );
}

/** Does the page's text still hold the words of a passage with this key, whatever is known of them? */
export const holds = ({ article }: ReadPage, key: string): boolean =>
  article.blocks
    .map((block) => block.text)
    .join('\n')
    .includes(key.slice(key.indexOf(' ') + 1));

/** The passage with a key in the page's report as it is now. */
export function passageOf({ state }: ReadPage, key: string): ReportPassage | undefined {
  if (state.status !== 'report') return undefined;
  const { passages } = state.reply.report;
  const keys = keysOf(passages);
  return passages.find(({ id }) => keys.get(id) === key);
}

/** Turns a passage into a mark; ranges of `before` that still stand where they stood are kept, so that nothing is painted anew. */
export function markOf(
  { article }: ReadPage,
  passage: Pick<ReportPassage, 'id' | 'start' | 'end'>,
  key: string,
  kind: Mark['kind'],
  before?: Mark,
): Mark {
  const pieces = piecesFor(article.blocks, passage.start, passage.end);
  const ranges = pieces.flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    const kept = before?.ranges.find(
      (r) =>
        r.startContainer === first?.node &&
        r.startOffset === first.from &&
        r.endContainer === last?.node &&
        r.endOffset === last.to,
    );
    return kept ?? rangeOver(own) ?? [];
  });
  return { id: passage.id, key, kind, ranges, pieces: pieces.flat() };
}

/** The marks of a page that was read, in reading order; `all` lifts the cap on their number. */
export function marksOf(page: ReadPage, settings: Settings, all: boolean, before: readonly Mark[]): Mark[] {
  if (page.state.status !== 'report') return [];
  const { passages } = page.state.reply.report;
  const keys = keysOf(passages);
  const old = new Map(before.map((mark) => [mark.key, mark]));
  const words = page.article.blocks.reduce((sum, block) => sum + block.text.split(' ').length, 0);
  return chooseMarks(passages, settings, words, all)
    .map(({ passage, kind }) => {
      const key = keys.get(passage.id) as string;
      return markOf(page, passage, key, kind, old.get(key));
    })
    .filter((mark) => mark.ranges.length > 0);
}

/** A mark for any passage of the report, also one that is not painted, so that the popup can go there. */
export function markFor(page: ReadPage, id: string, settings: Settings): Mark | undefined {
  if (page.state.status !== 'report') return undefined;
  const { passages } = page.state.reply.report;
  const passage = passages.find((p) => p.id === id);
  if (!passage) return undefined;
  const kind = kindOf(passage, settings.show) ?? 'mixed';
  return markOf(page, passage, keysOf(passages).get(id) as string, kind);
}

/** One page as the overlay sees it: read, asked about, turned into marks; read again when its text has changed. */
import { type DomArticle, extractArticle } from '../../utils/article/extract';
import { rangesFor } from '../../utils/article/ranges';
import type { PageReply, PageState } from '../../utils/messages';
import { send } from '../../utils/messaging';
import { chooseMarks } from '../../utils/overlay/choose';
import type { Mark } from '../../utils/overlay/marks';
import type { Settings } from '../../utils/settings';

export interface ReadPage {
  state: PageState;
  article: DomArticle;
}

/** Reads the document and asks the background what is known. */
export async function readPage(settings: Settings): Promise<ReadPage> {
  const article = extractArticle(document, location.href);
  if (article.blocks.length === 0) return { state: { status: 'no-article' }, article };
  if (!article.article.language.startsWith('en')) return { state: { status: 'language' }, article };
  const reply = await send('page.report', { article: article.article });
  if (!reply.ok) return { state: { status: 'fault', fault: reply.fault }, article };
  const value: PageReply = reply.value;
  if (!value.report.page.topical) return { state: { status: 'not-topical' }, article };
  return { state: { status: 'report', reply: value, quiet: settings.quiet, shown: [] }, article };
}

/** The marks of a page that was read; none in quiet mode. */
export function marksOf(page: ReadPage, settings: Settings, all: boolean): Mark[] {
  if (page.state.status !== 'report' || settings.quiet) return [];
  const words = page.article.blocks.reduce((sum, block) => sum + block.text.split(' ').length, 0);
  return chooseMarks(page.state.reply.report.passages, settings, words, all).map(({ passage, kind }) => ({
    id: passage.id,
    kind,
    ranges: rangesFor(page.article.blocks, passage.start, passage.end),
  }));
}

/** The text that reports are about: equal texts need no new report. */
export const textOfPage = (page: DomArticle): string => page.blocks.map((block) => block.text).join('\n');

/** The one report that overlay, popup, export, command line and tests all read. */
import type { EvidenceSource } from './evidence/find';
import { evidenceOfPage } from './evidence/page';
import { readArticle } from './reading/read-article';
import type { SentenceReader } from './reading/remembered';
import type { Topics } from './reading/topics';
import { countsOf } from './report-counts';
import type { Article, PageReport, Quotation, Statement } from './types';

export interface BuiltReport {
  report: PageReport;
  /** Every statement named in the report, by id. */
  statements: Record<string, Statement>;
  quotations: Quotation[];
}

/**
 * Reads an article and finds earlier statements for each passage. A passage in a dated live-blog post is compared by the
 * post's day. `today` (ISO day) stands in for the date of an undated page; `reader` may remember sentences it has read.
 */
export async function buildReport(
  article: Article,
  topics: Topics,
  source: EvidenceSource,
  today = new Date().toISOString().slice(0, 10),
  reader?: SentenceReader,
): Promise<BuiltReport> {
  const { topical, passages, quotations } = readArticle(article, topics, reader);
  const { shown, statements } = await evidenceOfPage(article, { passages, quotations }, topics, source, today);
  const { url, title, published, publishedFrom, language } = article;
  const page = { url, title, published, publishedFrom, language, topical };
  return {
    report: { format: 'said-before-report', formatVersion: 1, page, counts: countsOf(shown), passages: shown },
    statements,
    quotations,
  };
}

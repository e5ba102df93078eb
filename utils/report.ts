/** The one report that overlay, popup, export, command line and tests all read. */
import { type EvidenceSource, findEvidence } from './evidence/find';
import { repeats, toldIn } from './evidence/told';
import { readArticle } from './reading/read-article';
import type { SentenceReader } from './reading/remembered';
import type { Topics } from './reading/topics';
import { countsOf } from './report-counts';
import type { Article, PageReport, Quotation, ReportPassage, Statement } from './types';

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
  const ends: number[] = [];
  let at = -1;
  for (const block of article.blocks) {
    at += 1 + block.text.length;
    ends.push(at);
  }
  // All ask before the first is answered, so that the source can read for all of them at once.
  const found = await Promise.all(
    passages.map(async (passage) => {
      const post = article.blocks[ends.findIndex((end) => passage.start < end)]?.published;
      const own = post !== undefined && post <= today && post !== article.published ? post : undefined;
      const date = own ?? article.published;
      const { evidence, statements } = await findEvidence(
        passage,
        date,
        topics.propositions,
        source,
        today,
        topics.nameOf,
      );
      return { statements, shown: { ...passage, ...(own ? { published: own } : {}), evidence } };
    }),
  );
  const statements: Record<string, Statement> = {};
  for (const each of found) for (const statement of each.statements) statements[statement.id] = statement;
  const shown: ReportPassage[] = found.map((each) => each.shown);
  const told = toldIn(shown);
  await Promise.all(
    shown
      .filter((passage) => repeats(passage, told))
      .map(async (passage) => {
        const date = passage.published ?? article.published;
        const again = await findEvidence(passage, date, topics.propositions, source, today, topics.nameOf, told);
        passage.evidence = again.evidence;
      }),
  );
  const { url, title, published, publishedFrom, language } = article;
  const page = { url, title, published, publishedFrom, language, topical };
  return {
    report: { format: 'said-before-report', formatVersion: 1, page, counts: countsOf(shown), passages: shown },
    statements,
    quotations,
  };
}

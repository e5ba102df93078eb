/** All passages of a page × earlier statements. */
import type { Article, Passage, Proposition, Quotation, ReportPassage, Statement } from '../types';
import { best } from './best';
import { type EvidenceSource, findEvidence } from './find';
import { repeats, toldIn } from './told';

/** What is known of claims and speakers: every proposition by id, and one name for whoever is spelled in several ways. */
export interface Lore {
  propositions: ReadonlyMap<string, Proposition>;
  nameOf(speaker: string): string;
}

/** The day of the live-blog post that a passage stands in; undefined where it is the page's own, unknown or yet to come. */
function postDays({ blocks, published }: Article, today: string): (passage: Passage) => string | undefined {
  const ends: number[] = [];
  let at = -1;
  for (const block of blocks) {
    at += 1 + block.text.length;
    ends.push(at);
  }
  return ({ start }) => {
    const post = blocks[ends.findIndex((end) => start < end)]?.published;
    return post !== undefined && post <= today && post !== published ? post : undefined;
  };
}

/**
 * The passages with their evidence, and every statement named in it by id. A passage in a dated post is compared by the
 * post's day; an utterance that the page itself gives counts for none of its speaker's passages, and for none of the page's own.
 * Where the source says how many items a passage may have at most, it has the best of them, chosen last of all.
 */
export async function evidenceOfPage(
  article: Article,
  { passages, quotations }: { passages: readonly Passage[]; quotations: readonly Quotation[] },
  { propositions, nameOf }: Lore,
  source: EvidenceSource,
  today: string,
): Promise<{ shown: ReportPassage[]; statements: Record<string, Statement> }> {
  const postDay = postDays(article, today);
  const evidenceFor = (passage: Passage, day: string | undefined, told?: ReadonlySet<string>) =>
    findEvidence(passage, day ?? article.published, propositions, source, today, nameOf, told);
  // All ask before the first is answered, so that the source can read for all of them at once.
  const found = await Promise.all(
    passages.map(async (passage) => {
      const day = postDay(passage);
      const { evidence, statements } = await evidenceFor(passage, day);
      return { statements, shown: { ...passage, ...(day ? { published: day } : {}), evidence } };
    }),
  );
  const shown: ReportPassage[] = found.map((each) => each.shown);
  const statements: Record<string, Statement> = {};
  for (const each of found) for (const statement of each.statements) statements[statement.id] = statement;
  const told = toldIn(shown, statements, quotations, nameOf);
  await Promise.all(
    shown
      .filter((passage) => repeats(passage, told))
      .map(async (passage) => {
        passage.evidence = (await evidenceFor(passage, passage.published, told)).evidence;
      }),
  );
  const { most } = source;
  if (most === undefined) return { shown, statements };
  for (const passage of shown) passage.evidence = best(passage.evidence, most);
  const named = new Set(shown.flatMap(({ evidence }) => evidence.map(({ statement }) => statement)));
  return { shown, statements: Object.fromEntries(Object.entries(statements).filter(([id]) => named.has(id))) };
}

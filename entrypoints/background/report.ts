/** The one place where the background meets the engine: an article in, a report with all that a card needs out. */
import { uiLanguage } from '../../utils/i18n';
import { termOf, toldIn } from '../../utils/in-language';
import type { PageProposition, PageReply, StatementView, TimelineDot } from '../../utils/messages';
import { applyMutes } from '../../utils/mutes';
import { rememberingReader } from '../../utils/reading/remembered';
import { buildReport } from '../../utils/report';
import type { Article, Proposition, Statement } from '../../utils/types';
import type { Corpus } from './corpus';
import { readMutes } from './mutes';
import { compiledOf } from './topic';

const viewOf = (statement: Statement): StatementView => ({
  ...statement,
  pack: 'pack' in statement && typeof statement.pack === 'string' ? statement.pack : '',
});

function brief({ id, claim, label, group, figure, windowDays, languages }: Proposition): PageProposition {
  const told = toldIn(languages, uiLanguage());
  return {
    id,
    claim,
    group,
    ...(label ? { label } : {}),
    ...(figure ? { figure } : {}),
    ...(windowDays ? { windowDays } : {}),
    ...(told ? { told } : {}),
  };
}

/** The words for those texts that are there. */
const only = (
  words: Readonly<Record<string, string>>,
  texts: readonly (string | undefined)[],
): Record<string, string> => Object.fromEntries(Object.entries(words).filter(([text]) => texts.includes(text)));

/** One for all pages, as long as the worker lives. */
const reader = rememberingReader();

/** Reads an article against the corpus as it is now, mutes applied. */
export async function reportOf(corpus: Corpus, article: Article): Promise<PageReply> {
  const [{ topics, terms }, source, mutes] = await Promise.all([
    compiledOf(corpus),
    corpus.source(),
    readMutes(corpus),
  ]);
  const built = await buildReport(article, topics, source, undefined, reader);
  const report = applyMutes(built.report, mutes, built.statements, topics.propositions);
  const statements: PageReply['statements'] = {};
  const named = new Set(report.passages.flatMap((p) => p.readings.map((r) => r.proposition)));
  for (const { statement: id } of report.passages.flatMap((p) => p.evidence)) {
    const statement = built.statements[id];
    if (!statement) continue;
    statements[id] = viewOf(statement);
    for (const reading of statement.readings) named.add(reading.proposition);
  }
  const propositions: PageReply['propositions'] = {};
  for (const id of named) {
    const proposition = topics.propositions.get(id);
    if (proposition) propositions[id] = brief(proposition);
  }
  const views = Object.values(statements);
  return {
    report,
    statements,
    propositions,
    terms: {
      sides: only(
        terms.sides,
        views.map(({ side }) => side),
      ),
      roles: only(
        terms.roles,
        views.map(({ role }) => role),
      ),
      names: only(
        terms.names,
        [...views, ...report.passages].flatMap(({ speaker }) => speaker ?? []),
      ),
    },
  };
}

/** Every statement on one proposition dated before a day (null: any), newest first; speakers as the reader's language has them. */
export async function timelineOf(corpus: Corpus, proposition: string, before: string | null): Promise<TimelineDot[]> {
  const [source, { terms }] = await Promise.all([corpus.source(), compiledOf(corpus)]);
  return (await source.earlier(proposition, before, null)).flatMap(({ id, date, speaker, readings }) =>
    readings
      .filter((reading) => reading.proposition === proposition)
      .map(({ stance }) => ({ statement: id, date, speaker: termOf(terms.names, speaker), stance })),
  );
}

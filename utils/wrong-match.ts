/** The report of a wrong match: a text to send by hand, and a file. Nothing is sent from here. Pure. */
import { t } from './i18n';
import { reasonText, writtenEvidence } from './reason-words';
import type { Evidence, PageReport, ReportPassage, Statement } from './types';

/** What was matched wrongly: a passage, and the statement beside it where the fault lies between the two. */
export interface WrongMatch {
  page: PageReport['page'];
  passage: ReportPassage;
  claims: readonly { claim: string; stance: string }[];
  match: { statement: Statement; evidence: Evidence } | null;
  /** Version of the extension. */
  version: string;
}

/** The text that the reader sees, can change, and sends; English, for it goes to the makers. */
export function wrongMatchText({ page, passage, claims, match, version }: WrongMatch): string {
  const shown = match
    ? [
        `Shown as: ${match.evidence.relation}`,
        `Statement: ${match.statement.id}`,
        `  ${match.statement.speaker}, ${match.statement.date}: ${match.statement.quote || match.statement.gist}`,
        `  ${match.statement.source.url}`,
        `Reason given: ${reasonText(match.evidence.reason)}`,
      ]
    : [];
  return [
    t('wrongIntro'),
    '',
    '',
    '—',
    `Page: ${page.title} (${page.published ?? 'no date'})`,
    `  ${page.url}`,
    `Passage: ${passage.text}`,
    `  by ${passage.speaker ?? 'nobody known'}, ${passage.kind}`,
    ...claims.map(({ claim, stance }) => `Read as: ${stance}: ${claim}`),
    `  from: ${passage.readings.flatMap((reading) => reading.because).join(' | ')}`,
    ...shown,
    `Said Before ${version}`,
  ].join('\n');
}

/** The same as a file, with the reader's text. */
export function wrongMatchFile(wrong: WrongMatch, text: string): { name: string; type: string; text: string } {
  const { page, passage, match, version } = wrong;
  const { evidence: _all, ...read } = passage;
  const written = match && { ...match, evidence: writtenEvidence(match.evidence) };
  const value = {
    format: 'said-before-wrong-match',
    formatVersion: 1,
    version,
    text,
    page,
    passage: read,
    match: written,
  };
  return {
    name: `said-before-wrong-match-${page.published ?? 'undated'}.json`,
    type: 'application/json',
    text: `${JSON.stringify(value, null, 2)}\n`,
  };
}

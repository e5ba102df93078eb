/** The reader's "not about this" and "never match these two", applied to a report. Pure. */
import type { Mute } from './messages';
import { countsOf } from './report-counts';
import type { PageReport, Proposition, ReportPassage, Statement } from './types';

/** A passage's words as mutes remember them: case, punctuation and spacing make no difference. */
export const muteWords = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .join(' ')
    .slice(0, 2000);

const unmuted = (
  passage: ReportPassage,
  mutes: readonly Mute[],
  statements: Readonly<Record<string, Statement>>,
  propositions: ReadonlyMap<string, Proposition>,
): ReportPassage | null => {
  const words = muteWords(passage.text);
  // A pair without words is any passage with that statement.
  const own = mutes.filter((mute) => mute.words === words || (mute.kind === 'pair' && mute.words === ''));
  if (own.length === 0) return passage;
  const quiet = new Set(own.flatMap((mute) => (mute.kind === 'passage' ? [mute.proposition] : [])));
  const never = new Set(own.flatMap((mute) => (mute.kind === 'pair' ? [mute.statement] : [])));
  const readings = passage.readings.filter((reading) => !quiet.has(reading.proposition));
  if (readings.length === 0) return null;
  const live = new Set(readings.flatMap((r) => [r.proposition, ...(propositions.get(r.proposition)?.opposes ?? [])]));
  const evidence = passage.evidence.filter(
    ({ statement }) => !never.has(statement) && statements[statement]?.readings.some((r) => live.has(r.proposition)),
  );
  return { ...passage, readings, evidence };
};

/** A report without what the reader muted, with its numbers made right. */
export function applyMutes(
  report: PageReport,
  mutes: readonly Mute[],
  statements: Readonly<Record<string, Statement>>,
  propositions: ReadonlyMap<string, Proposition>,
): PageReport {
  if (mutes.length === 0) return report;
  const passages = report.passages.flatMap((passage) => unmuted(passage, mutes, statements, propositions) ?? []);
  return { ...report, passages, counts: countsOf(passages) };
}

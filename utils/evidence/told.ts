/** Utterances that a page gives in one place and tells of in another: "he said talks would begin", then his very words. */
import type { Quotation, ReportPassage, Statement } from '../types';
import { givesWordsOf, NEXT_DAY, SAME_DAYS, tellsOf } from './same';

/** Statements that some passage was found to be, within the days in which an utterance is news. */
const found = (passages: readonly ReportPassage[]): string[] =>
  passages.flatMap(({ evidence }) =>
    evidence
      .filter(({ relation, daysEarlier }) => relation === 'same' && daysEarlier <= SAME_DAYS)
      .map(({ statement }) => statement),
  );

/** What a page gives of somebody's words, whether it takes a stance or not. */
type Given = Pick<Quotation, 'text' | 'speaker'>;

/**
 * Statements that the page itself gives: those that some passage was found to be, and those of the last two days of which it
 * quotes words by their speaker, marked or not, or of which a passage of their speaker tells. `nameOf` gives one name to whoever is spelled in several ways.
 */
export function toldIn(
  passages: readonly ReportPassage[],
  statements: Readonly<Record<string, Statement>>,
  quotations: readonly Given[],
  nameOf: (speaker: string) => string,
): Set<string> {
  const told = new Set(found(passages));
  for (const { evidence } of passages)
    for (const { statement: id, daysEarlier } of evidence) {
      const statement = statements[id];
      if (!statement || daysEarlier > NEXT_DAY || told.has(id)) continue;
      const speaker = nameOf(statement.speaker);
      const own = ({ speaker: other }: Given): boolean => other !== null && nameOf(other) === speaker;
      const quoted = quotations.some((q) => own(q) && givesWordsOf(q.text, statement));
      if (quoted || passages.some((p) => own(p) && tellsOf(p.text, statement, daysEarlier))) told.add(id);
    }
  return told;
}

/**
 * Does a passage offer one of them as an earlier word that confirms it? Its speaker's own, or anybody's where the page
 * speaks for itself: its headline tells of the same words.
 */
export const repeats = ({ speaker, evidence }: ReportPassage, told: ReadonlySet<string>): boolean =>
  evidence.some(
    ({ statement, relation, sameSpeaker }) =>
      relation === 'confirms' && (sameSpeaker || speaker === null) && told.has(statement),
  );

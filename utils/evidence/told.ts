/** Utterances that a page gives in one place and tells of in another: "he said talks would begin", then his very words. */
import type { ReportPassage } from '../types';
import { SAME_DAYS } from './same';

/** Statements that some passage was found to be, within the days in which an utterance is news. */
export const toldIn = (passages: readonly ReportPassage[]): Set<string> =>
  new Set(
    passages.flatMap(({ evidence }) =>
      evidence
        .filter(({ relation, daysEarlier }) => relation === 'same' && daysEarlier <= SAME_DAYS)
        .map(({ statement }) => statement),
    ),
  );

/** Does a passage offer one of them as an earlier word of the same speaker that confirms it? */
export const repeats = ({ evidence }: ReportPassage, told: ReadonlySet<string>): boolean =>
  evidence.some(
    ({ statement, relation, sameSpeaker }) => relation === 'confirms' && sameSpeaker && told.has(statement),
  );

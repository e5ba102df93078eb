/**
 * A page's reply as it crosses from the background to the page. Evidence is most of it, and says the same few things
 * (this relation, by another speaker, for that reason) thousands of times, each a string that the page's own thread
 * would have to parse. So what is said is sent once, and evidence is numbers. Pure.
 */
import type { PageReply } from './messages';
import type { Evidence, PageReport, Reason, ReportPassage } from './types';

type Said = Omit<Evidence, 'statement' | 'daysEarlier'>;

/** A passage whose evidence is three numbers an item: index into `ids`, index into `said`, days earlier. */
type PackedPassage = Omit<ReportPassage, 'evidence'> & { evidence: number[] };

export interface PackedReply extends Omit<PageReply, 'report'> {
  report: Omit<PageReport, 'passages'> & { passages: PackedPassage[] };
  /** Statements that evidence names. */
  ids: string[];
  said: Said[];
}

/** Numbers for values, the same for the same key. */
function numbered<T>(): { list: T[]; numberOf(key: string, value: () => T): number } {
  const known = new Map<string, number>();
  const list: T[] = [];
  return {
    list,
    numberOf(key, value) {
      const old = known.get(key);
      if (old !== undefined) return old;
      known.set(key, list.length);
      return list.push(value()) - 1;
    },
  };
}

/** The reply with each thing said once. */
export function packReply({ report, ...rest }: PageReply): PackedReply {
  const ids = numbered<string>();
  const said = numbered<Said>();
  // Items that say the same mostly share their reason, which is then put in words once.
  const reasons = numbered<Reason>();
  const known = new Map<Reason, number>();
  const reasonNumber = (reason: Reason): number => {
    const number = known.get(reason) ?? reasons.numberOf(JSON.stringify(reason), () => reason);
    known.set(reason, number);
    return number;
  };
  const passages = report.passages.map((passage): PackedPassage => {
    const evidence: number[] = [];
    for (const { statement, relation, sameSpeaker, daysEarlier, reason } of passage.evidence) {
      const key = `${relation} ${sameSpeaker} ${reasonNumber(reason)}`;
      const what = said.numberOf(key, () => ({ relation, sameSpeaker, reason }));
      evidence.push(
        ids.numberOf(statement, () => statement),
        what,
        daysEarlier,
      );
    }
    return { ...passage, evidence };
  });
  return { ...rest, report: { ...report, passages }, ids: ids.list, said: said.list };
}

/** The reply that was packed. Items that say the same share their reason: it is not to be changed. */
export function unpackReply({ report, ids, said, ...rest }: PackedReply): PageReply {
  const passages = report.passages.map(({ evidence, ...passage }): ReportPassage => {
    const items: Evidence[] = [];
    for (let i = 0; i < evidence.length; i += 3) {
      const { relation, sameSpeaker, reason } = said[evidence[i + 1] as number] as Said;
      const statement = ids[evidence[i] as number] as string;
      items.push({ statement, relation, sameSpeaker, daysEarlier: evidence[i + 2] as number, reason });
    }
    return { ...passage, evidence: items };
  });
  return { ...rest, report: { ...report, passages } };
}

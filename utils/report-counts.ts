/** The numbers of a report. On their own, so that who counts again (mutes, in the page) does not load the engine. Pure. */
import type { PageReport, ReportPassage } from './types';

const counted = (passage: ReportPassage, relation: 'contradicts' | 'confirms'): number =>
  passage.evidence.filter((e) => e.relation === relation).length;

/** Numbers of a report: passages that claim something, those with an earlier statement to show, and items by relation. */
export function countsOf(passages: readonly ReportPassage[]): PageReport['counts'] {
  const sum = (relation: 'contradicts' | 'confirms'): number => passages.reduce((n, p) => n + counted(p, relation), 0);
  return {
    passages: passages.length,
    covered: passages.filter((p) => counted(p, 'contradicts') + counted(p, 'confirms') > 0).length,
    contradicts: sum('contradicts'),
    confirms: sum('confirms'),
  };
}

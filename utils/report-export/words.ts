/** The sentences that Markdown and HTML reports share. */
import { earlierBy, longDay } from '../dates';
import { t, tn } from '../i18n';
import type { EvidenceView, PassageView, ReportView } from './view';

const relationKey = {
  contradicts: 'cardContradicts',
  confirms: 'cardConfirms',
  related: 'cardRelated',
  same: 'cardSame',
} as const;
const stanceKey = { affirms: 'cardAffirms', denies: 'cardDenies', hedges: 'cardHedges' } as const;

/** "7 claims found, 5 with earlier statements"; on an undated page none is called earlier. */
export const headline = ({ counts, published }: ReportView): string =>
  counts.passages === 0
    ? t('popupNothingKnown')
    : t(published ? 'popupSummary' : 'popupSummaryUndated', tn('popupClaims', counts.passages), String(counts.covered));

/** What the statements were compared with: the article's day, or that it is not known. */
export const dated = ({ published }: ReportView): string =>
  published ? t('popupDated', longDay(published)) : t('popupUndated');

export const speakerOf = ({ speaker }: PassageView): string => speaker ?? t('popupReporter');

/** "Donald Trump says:" before a claim. */
export const stanceLine = (passage: PassageView, stance: PassageView['claims'][number]['stance']): string =>
  t(stanceKey[stance], speakerOf(passage));

/** "Contradicts", with the tags that belong to it. */
export const relationLine = (item: EvidenceView): string[] => [
  t(relationKey[item.relation]),
  ...(item.reversal ? [t('cardReversal')] : []),
  ...(item.statement.readings.some((r) => r.readBy === 'machine') ? [t('cardMachine')] : []),
];

/** "3 May 2025, 7 months earlier"; on an undated page the day alone, for nothing can be called earlier. */
export function whenLine(item: EvidenceView, published: string | null): string {
  const day = longDay(item.statement.date);
  if (published === null) return day;
  return `${day} · ${earlierBy(item.daysEarlier)}`;
}

/** What the report is and is not, for its last line. */
export const colophon = (made: string): string => t('reportMade', longDay(made));

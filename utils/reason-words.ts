/** The one line that says why an earlier statement is shown, in the interface's language. Pure. */
import { number } from './dates';
import { type Piece, pieces, t } from './i18n';
import type { Evidence, Figure, PageReport, Reason, WrittenEvidence, WrittenReport } from './types';

const tidy = (value: number): string => number(Math.round(value * 10) / 10);

/** "25,000 to 30,000 soldiers". The unit is the pack's. */
function amount({ value, low = 0, high = 0, unit = '' }: Figure): string {
  const range = value === undefined ? t('reasonRange', tidy(low), tidy(high)) : tidy(value);
  return unit ? `${range} ${unit}` : range;
}

/** A claim inside a sentence. */
const inner = (claim: string): string => claim.replace(/\.$/, '');

/** The reason in pieces; those that were put in are in the language of the pack. */
export function reasonPieces(reason: Reason): Piece[] {
  switch (reason.code) {
    case 'source':
      return pieces('reasonSource');
    case 'figures':
      return pieces('reasonFigures', reason.kind, amount(reason.passage), amount(reason.statement));
    case 'alike':
      return pieces(`reasonAlike_${reason.passage}`, inner(reason.claim));
    case 'apart':
      return pieces(`reasonApart_${reason.passage}_${reason.statement}`, inner(reason.claim));
    case 'opposed':
      return pieces(`reasonOpposed_${reason.passage}_${reason.statement}`, inner(reason.claim));
  }
}

/** The reason as one line. */
export const reasonText = (reason: Reason): string =>
  reasonPieces(reason)
    .map(({ text }) => text)
    .join('');

/** Evidence as files have it. */
export const writtenEvidence = (evidence: Evidence): WrittenEvidence => ({
  ...evidence,
  reason: reasonText(evidence.reason),
});

/** A report as files have it: the contract of docs/formats.md. */
export const writtenReport = (report: PageReport): WrittenReport => ({
  ...report,
  passages: report.passages.map((passage) => ({ ...passage, evidence: passage.evidence.map(writtenEvidence) })),
});

/** The one line that says why an earlier statement is shown, in the interface's language. Pure. */
import { figurePieces } from './figures';
import { type Piece, pieces } from './i18n';
import type { Told } from './in-language';
import type { Evidence, PageReport, Reason, WrittenEvidence, WrittenReport } from './types';

/** A claim inside a sentence. */
const inner = (claim: string): string => claim.replace(/\.$/, '');

/**
 * The reason in pieces; those that were put in are in the language of the pack, or where `told` has the claim's words in
 * another, in that one.
 */
export function reasonPieces(reason: Reason, told?: Told): Piece[] {
  const own = (text: string | undefined, packs: string): string | Piece[] =>
    told && text ? [{ text, given: true, language: told.language }] : packs;
  switch (reason.code) {
    case 'source':
      return pieces('reasonSource');
    case 'figures':
      return pieces(
        'reasonFigures',
        own(told?.kind, reason.kind),
        figurePieces(reason.passage),
        figurePieces(reason.statement),
      );
    case 'alike':
      return pieces(`reasonAlike_${reason.passage}`, own(told && inner(told.claim), inner(reason.claim)));
    case 'apart':
      return pieces(
        `reasonApart_${reason.passage}_${reason.statement}`,
        own(told && inner(told.claim), inner(reason.claim)),
      );
    case 'opposed':
      return pieces(
        `reasonOpposed_${reason.passage}_${reason.statement}`,
        own(told && inner(told.claim), inner(reason.claim)),
      );
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

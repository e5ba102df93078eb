/** Statements out of the corpus, in every format that can be brought in again. Pure. */
import type { Pack, Statement } from '../types';
import { toClaimReviews } from './claim-review';
import { toCsv } from './csv';
import type { Placed } from './source';

export type ExportFormat = 'jsonl' | 'csv' | 'pack' | 'claimreview';

export interface ExportedFile {
  /** Name ending without the dot. */
  ending: string;
  /** Media type. */
  type: string;
  text: string;
}

/** Statements without the pack they were found in. */
export const unplaced = (statements: readonly Placed[]): Statement[] =>
  statements.map(({ pack: _pack, ...statement }) => statement);

/** One record a line. */
export const toJsonLines = (statements: readonly Statement[]): string =>
  statements.map((s) => `${JSON.stringify(s)}\n`).join('');

/** A pack's file: one record a line, so that a change of one record is one changed line. */
export function toPackText(pack: Pack): string {
  const fields = Object.entries(pack).map(([key, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(key)}:[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]`
      : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** A file of statements. `about` names the pack that they become; only the format `pack` uses it. */
export function exportAs(format: ExportFormat, statements: Statement[], about: Omit<Pack, 'statements'>): ExportedFile {
  if (format === 'csv') return { ending: 'csv', type: 'text/csv', text: toCsv(statements) };
  if (format === 'claimreview')
    return { ending: 'json', type: 'application/ld+json', text: toClaimReviews(statements) };
  if (format === 'pack')
    return { ending: 'json', type: 'application/json', text: toPackText({ ...about, statements }) };
  return { ending: 'jsonl', type: 'application/jsonl', text: toJsonLines(statements) };
}

/** Statements out of the corpus, piece by piece, in every format that can be brought in again. Pure. */
import type { Pack, Statement } from '../types';
import { toReview } from './claim-review';
import { csvHeader, csvRows } from './csv';
import type { Placed } from './source';

export type ExportFormat = 'jsonl' | 'csv' | 'pack' | 'claimreview';
export type PackHead = Omit<Pack, 'statements'>;

/** A file being written: its beginning, a piece for some statements, its end. Pieces come in order. */
export interface Writer {
  /** Name ending without the dot. */
  ending: string;
  /** Media type. */
  type: string;
  begin: string;
  piece(statements: readonly Statement[]): string;
  end: string;
}

export interface ExportedFile extends Pick<Writer, 'ending' | 'type'> {
  text: string;
}

/** Statements without the pack they were found in. */
export const unplaced = (statements: readonly Placed[]): Statement[] =>
  statements.map(({ pack: _pack, ...statement }) => statement);

/** One record a line. */
export const toJsonLines = (statements: readonly Statement[]): string =>
  statements.map((s) => `${JSON.stringify(s)}\n`).join('');

/** A list of JSON values, one a line, in pieces. */
function list(of: (statement: Statement) => unknown): (statements: readonly Statement[]) => string {
  let any = false;
  return (statements) =>
    statements
      .map((statement) => {
        const text = `${any ? ',' : ''}\n${JSON.stringify(of(statement))}`;
        any = true;
        return text;
      })
      .join('');
}

/** The fields of a pack's file but for the statements, one record a line. */
const packFields = (head: PackHead): string =>
  Object.entries(head)
    .map(([key, value]) =>
      Array.isArray(value)
        ? `${JSON.stringify(key)}:[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]`
        : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    )
    .join(',\n');

/** A writer for a format. `head` says what pack they become; only the format `pack` uses it. */
export function writerOf(format: ExportFormat, head: PackHead): Writer {
  if (format === 'csv')
    return { ending: 'csv', type: 'text/csv', begin: csvHeader(), piece: (statements) => csvRows(statements), end: '' };
  if (format === 'claimreview')
    return { ending: 'json', type: 'application/ld+json', begin: '[', piece: list(toReview), end: '\n]\n' };
  if (format === 'pack')
    return {
      ending: 'json',
      type: 'application/json',
      begin: `{\n${packFields(head)},\n"statements":[`,
      piece: list((statement) => statement),
      end: '\n]\n}\n',
    };
  return { ending: 'jsonl', type: 'application/jsonl', begin: '', piece: toJsonLines, end: '' };
}

/** A file of statements in one go. */
export function exportAs(format: ExportFormat, statements: readonly Statement[], head: PackHead): ExportedFile {
  const { ending, type, begin, piece, end } = writerOf(format, head);
  return { ending, type, text: begin + piece(statements) + end };
}

/** A pack's file: one record a line, so that a change of one record is one changed line. */
export function toPackText({ statements, ...head }: Pack): string {
  return exportAs('pack', statements, head).text;
}

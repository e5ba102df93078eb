/** Statements → CSV: one row a reading; rows with one id are one statement. */
import Papa from 'papaparse';
import type { Statement } from '../types';
import { type Cells, guard, header } from './csv-columns';

/** The first line. */
export const csvHeader = (): string => `${header.join(',')}\n`;

/** Statements as lines, one a reading; cells that a spreadsheet would run are guarded with an apostrophe. */
export function csvRows(statements: readonly Statement[]): string {
  const rows = statements.flatMap((s) => {
    const readings = s.readings.length > 0 ? s.readings : [null];
    return readings.map((r) => {
      const cells: Cells = {
        id: s.id,
        speaker: s.speaker,
        role: s.role ?? '',
        side: s.side ?? '',
        date: s.date,
        quote: s.quote,
        gist: s.gist,
        proposition: r?.proposition ?? '',
        stance: r?.stance ?? '',
        figure_low: String(r?.figure?.low ?? r?.figure?.value ?? ''),
        figure_high: String(r?.figure?.high ?? r?.figure?.value ?? ''),
        unit: r?.figure?.unit ?? '',
        place: s.place ?? '',
        publisher: s.source.publisher,
        url: s.source.url,
        published: s.source.published ?? '',
      };
      return header.map((name) => (name.startsWith('figure') ? cells[name] : guard(cells[name])));
    });
  });
  return rows.length > 0 ? `${Papa.unparse(rows, { newline: '\n' })}\n` : '';
}

/** A whole file. */
export const toCsv = (statements: readonly Statement[]): string => csvHeader() + csvRows(statements);

/** CSV ⇄ statements: one row a reading; rows with one id are one statement. */
import Papa from 'papaparse';
import type { Statement } from '../types';

/** The columns, in order. */
export const header = [
  'id',
  'speaker',
  'role',
  'side',
  'date',
  'quote',
  'gist',
  'proposition',
  'stance',
  'figure_low',
  'figure_high',
  'unit',
  'place',
  'publisher',
  'url',
  'published',
] as const;
type Column = (typeof header)[number];

/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/;
const guard = (text: string): string => (formula.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** A record as JSON would have it, with the row (line of the file) on which it begins. */
export interface CsvRecord {
  row: number;
  value: Record<string, unknown>;
}

const number = (text: string): number | string => (text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text);

function readingOf(cells: Record<Column, string>): Record<string, unknown>[] {
  if (cells.proposition === '' && cells.stance === '') return [];
  const [low, high] = [cells.figure_low, cells.figure_high || cells.figure_low];
  const figure =
    low === ''
      ? {}
      : {
          figure: {
            ...(low === high ? { value: number(low) } : { low: number(low), high: number(high) }),
            ...(cells.unit ? { unit: cells.unit } : {}),
          },
        };
  return [{ proposition: cells.proposition, stance: cells.stance, ...figure }];
}

/** Rows of a CSV text with comma, semicolon or tab. `missing` names required columns that the header lacks. */
export function parseCsv(text: string): {
  records: CsvRecord[];
  missing: string[];
  broken: { row: number; message: string }[];
} {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const [first = [], ...rows] = parsed.data;
  const names = first.map((cell) => cell.trim().toLowerCase());
  const missing = ['speaker', 'date', 'url'].filter((name) => !names.includes(name));
  const broken = parsed.errors
    .filter((e) => e.type === 'Quotes')
    .map((e) => ({ row: (e.row ?? 0) + 1, message: e.message }));
  const records: CsvRecord[] = [];
  const byId = new Map<string, CsvRecord>();
  rows.forEach((row, i) => {
    const cells = Object.fromEntries(
      header.map((name) => [name, unguard((row[names.indexOf(name)] ?? '').trim())]),
    ) as Record<Column, string>;
    const readings = readingOf(cells);
    const known = cells.id ? byId.get(cells.id) : undefined;
    if (known) {
      (known.value.readings as unknown[]).push(...readings);
      return;
    }
    const { id, speaker, role, side, date, quote, gist, place, publisher, url, published } = cells;
    const filled = Object.fromEntries(Object.entries({ id, role, side, place }).filter(([, value]) => value !== ''));
    const record = {
      row: i + 2,
      value: {
        ...filled,
        speaker,
        date,
        quote,
        gist,
        readings,
        source: { publisher, url, ...(published ? { published } : {}) },
      },
    };
    records.push(record);
    if (id) byId.set(id, record);
  });
  return { records, missing, broken };
}

/** Statements as CSV, one row a reading; cells that a spreadsheet would run are guarded with an apostrophe. */
export function toCsv(statements: readonly Statement[]): string {
  const rows = statements.flatMap((s) => {
    const readings = s.readings.length > 0 ? s.readings : [null];
    return readings.map((r) => {
      const cells: Record<Column, string> = {
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
  return `${Papa.unparse([[...header], ...rows], { newline: '\n' })}\n`;
}

/** CSV ⇄ statements: one row a reading; rows with one id are one statement. */
import Papa from 'papaparse';
import type { Statement } from '../types';
import type { RowFault } from './check-statement';

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
type Cells = Record<Column, string>;

/** What belongs to the statement, not to one of its readings. */
const ofStatement = [
  'speaker',
  'role',
  'side',
  'date',
  'quote',
  'gist',
  'place',
  'publisher',
  'url',
  'published',
] as const;

/** What a spreadsheet would run as a formula. An apostrophe before it is doubled, so that reading gives the same text. */
const guard = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);

/** A record as JSON would have it, with the row of the spreadsheet on which it begins. */
export interface CsvRecord {
  row: number;
  value: Record<string, unknown>;
}

export interface ParsedCsv {
  records: CsvRecord[];
  /** Required columns that the header lacks, or that it has twice. */
  columns: { missing: string[]; twice: string[] };
  faults: RowFault[];
}

const number = (text: string): number | string => (Number.isNaN(Number(text)) ? text : Number(text));

/** The reading of a row, unchecked. Equal ends are one value; one end alone is "at least" or "at most". */
function readingOf({
  proposition,
  stance,
  figure_low: low,
  figure_high: high,
  unit,
}: Cells): Record<string, unknown>[] {
  if (proposition === '' && stance === '' && low === '' && high === '') return [];
  const ends = {
    ...(low === '' ? {} : { low: number(low) }),
    ...(high === '' ? {} : { high: number(high) }),
  };
  const figure = low !== '' && low === high ? { value: number(low) } : ends;
  return [
    {
      proposition,
      stance,
      ...(low === '' && high === '' ? {} : { figure: { ...figure, ...(unit ? { unit } : {}) } }),
    },
  ];
}

const recordOf = (row: number, cells: Cells): CsvRecord => {
  const { id, speaker, role, side, date, quote, gist, place, publisher, url, published } = cells;
  const filled = Object.fromEntries(Object.entries({ id, role, side, place }).filter(([, value]) => value !== ''));
  const source = { publisher, url, ...(published ? { published } : {}) };
  return { row, value: { ...filled, speaker, date, quote, gist, readings: readingOf(cells), source } };
};

/** The delimiter with which the first line has most columns that we know. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).toLowerCase();
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((cell) => header.includes(cell.replaceAll('"', '').trim() as Column)).length;
  return [',', ';', '\t'].reduce((best, one) => (known(one) > known(best) ? one : best));
}

/** Rows of a CSV text with comma, semicolon or tab, as records to be checked. A row with a fault is no record. */
export function parseCsv(text: string): ParsedCsv {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const names = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const missing: string[] = ['speaker', 'date', 'url'].filter((name) => !names.includes(name));
  if (!names.includes('quote') && !names.includes('gist')) missing.push('quote');
  const twice = header.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const faults: RowFault[] = [];
  const records: CsvRecord[] = [];
  if (missing.length > 0 || twice.length > 0) return { records, columns: { missing, twice }, faults };
  const places = header.map((name): [Column, number] => [name, names.indexOf(name)]);
  const broken = new Map(errors.filter((e) => e.type === 'Quotes').map((e) => [(e.row ?? 0) + 1, e.message]));
  const open = !/[\r\n]$/.test(text);
  const known = new Map<string, { cells: Cells; record: CsvRecord }>();
  data.forEach((raw, i) => {
    const row = i + 1;
    if (i === 0 || raw.every((cell) => cell.trim() === '')) return;
    const wrong = faultOf(raw, names.length, broken.get(row), open && row === data.length);
    if (wrong) {
      faults.push({ row, ...wrong });
      return;
    }
    const cells = Object.fromEntries(places.map(([name, at]) => [name, unguard((raw[at] ?? '').trim())])) as Cells;
    const key = cells.id || ofStatement.map((name) => cells[name]).join('\t');
    const first = known.get(key);
    if (!first) {
      const record = recordOf(row, cells);
      known.set(key, { cells, record });
      records.push(record);
      return;
    }
    const other = ofStatement.find((name) => cells[name] !== first.cells[name]);
    if (other)
      faults.push({
        row,
        field: other,
        message: `differs from row ${first.record.row}, which has the same id.`,
        todo: 'Make the rows alike, or give this one an id of its own.',
      });
    else (first.record.value.readings as unknown[]).push(...readingOf(cells));
  });
  return { records, columns: { missing, twice }, faults };
}

function faultOf(
  raw: readonly string[],
  width: number,
  quotes: string | undefined,
  last: boolean,
): Omit<RowFault, 'row'> | null {
  if (quotes)
    return {
      field: 'row',
      message: `has a quotation mark out of place (${quotes}).`,
      todo: 'Close the quotation mark or double it.',
    };
  if (raw.slice(width).some((cell) => cell.trim() !== ''))
    return {
      field: 'row',
      message: `has ${raw.length} cells, the first row ${width}.`,
      todo: 'Put texts that hold the separator in quotation marks.',
    };
  if (last && raw.length < width)
    return { field: 'row', message: 'breaks off at the end of the file.', todo: 'Save or download the file again.' };
  return null;
}

/** Statements as CSV, one row a reading; cells that a spreadsheet would run are guarded with an apostrophe. */
export function toCsv(statements: readonly Statement[]): string {
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
  return `${Papa.unparse([[...header], ...rows], { newline: '\n' })}\n`;
}

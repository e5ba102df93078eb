/** CSV → records, piece by piece: one row a reading; rows with one id are one record. */
import Papa from 'papaparse';
import { type Cells, type Column, header, ofStatement, unguard } from './csv-columns';
import type { RowFault } from './row-faults';

/** A record as JSON would have it, with the row of the spreadsheet on which it begins and that row's cells. */
export interface CsvRecord {
  row: number;
  value: Record<string, unknown>;
  cells: string[];
}

/** Required columns that the header lacks, or that it has twice. */
export interface CsvColumns {
  missing: string[];
  twice: string[];
}

/** A row longer than this is a quotation mark that was never closed. */
const LONGEST = 4 << 20;

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

const recordValue = (cells: Cells): CsvRecord['value'] => {
  const { id, speaker, role, side, date, quote, gist, place, publisher, url, published } = cells;
  const filled = Object.fromEntries(Object.entries({ id, role, side, place }).filter(([, value]) => value !== ''));
  const source = { publisher, url, ...(published ? { published } : {}) };
  return { ...filled, speaker, date, quote, gist, readings: readingOf(cells), source };
};

/** The delimiter with which a line has most columns that we know. */
function delimiterOf(text: string): string {
  const told = /^sep=([,;\t])[\r\n]/i.exec(text)?.[1];
  if (told) return told;
  const line = text.slice(0, text.search(/[\r\n]|$/)).toLowerCase();
  const known = (delimiter: string): number =>
    line.split(delimiter).filter((cell) => header.includes(cell.replaceAll('"', '').trim() as Column)).length;
  return [',', ';', '\t'].reduce((best, one) => (known(one) > known(best) ? one : best));
}

const newlineOf = (text: string): '\r\n' | '\n' | '\r' => {
  const first = /\r\n|\n|\r/.exec(text)?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
};

/** Reads a CSV text with comma, semicolon or tab. A row with a fault is no record; without the columns there are none. */
export class CsvReader {
  readonly records: CsvRecord[] = [];
  readonly columns: CsvColumns = { missing: [], twice: [] };
  private readonly known = new Map<string, { cells: Cells; record: CsvRecord }>();
  private parser: Papa.Parser | null = null;
  private delimiter = ',';
  private rest = '';
  private row = 0;
  private width = 0;
  private headed = false;
  private places: [Column, number][] = [];
  private done = false;

  constructor(private readonly faults: RowFault[]) {}

  push(piece: string): void {
    if (this.done) return;
    this.rest += piece;
    if (!this.parser && !/[\r\n]./.test(this.rest)) return;
    this.parse(false);
    if (this.rest.length > LONGEST) this.end();
  }

  end(): void {
    if (this.done) return;
    if (this.rest !== '') this.parse(true);
    this.done = true;
  }

  private parse(last: boolean): void {
    if (!this.parser) {
      this.delimiter = delimiterOf(this.rest);
      this.parser = new Papa.Parser({ delimiter: this.delimiter, newline: newlineOf(this.rest) });
    }
    const { data, errors, meta } = this.parser.parse(this.rest, 0, !last) as {
      data: string[][];
      errors: { row: number }[];
      meta: { cursor: number };
    };
    const open = last && !/[\r\n]$/.test(this.rest);
    this.rest = this.rest.slice(meta.cursor);
    const broken = new Set(errors.map((error) => error.row));
    data.forEach((raw, i) => {
      this.row += 1;
      // Spreadsheets begin a file with "sep=;" to tell each other the separator.
      if (this.row === 1 && /^sep=/i.test(raw[0] ?? '')) return;
      if (!this.headed) this.readHeader(raw);
      else if (this.places.length > 0) this.readRow(raw, broken.has(i), open && i === data.length - 1);
    });
  }

  private readHeader(raw: readonly string[]): void {
    this.headed = true;
    const names = raw.map((cell) => cell.trim().toLowerCase());
    const { missing, twice } = this.columns;
    missing.push(...['speaker', 'date', 'url'].filter((name) => !names.includes(name)));
    if (!names.includes('quote') && !names.includes('gist')) missing.push('quote');
    twice.push(...header.filter((name) => names.indexOf(name) !== names.lastIndexOf(name)));
    this.width = names.length;
    if (missing.length + twice.length === 0) this.places = header.map((name) => [name, names.indexOf(name)]);
  }

  private readRow(raw: string[], quotes: boolean, last: boolean): void {
    if (raw.every((cell) => cell.trim() === '')) return;
    const { row } = this;
    const fail = (fault: Omit<RowFault, 'row'>): void =>
      void this.faults.push({ row, ...fault, original: raw.join(this.delimiter).slice(0, 10_000) });
    const wrong = faultOf(raw, this.width, quotes, last);
    if (wrong) {
      fail(wrong);
      return;
    }
    const cells = Object.fromEntries(this.places.map(([name, at]) => [name, unguard((raw[at] ?? '').trim())])) as Cells;
    const key = cells.id || ofStatement.map((name) => cells[name]).join('\t');
    const first = this.known.get(key);
    if (!first) {
      const record = { row, value: recordValue(cells), cells: raw };
      this.known.set(key, { cells, record });
      this.records.push(record);
      return;
    }
    const other = ofStatement.find((name) => cells[name] !== first.cells[name]);
    if (other) fail({ field: other, code: 'otherRow', args: [first.record.row] });
    else (first.record.value.readings as unknown[]).push(...readingOf(cells));
  }
}

/** What is wrong with a row, or null. `quotes`: a quotation mark in it is out of place; `last`: the file ends in it. */
function faultOf(raw: readonly string[], width: number, quotes: boolean, last: boolean): Omit<RowFault, 'row'> | null {
  if (quotes) return { field: 'row', code: 'quoteMark' };
  if (raw.slice(width).some((cell) => cell.trim() !== ''))
    return { field: 'row', code: 'cells', args: [raw.length, width] };
  return last && raw.length < width ? { field: 'row', code: 'breaksOff' } : null;
}

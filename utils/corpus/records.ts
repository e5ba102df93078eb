/** Pieces of text → records as the file has them, with the row each begins on. */

import { type CsvColumns, CsvReader, type CsvRecord } from './csv-read';
import type { RowFault } from './row-faults';

/** A record as it stands in a file; `value` is unchecked. */
export interface RawRecord {
  row: number;
  value: unknown;
  /** A spreadsheet's cells. */
  cells?: readonly string[];
}

/** Whole lines of a text that comes in pieces, with their numbers from 1. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<{ row: number; line: string }[]> {
  let rest = '';
  let row = 0;
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() as string;
    yield lines.map((line) => {
      row += 1;
      return { row, line };
    });
  }
  yield [{ row: row + 1, line: rest }];
}

/** One record a line. A line that is no JSON is a fault. */
export async function* jsonLines(pieces: AsyncIterable<string>, faults: RowFault[]): AsyncGenerator<RawRecord[]> {
  for await (const lines of linesOf(pieces)) {
    yield lines.flatMap(({ row, line }): RawRecord[] => {
      if (line.trim() === '') return [];
      try {
        return [{ row, value: JSON.parse(line) as unknown }];
      } catch {
        faults.push({ row, field: 'record', code: 'notJson', original: line.slice(0, 10_000) });
        return [];
      }
    });
  }
}

/** Records of a CSV file, whose rows may lie apart; `columns` says what the header lacks, and then there are none. */
export async function csvRecords(
  pieces: AsyncIterable<string>,
  faults: RowFault[],
  breathe: () => Promise<void>,
): Promise<{ records: CsvRecord[]; columns: CsvColumns }> {
  const reader = new CsvReader(faults);
  for await (const piece of pieces) {
    reader.push(piece);
    await breathe();
  }
  reader.end();
  return reader;
}

/** The faulty rows of an import as a file to work through. */
import Papa from 'papaparse';
import type { RowFault } from './check-statement';
import { guard } from './csv-columns';

/** CSV: row, field, what is wrong, what to do, and the row as it was. */
export const faultsFile = (faults: readonly RowFault[]): string =>
  `${Papa.unparse(
    [
      ['row', 'field', 'fault', 'todo', 'original'],
      ...faults.map(({ row, field, message, todo, original }) => [
        String(row),
        ...[field, message, todo, original ?? ''].map(guard),
      ]),
    ],
    { newline: '\n' },
  )}\n`;

/** The faulty rows of an import as a file to work through. */
import Papa from 'papaparse';
import { guard } from './csv-columns';
import { type RowFault, rowWords } from './row-faults';

/** CSV: row, field, what is wrong, what to do, and the row as it was. */
export const faultsFile = (faults: readonly RowFault[]): string =>
  `${Papa.unparse(
    [
      ['row', 'field', 'fault', 'todo', 'original'],
      ...faults.map((fault) => {
        const { message, todo } = rowWords(fault);
        return [String(fault.row), ...[fault.field, message, todo, fault.original ?? ''].map(guard)];
      }),
    ],
    { newline: '\n' },
  )}\n`;

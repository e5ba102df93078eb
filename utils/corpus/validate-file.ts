/** Any file that a user may bring → statements and faults: pack, JSON Lines, JSON list, CSV, ClaimReview. */
import type { Fault, Pack, Statement } from '../types';
import { isBackup } from './backup-format';
import { textOf } from './bytes';
import { checkStatement, type Known, type RowFault } from './check-statement';
import { claimReviews } from './claim-review';
import { parseCsv } from './csv';
import { jsonFault, packOf } from './read-pack';

export type FileKind = 'pack' | 'jsonl' | 'csv' | 'claimreview';

export interface ValidatedFile {
  kind: FileKind;
  statements: Statement[];
  pack?: Pack;
  faults: RowFault[];
  /** Set when the file as a whole can't be used. */
  fault?: Fault;
}

const refuse = (kind: FileKind, code: string, message: string, todo: string): ValidatedFile => ({
  kind,
  statements: [],
  faults: [],
  fault: { code, message, todo },
});

function checkAll(
  kind: FileKind,
  records: { row: number; value: unknown }[],
  known: Known,
  faults: RowFault[],
): ValidatedFile {
  const seen = new Map<string, number>();
  const statements = records.flatMap(({ row, value }): Statement[] => {
    const statement = checkStatement(value, row, known, faults);
    if (!statement) return [];
    const first = seen.get(statement.id);
    if (first !== undefined) {
      faults.push({
        row,
        field: 'id',
        message: `"${statement.id}" is already used in row ${first}.`,
        todo: 'Give each record an id of its own, or take one out.',
      });
      return [];
    }
    seen.set(statement.id, row);
    return [statement];
  });
  return { kind, statements, faults: faults.sort((a, b) => a.row - b.row) };
}

function jsonLines(text: string, known: Known): ValidatedFile {
  const faults: RowFault[] = [];
  const records = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [{ row: i + 1, value: JSON.parse(line) as unknown }];
    } catch {
      faults.push({
        row: i + 1,
        field: 'record',
        message: 'is not JSON.',
        todo: 'Write one record {…} a line, or see whether the file was cut off.',
      });
      return [];
    }
  });
  return checkAll('jsonl', records, known, faults);
}

function csv(text: string, known: Known): ValidatedFile {
  const { records, columns, faults } = parseCsv(text);
  const { missing, twice } = columns;
  if (missing.length > 0 || twice.length > 0)
    return refuse(
      'csv',
      'columns',
      missing.length > 0
        ? `The first row lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`
        : `The first row names ${twice.join(', ')} twice.`,
      'Name the columns in the first row as the guide shows.',
    );
  return checkAll('csv', records, known, faults);
}

/** Reads and checks a file by its content; its name only breaks ties. Nothing is thrown for bad input. */
export async function validateFile(name: string, bytes: Uint8Array, known: Known = {}): Promise<ValidatedFile> {
  const plain = name.replace(/\.gz$/i, '');
  const kind: FileKind = /\.(?:csv|tsv)$/i.test(plain) ? 'csv' : /\.(?:jsonl|ndjson)$/i.test(plain) ? 'jsonl' : 'pack';
  const read = await textOf(bytes);
  if (!read.ok) return { kind, statements: [], faults: [], fault: read.fault };
  const text = read.value.replace(/^\ufeff/, '');
  if (text.trim() === '') return refuse(kind, 'empty', 'The file is empty.', 'Choose another file.');
  if (text.includes('\0')) return refuse(kind, 'binary', 'The file is not a text file.', 'Choose another file.');
  if (isBackup(text))
    return refuse(kind, 'backup', 'This is a full backup, not a file to import.', 'Use “Restore” to bring it back.');
  if (kind === 'csv') return csv(text, known);
  if (kind === 'jsonl') return jsonLines(text, known);
  if (!/^\s*[[{]/.test(text)) return csv(text, known);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const lines = text.split('\n').filter((line) => line.trim());
    return lines.length > 1 && lines.slice(0, 3).every((line) => /^\s*\{.*\}\s*$/.test(line))
      ? jsonLines(text, known)
      : { kind: 'pack', statements: [], faults: [], fault: jsonFault(text) };
  }
  const reviews = claimReviews(value);
  if (reviews.length > 0)
    return checkAll(
      'claimreview',
      reviews.map((review, i) => ({ row: i + 1, value: review })),
      known,
      [],
    );
  if (Array.isArray(value))
    return checkAll(
      'jsonl',
      value.map((item, i) => ({ row: i + 1, value: item as unknown })),
      known,
      [],
    );
  if (typeof value === 'object' && value !== null && 'speaker' in value)
    return checkAll('jsonl', [{ row: 1, value }], known, []);
  const pack = packOf(value);
  if (!pack.ok) return { kind: 'pack', statements: [], faults: [], fault: pack.fault };
  return { kind: 'pack', statements: pack.value.pack.statements, pack: pack.value.pack, faults: pack.value.faults };
}

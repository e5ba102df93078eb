/** What can be wrong with a row, as codes; the words are `row_<code>` and `row_<code>Todo` of the catalogue. */
import { number } from '../dates';
import { t } from '../i18n';
import type { Fault } from '../types';

/** In the order in which a record is checked. */
export const rowCodes = [
  'notJson',
  'notObject',
  'forbidden',
  'notText',
  'tooLong',
  'damaged',
  'noSpeaker',
  'noDate',
  'notDate',
  'noWords',
  'notSource',
  'noLink',
  'notLink',
  'notPublished',
  'notBasis',
  'notList',
  'tooMany',
  'twice',
  'noProposition',
  'unknownProposition',
  'notStance',
  'notMachine',
  'notFigure',
  'figureNumber',
  'figureEmpty',
  'figureBoth',
  'figureOrder',
  'figureText',
  'usedId',
  'packTwice',
  'quoteMark',
  'cells',
  'breaksOff',
  'otherRow',
] as const;
export type RowCode = (typeof rowCodes)[number];

/** One fault of one row; rows count from 1, as a text editor or a spreadsheet counts them. */
export interface RowFault {
  row: number;
  /** As the file has it; `record` and `row` stand for the whole. */
  field: string;
  code: RowCode;
  /** What the words speak of. */
  args?: (string | number)[];
  /** The row as it stands in the file, cut at 10,000 characters. */
  original?: string;
}

/** Told of each fault. */
export type Fail = (field: string, code: RowCode, ...args: (string | number)[]) => void;

/** What is wrong and what to do, in the interface's language. */
export function rowWords({ code, args = [] }: Pick<RowFault, 'code' | 'args'>): { message: string; todo: string } {
  const told = args.map((arg) => (typeof arg === 'number' ? number(arg) : arg));
  return { message: t(`row_${code}`, ...told), todo: t(`row_${code}Todo`, ...told) };
}

/** The faults of a single record, told by the first. */
export function recordFault([first]: readonly RowFault[]): Fault {
  if (!first) return { code: 'statement', message: t('row_notObject'), todo: t('row_notObjectTodo') };
  const { message, todo } = rowWords(first);
  return { code: 'statement', message: t('rowField', first.field, message), todo };
}

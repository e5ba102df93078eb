/** Any file that a user may bring → statements and faults: pack, JSON Lines, JSON list, CSV, ClaimReview. */
import type { Fault, Pack, Statement } from '../types';
import { isBackup } from './backup-format';
import { faultOf, textOfBlob } from './bytes';
import type { Known } from './check-statement';
import { Checker } from './checker';
import { claimReviews, reviewsInPage } from './claim-review';
import { type FileFault, fileFault } from './file-faults';
import { parseJson } from './json-pieces';
import { breather } from './pause';
import { jsonFault, packOf } from './read-pack';
import { csvRecords, jsonLines, type RawRecord } from './records';
import type { RowFault } from './row-faults';

export type FileKind = 'pack' | 'jsonl' | 'csv' | 'claimreview';

export interface ValidatedFile {
  kind: FileKind;
  statements: Statement[];
  pack?: Pack;
  faults: RowFault[];
  /** Set when the file as a whole can't be used. */
  fault?: Fault;
}

export interface Validation extends Known {
  signal?: AbortSignal | undefined;
  /** Bytes of the file read so far, or records of it checked so far. */
  onProgress?: (what: 'reading' | 'checking', done: number, all: number) => void;
}

class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}
const refuse = (name: FileFault, ...args: string[]): Refused => new Refused(fileFault(name, ...args));

/** The pieces of a text from its first sign on, checked for what no text file has. */
async function begun(pieces: AsyncGenerator<string>): Promise<{ head: string; pieces: AsyncGenerator<string> }> {
  let head = '';
  for (;;) {
    const { value, done } = await pieces.next();
    head = (head + (value ?? '')).replace(/^\ufeff/, '');
    if (done || head.trim().length >= 200) break;
  }
  if (head.trim() === '') throw refuse('Empty');
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* pieces;
  }
  async function* checked(): AsyncGenerator<string> {
    for await (const piece of all()) {
      if (piece.includes('\0')) throw refuse('Binary');
      yield piece;
    }
  }
  return { head, pieces: checked() };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Records checked before others may have a turn. */
const PORTION = 100;

type Found = Pick<ValidatedFile, 'kind' | 'statements' | 'faults' | 'pack'>;

async function checkLines(pieces: AsyncIterable<string>, how: Validation): Promise<Found> {
  const checker = new Checker(how);
  const breathe = breather(how.signal);
  for await (const records of jsonLines(pieces, checker.faults)) {
    checker.check(records);
    await breathe();
  }
  return { kind: 'jsonl', ...checker.result() };
}

async function checkAll(
  kind: FileKind,
  records: readonly RawRecord[],
  how: Validation,
  faults?: RowFault[],
): Promise<Found> {
  const checker = new Checker(how, faults);
  const breathe = breather(how.signal);
  for (let i = 0; i < records.length; i += PORTION) {
    checker.check(records.slice(i, i + PORTION));
    how.onProgress?.('checking', Math.min(i + PORTION, records.length), records.length);
    await breathe();
  }
  return { kind, ...checker.result() };
}

async function checkCsv(pieces: AsyncIterable<string>, how: Validation): Promise<Found> {
  const faults: RowFault[] = [];
  const { records, columns } = await csvRecords(pieces, faults, breather(how.signal));
  const { missing, twice } = columns;
  if (missing.length > 0) throw refuse('Columns', missing.join(', '));
  if (twice.length > 0) throw refuse('ColumnsTwice', twice.join(', '));
  return checkAll('csv', records, how, faults);
}

const numbered = (list: readonly unknown[]): RawRecord[] => list.map((item, i) => ({ row: i + 1, value: item }));

async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function checkPage(html: string, how: Validation): Promise<Found> {
  const reviews = reviewsInPage(html);
  if (reviews.length === 0) throw refuse('Page');
  return checkAll('claimreview', numbered(reviews), how);
}

/** Is a text that is no JSON as a whole one record a line? One of the first lines is a record, whatever the others are. */
function isLines(text: string): boolean {
  const lines = text
    .slice(0, 1 << 20)
    .split('\n')
    .filter((line) => line.trim());
  const isRecord = (line: string): boolean => {
    try {
      return /^\s*\{/.test(line) && typeof JSON.parse(line) === 'object';
    } catch {
      return false;
    }
  };
  return lines.length > 1 && lines.slice(0, 3).some(isRecord);
}

async function checkJson(text: string, how: Validation): Promise<Found> {
  const breathe = breather(how.signal);
  let value: unknown;
  try {
    value = await parseJson(text, breathe);
  } catch {
    how.signal?.throwIfAborted();
    if (isLines(text)) return checkLines(once(text), how);
    throw new Refused(jsonFault(text));
  }
  const reviews = claimReviews(value);
  if (reviews.length > 0) return checkAll('claimreview', numbered(reviews), how);
  if (Array.isArray(value)) return checkAll('jsonl', numbered(value), how);
  if (typeof value === 'object' && value !== null && 'speaker' in value)
    return checkAll('jsonl', numbered([value]), how);
  const pack = await packOf(value, how.propositions, breathe);
  if (!pack.ok) throw new Refused(pack.fault);
  const { faults } = pack.value;
  return { kind: 'pack', statements: pack.value.pack.statements, pack: pack.value.pack, faults };
}

async function read(kind: FileKind, source: Blob, how: Validation): Promise<Found> {
  const onBytes = (done: number): void => how.onProgress?.('reading', done, source.size);
  const { head, pieces } = await begun(textOfBlob(source, { signal: how.signal, onBytes }));
  if (isBackup(head)) throw refuse('Backup');
  if (kind === 'jsonl') return checkLines(pieces, how);
  if (/^\s*<[a-z!]/i.test(head)) return checkPage(await wholeText(pieces), how);
  if (kind === 'csv' || !/^\s*[[{]/.test(head)) return checkCsv(pieces, how);
  return checkJson(await wholeText(pieces), how);
}

/**
 * Reads and checks a file by its content; its name only breaks ties. Nothing is thrown for bad input, only when
 * `signal` aborts.
 */
export async function validateFile(
  name: string,
  source: Uint8Array | Blob,
  how: Validation = {},
): Promise<ValidatedFile> {
  const plain = name.replace(/\.gz$/i, '');
  const kind: FileKind = /\.(?:csv|tsv)$/i.test(plain) ? 'csv' : /\.(?:jsonl|ndjson)$/i.test(plain) ? 'jsonl' : 'pack';
  const blob = source instanceof Blob ? source : new Blob([source as Uint8Array<ArrayBuffer>]);
  try {
    return await read(kind, blob, how);
  } catch (error) {
    how.signal?.throwIfAborted();
    return { kind, statements: [], faults: [], fault: error instanceof Refused ? error.fault : faultOf(error) };
  }
}

/** Errors of the store → faults with words that help. */
import { t } from '../i18n';
import type { Fault, Result } from '../types';

const keys: Record<string, string> = {
  QuotaExceededError: 'Quota',
  VersionError: 'Newer',
  TimeoutError: 'Blocked',
  BlockedError: 'Blocked',
  DatabaseClosedError: 'Closed',
  AbortError: 'Cancelled',
  MissingAPIError: 'Unavailable',
  InvalidStateError: 'Unavailable',
  SecurityError: 'Unavailable',
  OpenFailedError: 'Unavailable',
};

/** A fault of the corpus by its name: text and advice are `corpus<Name>` and `corpus<Name>Todo` of the catalogue. */
export const corpusFault = (name: string, ...args: string[]): Fault => ({
  code: `corpus-${name.toLowerCase()}`,
  message: t(`corpus${name}`, ...args),
  todo: t(`corpus${name}Todo`, ...args),
});

const nameOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  const own = typeof name === 'string' ? name : '';
  // Dexie wraps the browser's error, and the inner one tells more.
  const deeper = inner && inner !== error ? nameOf(inner) : '';
  return deeper in keys ? deeper : own;
};

/**
 * Did the browser itself break a transaction off? On a full disk it says no more than that: Dexie's AbortError, alone or
 * for each of the rows that were on their way. What a reader cancels is a DOMException or a CorpusError.
 */
function brokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { failures = [] } = error as { failures?: unknown[] };
  const aborted = (one: unknown): boolean => one instanceof Error && nameOf(one) === 'AbortError';
  if (error.name === 'BulkError') return failures.length > 0 && failures.every(aborted);
  return (aborted(error) && !(error instanceof DOMException)) || /\bIOError\b/.test(error.message);
}

/** What the browser's or Dexie's error means to the reader. */
export function storageFault(error: unknown): Fault {
  if (brokenOff(error)) return corpusFault('NotWritten');
  const known = keys[nameOf(error)];
  if (known) return corpusFault(known);
  // Dexie adds the inner error's text on a line of its own; the first says it.
  const [told = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return corpusFault('Unknown', told.slice(0, 200));
}

/** Runs work on the store; whatever it throws becomes a fault. */
export async function guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, fault: error instanceof CorpusError ? error.fault : storageFault(error) };
  }
}

/** Carries a fault out of a transaction, which only an exception rolls back. */
export class CorpusError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

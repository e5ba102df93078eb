import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { storageFault } from '../../../utils/corpus/faults';

it('what the browser breaks off is told from what a reader cancels', () => {
  const aborted = new Dexie.AbortError('The transaction was aborted, so the request cannot be fulfilled.');
  const full = new DOMException('', 'QuotaExceededError');
  const found: [unknown, string][] = [
    [aborted, 'notwritten'],
    [new Dexie.BulkError('statements.bulkAdd(): 2 of 9 failed', [aborted, aborted]), 'notwritten'],
    [new Dexie.DataError('Failed to write blobs (IOError)'), 'notwritten'],
    [new Dexie.BulkError('a row was there', [new Dexie.ConstraintError('twice')]), 'unknown'],
    // The browser says why.
    [new Dexie.AbortError('broken off', full), 'quota'],
    [new DOMException('This operation was aborted', 'AbortError'), 'cancelled'],
  ];
  for (const [error, code] of found) expect(storageFault(error).code).toBe(`corpus-${code}`);
});

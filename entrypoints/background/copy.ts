/** Keeps the second copy up to date: a moment after a change, in one go for many. */
import { copyFile } from '../../utils/corpus/copy/file';
import { keepCopy } from '../../utils/corpus/copy/keep';
import { lostOf } from '../../utils/corpus/copy/loss';
import type { CorpusDb } from '../../utils/corpus/db';
import { watch } from '../../utils/corpus/watch';

/** After a change others often follow; a worker that has nothing to do lives for half a minute. */
const SOON = 1500;

async function keep(db: CorpusDb): Promise<void> {
  const file = await copyFile();
  if (file && !(await lostOf(db))) await keepCopy(db, file);
}

/** Follows a database until `signal` aborts. A copy that cannot be written (no room) must not hold anything else up. */
export function keepCopies(db: CorpusDb, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(() => keep(db)).catch((error) => console.error('[said-before] copy', error));
    }, SOON);
  };
  watch(db, soon, signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  soon();
}

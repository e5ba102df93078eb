/** Keeps the second copy up to date: a moment after a change, in one go for many. */
import { copyFolder } from '../../utils/corpus/copy/folder';
import { keepCopy } from '../../utils/corpus/copy/keep';
import { lostOf } from '../../utils/corpus/copy/loss';
import type { CorpusDb } from '../../utils/corpus/db';
import { watch } from '../../utils/corpus/watch';

/** After a change others often follow; a worker that has nothing to do lives for half a minute. */
const SOON = 1500;

async function keep(db: CorpusDb): Promise<void> {
  const folder = await copyFolder();
  if (folder && !(await lostOf(db))) await keepCopy(db, folder);
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

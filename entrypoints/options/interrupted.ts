/**
 * An import whose page went away before the end: the next start of a worker takes back what it had written, and here
 * the reader is told so. A note of the import lies in localStorage for as long as it runs; a Web Lock, which the browser
 * lets go of when the page dies, tells the notes of living pages from the others.
 */
import { t } from '../../utils/i18n';
import { corpus, tell } from './state';

const PREFIX = 'said-before:importing:';

interface Note {
  name: string;
  /** ISO time. */
  at: string;
}

/** Does an import under a note; meanwhile the browser asks before it closes the page. */
export function whileImporting<T>(name: string, work: () => Promise<T>): Promise<T> {
  const key = PREFIX + crypto.randomUUID();
  return navigator.locks.request(key, async () => {
    const end = new AbortController();
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal: end.signal });
    localStorage.setItem(key, JSON.stringify({ name, at: new Date().toISOString() } satisfies Note));
    try {
      return await work();
    } finally {
      localStorage.removeItem(key);
      end.abort();
    }
  }) as Promise<T>;
}

/** Was it the note alone that the page had no time to take away? */
async function isDone({ name, at }: Note): Promise<boolean> {
  const steps = await corpus.history(20);
  return steps.ok && steps.value.some((step) => step.at >= at && step.label.includes(name));
}

/** Tells of imports that were cut off. Waits for those that other pages are still at. */
export function tellInterrupted(): void {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX)))
    void navigator.locks.request(key, async () => {
      const note = JSON.parse(localStorage.getItem(key) ?? 'null') as Note | null;
      localStorage.removeItem(key);
      if (note && !(await isDone(note))) tell(t('importInterrupted', note.name));
    });
}

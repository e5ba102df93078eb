/** The one door of our pages to the corpus: the worker for what costs time, the background for small changes. */
import type { CorpusEvent, CorpusService } from '../../utils/corpus-service';
import { send } from '../../utils/messaging';
import type { Result, Statement } from '../../utils/types';
import { WorkerHold } from './worker';

export interface Corpus extends CorpusService {
  /** Events until `signal` aborts. */
  listen(hear: (event: CorpusEvent) => void, signal: AbortSignal): void;
  put(statement: Statement): Promise<Result<{ id: string }>>;
  delete(ids: string[]): Promise<Result<{ count: number }>>;
  undo(): Promise<Result<{ label: string } | null>>;
  redo(): Promise<Result<{ label: string } | null>>;
  /** Ends the worker; what it was writing is taken back at the next start. */
  close(): void;
}

/** Starts the worker. Call it before anything else: it opens the database meanwhile. */
export function openCorpusService(): Corpus {
  const hearers = new Set<(event: CorpusEvent) => void>();
  const hold = new WorkerHold((event) => {
    for (const hearer of hearers) hearer(event);
  });
  // Begins it.
  void hold.calls;
  const own = {
    listen(hearer: (event: CorpusEvent) => void, signal: AbortSignal): void {
      hearers.add(hearer);
      signal.addEventListener('abort', () => hearers.delete(hearer), { once: true });
    },
    put: (statement: Statement) => send('corpus.put', { statement, pack: 'mine' }),
    delete: (ids: string[]) => send('corpus.delete', { ids }),
    undo: () => send('corpus.undo', null),
    redo: () => send('corpus.redo', null),
    close: () => hold.close(),
  };
  return new Proxy({} as Corpus, {
    get(_, name: keyof Corpus) {
      if (Object.hasOwn(own, name)) return own[name as keyof typeof own];
      return hold.calls[name as keyof CorpusService];
    },
  });
}

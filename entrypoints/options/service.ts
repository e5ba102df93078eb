/** The one door of our pages to the corpus: the worker for what costs time, the background for small changes. */
import { browser } from '../../utils/browser';
import { callsTo } from '../../utils/calls';
import type { CorpusEvent, CorpusService } from '../../utils/corpus-service';
import { t } from '../../utils/i18n';
import { send } from '../../utils/messaging';
import type { Result, Statement } from '../../utils/types';
import { wordsTag } from '../own-page/words';

/** Methods after which whoever reads pages must look at the packs again. */
const changing: ReadonlySet<string> = new Set(['goTo', 'bulk', 'runImport', 'restore', 'rebuild']);

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

const failed = (): CorpusEvent => ({
  event: 'fault',
  fault: { code: 'worker', message: t('messageFailed'), todo: t('messageFailedTodo') },
});

/** Catalogue files for a language tag, the closest first. */
const files = (tag: string): string[] =>
  [...new Set([tag.replace('-', '_'), tag.split('-')[0], 'en'])].map((name) =>
    browser.runtime.getURL(`/_locales/${name}/messages.json`),
  );

/** Starts the worker. Call it before anything else: it opens the database meanwhile. */
export function openCorpusService(): Corpus {
  const worker = new Worker(browser.runtime.getURL('/corpus-worker.js'));
  const hearers = new Set<(event: CorpusEvent) => void>();
  const hear = (event: unknown): void => {
    for (const hearer of hearers) hearer(event as CorpusEvent);
  };
  const stop = new AbortController();
  worker.addEventListener('error', () => hear(failed()), { signal: stop.signal });
  const calls = callsTo<CorpusService & { speak(files: string[], tag: string): Promise<unknown> }>(
    worker,
    hear,
    stop.signal,
  );
  const tag = wordsTag();
  void calls.speak(files(tag), tag);
  void calls.open();
  const own = {
    listen(hearer: (event: CorpusEvent) => void, signal: AbortSignal): void {
      hearers.add(hearer);
      signal.addEventListener('abort', () => hearers.delete(hearer), { once: true });
    },
    put: (statement: Statement) => send('corpus.put', { statement, pack: 'mine' }),
    delete: (ids: string[]) => send('corpus.delete', { ids }),
    undo: () => send('corpus.undo', null),
    redo: () => send('corpus.redo', null),
    close(): void {
      stop.abort();
      worker.terminate();
    },
  };
  return new Proxy({} as Corpus, {
    get(_, name: keyof Corpus) {
      if (Object.hasOwn(own, name)) return own[name as keyof typeof own];
      const call = calls[name as keyof CorpusService] as (...args: unknown[]) => Promise<unknown>;
      if (!changing.has(name)) return call;
      return async (...args: unknown[]) => {
        const reply = await call(...args);
        void send('corpus.status', null);
        return reply;
      };
    },
  });
}

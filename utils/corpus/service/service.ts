/** The corpus service: what the worker behind our own pages does, method by method. */
import type { CorpusEvent, CorpusService } from '../../corpus-service';
import type { Result } from '../../types';
import { type CorpusDb, openCorpus } from '../db';
import { duplicatesOf } from '../duplicates';
import { CorpusError, guarded } from '../faults';
import { Browser } from './browse';
import { Keeper } from './keeper';
import { goTo, pastOf, steps } from './past';

/** All of the service that has been built. */
export type Built = Pick<
  CorpusService,
  'open' | 'rows' | 'facets' | 'ids' | 'position' | 'statement' | 'duplicates' | 'past' | 'history' | 'goTo'
>;

interface Held {
  db: CorpusDb;
  browser: Browser;
}

/** Makes the service; `tell` gets its events. Nothing is opened before the first call. */
export function corpusService(tell: (event: CorpusEvent) => void, name?: string): Built {
  let held: Promise<Result<Held>> | null = null;
  const open = async (): Promise<Result<Held>> => {
    const opened = await openCorpus(name);
    if (!opened.ok) return opened;
    const db = opened.value;
    const stop = new AbortController();
    // Somebody replaces the database: let go, and open what takes its place at the next call.
    db.on('versionchange', () => {
      stop.abort();
      db.close();
      held = null;
      tell({ event: 'changed' });
    });
    const keeper = new Keeper(
      db,
      {
        onProgress: (done, all, complete) => tell({ event: 'catalogue', done, all, complete }),
        onChange: () => tell({ event: 'changed' }),
      },
      stop.signal,
    );
    return { ok: true, value: { db, browser: new Browser(db, keeper) } };
  };
  const opened = async (): Promise<Held> => {
    held ??= open();
    const found = await held;
    if (found.ok) return found.value;
    held = null;
    throw new CorpusError(found.fault);
  };
  /** Does work on the open corpus; what it throws becomes a fault. */
  const on = <T>(work: (held: Held) => Promise<T>): Promise<Result<T>> => guarded(async () => work(await opened()));
  return {
    open: () => on(async () => null),
    rows: (query, offset, limit) => on(({ browser }) => browser.rows(query, offset, limit)),
    facets: (query) => on(({ browser }) => browser.facets(query)),
    ids: (query) => on(({ browser }) => browser.ids({ query })),
    position: (query, id) => on(({ browser }) => browser.position(query, id)),
    statement: (id) => on(({ browser }) => browser.statement(id)),
    duplicates: (statement) => on(({ db }) => duplicatesOf(db, statement)),
    past: (id) => on(({ db }) => pastOf(db, id)),
    history: (limit) => on(({ db }) => steps(db, limit)),
    goTo: (seq) => on(async ({ db }) => ({ steps: await goTo(db, seq) })),
  };
}

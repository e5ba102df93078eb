/** Word of changes, from whoever made them to every page and worker that shows the corpus. */
import { Dexie } from 'dexie';
import type { CorpusDb } from './db';
import type { Change } from './rows';

/** What a committed change touched. */
export interface News {
  /** Rows written or deleted one by one; whole layers come and go with the packs, which the reader reads again. */
  rows: [gen: number, id: string][];
  /** Everything may be different: a backup was restored, the database made anew. */
  all?: true;
}

const channelOf = (db: CorpusDb): BroadcastChannel => new BroadcastChannel(`said-before:${db.name}`);

/** Tells of a change at once. */
export function tell(db: CorpusDb, news: News): void {
  const channel = channelOf(db);
  channel.postMessage(news);
  channel.close();
}

/** Tells of changes when the transaction in which this is called has been committed. */
export function tellOnCommit(db: CorpusDb, changes: readonly Change[]): void {
  const rows = changes.flatMap((change): News['rows'] => {
    const row = change.table === 'statements' ? (change.after ?? change.before) : null;
    return row ? [[row.gen, row.id]] : [];
  });
  let outer = Dexie.currentTransaction;
  while (outer?.parent) outer = outer.parent;
  outer?.on('complete', () => tell(db, { rows }));
}

/** Hears of changes by any context, this one too, until `signal` aborts. */
export function watch(db: CorpusDb, hear: (news: News) => void, signal: AbortSignal): void {
  const channel = channelOf(db);
  channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

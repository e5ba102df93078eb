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

/** Those who listen in this context hear at once; the others through a channel. */
const here = new Map<(news: News) => void, string>();
const self = crypto.randomUUID();

const channelOf = (name: string): BroadcastChannel => new BroadcastChannel(`said-before:${name}`);

function tell(name: string, news: News): void {
  for (const [hear, of] of here) if (of === name) hear(news);
  const channel = channelOf(name);
  channel.postMessage({ from: self, news });
  channel.close();
}

/** Tells that everything in the database of this name may be different. */
export const tellAll = (name: string): void => tell(name, { rows: [], all: true });

/** Tells of changes when the transaction in which this is called has been committed. */
export function tellOnCommit(db: CorpusDb, changes: readonly Change[]): void {
  const rows = changes.flatMap((change): News['rows'] => {
    const row = change.table === 'statements' ? (change.after ?? change.before) : null;
    return row ? [[row.gen, row.id]] : [];
  });
  let outer = Dexie.currentTransaction;
  while (outer?.parent) outer = outer.parent;
  outer?.on('complete', () => tell(db.name, { rows }));
}

/** Hears of changes by any context, this one too, until `signal` aborts. */
export function watch(db: CorpusDb, hear: (news: News) => void, signal: AbortSignal): void {
  const channel = channelOf(db.name);
  channel.onmessage = ({ data }: MessageEvent<{ from: string; news: News }>) => {
    if (data.from !== self) hear(data.news);
  };
  here.set(hear, db.name);
  const end = (): void => {
    channel.close();
    here.delete(hear);
  };
  signal.addEventListener('abort', end, { once: true });
}

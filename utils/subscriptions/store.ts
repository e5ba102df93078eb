/** Where subscriptions lie: in the corpus, one row each, so that they go with a backup and no web page can write them. */
import { isObject } from '../corpus/check-reading';
import type { CorpusDb } from '../corpus/db';
import { tellOnCommit } from '../corpus/watch';
import { indexAddress } from './address';
import { INDEX_FORMAT, INDEX_VERSION, readIndex } from './read-index';
import type { Subscription } from './types';

const PREFIX = 'subscription:';

/** As many conflicts are remembered. */
export const MOST_UNSEEN = 10_000;

function unseenOf(value: unknown): Subscription['unseen'] {
  if (!isObject(value) || typeof value.version !== 'string' || !Array.isArray(value.ids)) return null;
  const ids = value.ids.filter((id) => typeof id === 'string').slice(0, MOST_UNSEEN);
  return { version: value.version, ids };
}

/** A stored value as a subscription, or null: it may come from somebody's backup. */
function mended(value: unknown): Subscription | null {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.url !== 'string') return null;
  const index = readIndex(
    JSON.stringify({
      ...(isObject(value.index) ? value.index : {}),
      unpacked: (isObject(value.index) && value.index.unpacked) || undefined,
      format: INDEX_FORMAT,
      formatVersion: INDEX_VERSION,
    }),
  );
  if (!index.ok || index.value.id !== value.id || !indexAddress(value.url).ok) return null;
  const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
  const time = (key: string): string => (Number.isNaN(Date.parse(text(key))) ? new Date(0).toISOString() : text(key));
  return {
    id: value.id,
    url: value.url,
    etag: text('etag'),
    automatic: value.automatic === true,
    checked: time('checked'),
    next: time('next'),
    failures: Number.isSafeInteger(value.failures) ? (value.failures as number) : 0,
    fault: isObject(value.fault) ? (value.fault as unknown as Subscription['fault']) : null,
    index: index.value,
    taken: text('taken'),
    unseen: unseenOf(value.unseen),
  };
}

/** All subscriptions, in the order of their packs' ids. */
export async function readSubscriptions(db: CorpusDb): Promise<Subscription[]> {
  const rows = await db.meta.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => mended(value) ?? []);
}

/** Keeps a new subscription; pages that show it hear of it. */
export async function keepSubscription(db: CorpusDb, own: Subscription): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: PREFIX + own.id, value: own });
    tellOnCommit(db, []);
  });
}

/** Changes part of a subscription, whatever else was changed meanwhile. Null when it was ended meanwhile. */
export async function changeSubscription(
  db: CorpusDb,
  id: string,
  part: Partial<Subscription>,
): Promise<Subscription | null> {
  return db.transaction('rw', db.meta, async () => {
    const before = mended((await db.meta.get(PREFIX + id))?.value);
    if (!before) return null;
    const after = { ...before, ...part };
    await db.meta.put({ key: PREFIX + id, value: after });
    tellOnCommit(db, []);
    return after;
  });
}

/** Lets a subscription go. */
export async function dropSubscription(db: CorpusDb, id: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.delete(PREFIX + id);
    tellOnCommit(db, []);
  });
}

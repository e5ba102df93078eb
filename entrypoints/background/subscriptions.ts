/** Subscriptions in the browser: its permissions, its alarm, and one host asked at a time. No subscription, no alarm, no request. */
import { browser } from '../../utils/browser';
import type { CorpusDb } from '../../utils/corpus/db';
import { CorpusError, corpusFault, guarded } from '../../utils/corpus/faults';
import type { Choice, Long } from '../../utils/corpus-service';
import type { ToBackground } from '../../utils/messages';
import type { Handlers } from '../../utils/messaging';
import { originsOf } from '../../utils/subscriptions/address';
import { nextOf } from '../../utils/subscriptions/due';
import { Follower } from '../../utils/subscriptions/follow';
import { readSubscriptions } from '../../utils/subscriptions/store';
import type { Result } from '../../utils/types';
import { corpus } from './corpus';
import { cancelDownloads, downloading } from './downloads';
import { refreshGate } from './gate';

/** The alarm's name. */
export const ALARM = 'subscriptions';
/** Least time to an alarm, ms: browsers give no sooner ones. */
const SOON = 60_000;

const permitted = (url: string): Promise<boolean> => browser.permissions.contains({ origins: [originsOf(url)] });

let held: { db: CorpusDb; follower: Follower } | null = null;

async function follower(): Promise<Follower> {
  const { db, status } = await corpus();
  if (!db) throw new CorpusError((await status()).fault ?? corpusFault('Unavailable'));
  if (held?.db !== db)
    held = { db, follower: new Follower({ db, permitted, fetch: (...args) => globalThis.fetch(...args) }) };
  return held.follower;
}

/** Sets the alarm for the next look of all; where nothing is subscribed to, there is none. Never throws. */
export async function setAlarm(): Promise<void> {
  try {
    const { db } = await corpus();
    if (!db) return;
    const used = new Set((await db.packs.toArray()).filter(({ enabled }) => enabled).map(({ id }) => id));
    const next = nextOf(await readSubscriptions(db), (id) => used.has(id));
    if (next === null) await browser.alarms.clear(ALARM);
    else browser.alarms.create(ALARM, { when: Math.max(next, Date.now() + SOON) });
  } catch (error) {
    console.error('[said-before] alarm', error);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two looks at once would load the same pack twice. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Does work; what it throws becomes a fault; what follows from changed packs follows. */
async function on<T>(work: (follower: Follower) => Promise<Result<T>>): Promise<Result<T>> {
  const done = await guarded(async () => work(await follower()));
  await refreshGate(await corpus());
  await setAlarm();
  return done.ok ? done.value : done;
}

/** Does work that loads from the host of a subscription, one after the other. */
const loading = async <T>(id: unknown, work: (follower: Follower, id: string, long: Long) => Promise<Result<T>>) => {
  const own = String(id);
  const { db } = await corpus();
  const url = db && (await readSubscriptions(db)).find((one) => one.id === own)?.url;
  return downloading(url ?? own, (long) => inTurn(() => on((all) => work(all, own, long))));
};

/** A choice as it arrives; what is none keeps the reader's versions. */
const choiceOf = ({ rest, but }: Choice): Choice => ({
  rest: rest === 'theirs' ? 'theirs' : 'mine',
  but: Array.isArray(but) ? but.map(String) : [],
});

/** The alarm rang: asks the hosts whose term is over. */
export const lookAround = (): Promise<unknown> =>
  inTurn(() => on(async (all) => ({ ok: true, value: await all.round() })));

/** Answers by message. */
export const subscriptionHandlers: Handlers<ToBackground> = {
  'subscription.list': () => on(async (all) => ({ ok: true, value: await all.list() })),
  'subscription.offer': ({ url }) => downloading(url, (long) => on((all) => all.offer(String(url), long))),
  'subscription.add': ({ url, automatic }) =>
    downloading(url, (long) => inTurn(() => on((all) => all.add(String(url), automatic === true, long)))),
  'subscription.check': ({ id }) => loading(id, (all, own, long) => all.look(own, long)),
  'subscription.changes': ({ id }) => loading(id, (all, own, long) => all.changes(own, long)),
  'subscription.apply': ({ id, sha256, choice }) =>
    loading(id, (all, own, long) => all.apply(own, String(sha256), choice && choiceOf(choice), long)),
  'subscription.conflicts': ({ id }) => on((all) => all.conflicts(String(id))),
  'subscription.settle': ({ id, choice }) => on((all) => all.settle(String(id), choiceOf(choice))),
  'subscription.cancel': ({ url }) => {
    cancelDownloads(String(url));
    return null;
  },
  'subscription.rollBack': ({ id }) => on((all) => all.rollBack(String(id))),
  'subscription.set': ({ id, automatic }) => on((all) => all.set(String(id), automatic === true)),
  'subscription.end': ({ id }) => on((all) => all.end(String(id))),
};

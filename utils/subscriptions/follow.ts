/** Following packs: offered, taken, looked after, updated, taken back, left. Hosts are asked here and nowhere else. */
import { yieldLabel } from '../corpus/bulk';
import { KEEP_MINE } from '../corpus/conflicts';
import type { CorpusDb } from '../corpus/db';
import { detachPack, rollBack } from '../corpus/packs';
import type { PackRow } from '../corpus/rows';
import type { Choice, Long } from '../corpus-service';
import type { Result } from '../types';
import { indexAddress } from './address';
import { changesOf } from './changes';
import { dueNow, nextLook } from './due';
import { subscriptionFault } from './faults';
import { type Following, Loader } from './loader';
import { changeSubscription, dropSubscription, keepSubscription, readSubscriptions } from './store';
import type {
  PackChanges,
  PackIndex,
  Subscription,
  SubscriptionOffer,
  SubscriptionView,
  UnseenConflicts,
} from './types';
import { settleUnseen, unseenConflicts, unseenIds } from './unseen';
import { compareVersions } from './versions';

const versionOf = (row: PackRow | undefined): string | null => row?.version ?? null;

async function viewOf(db: CorpusDb, own: Subscription, row: PackRow | undefined): Promise<SubscriptionView> {
  const { etag: _etag, taken: _taken, failures: _failures, unseen: _unseen, ...rest } = own;
  return {
    ...rest,
    installed: versionOf(row),
    available: row !== undefined && compareVersions(rest.index.version, row.version) > 0,
    previous: row?.previous?.version ?? null,
    conflicts: (await unseenIds(db, own, row)).length,
  };
}

export class Follower {
  private readonly load: Loader;

  constructor(private readonly with_: Following) {
    this.load = new Loader(with_);
  }

  private get db(): CorpusDb {
    return this.with_.db;
  }
  private now(): number {
    return (this.with_.now ?? Date.now)();
  }

  async list(): Promise<SubscriptionView[]> {
    const all = await readSubscriptions(this.db);
    return Promise.all(all.map(async (own) => this.view(own)));
  }

  private async view(own: Subscription): Promise<SubscriptionView> {
    return viewOf(this.db, own, await this.db.packs.get(own.id));
  }

  /** Does work on a subscription and its pack's row. */
  private async on<T>(
    id: string,
    work: (own: Subscription, row: PackRow | undefined) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const own = (await readSubscriptions(this.db)).find((one) => one.id === id);
    return own ? work(own, await this.db.packs.get(id)) : subscriptionFault('Gone');
  }

  private async keep(id: string, part: Partial<Subscription>): Promise<Result<SubscriptionView>> {
    const after = await changeSubscription(this.db, id, part);
    return after ? { ok: true, value: await this.view(after) } : subscriptionFault('Gone');
  }

  /** Asks an address for its index; stores nothing. */
  async offer(address: string, long: Long = {}): Promise<Result<SubscriptionOffer & { etag: string }>> {
    const url = indexAddress(address);
    if (!url.ok) return url;
    const got = await this.load.index(url.value, '', long);
    if (!got.ok) return got;
    if (!got.value) return subscriptionFault('NotIndex');
    const { index, etag } = got.value;
    const row = await this.db.packs.get(index.id);
    if (row?.kind === 'bundled') return subscriptionFault('Bundled', index.title);
    if ((await readSubscriptions(this.db)).some(({ id }) => id === index.id))
      return subscriptionFault('Taken', index.title);
    if (row && compareVersions(index.version, row.version) < 0)
      return subscriptionFault('Older', index.version, row.version);
    return { ok: true, value: { url: url.value, index, replaces: versionOf(row), etag } };
  }

  /** Subscribes: takes the pack in, and keeps whence it came. */
  async add(address: string, automatic: boolean, long: Long = {}): Promise<Result<SubscriptionView>> {
    const offer = await this.offer(address, long);
    if (!offer.ok) return offer;
    const { url, index, etag, replaces } = offer.value;
    const key = replaces === null ? 'stepPackAdded' : 'stepPackUpdated';
    const taken = await this.load.install(index, url, key, KEEP_MINE, long);
    if (!taken.ok) return taken;
    const checked = new Date(this.now()).toISOString();
    const next = nextLook(this.now(), index.expiresHours, 0);
    const { id } = index;
    const own: Subscription = {
      ...{ id, url, etag, automatic, checked, next, index },
      ...{ failures: 0, fault: null, taken: index.sha256 },
      unseen: { version: index.version, ids: taken.value },
    };
    await keepSubscription(this.db, own);
    return { ok: true, value: await this.view(own) };
  }

  private judged(own: Subscription, row: PackRow | undefined, index: PackIndex): Result<PackIndex> {
    if (index.id !== own.id) return subscriptionFault('OtherPack', index.id);
    if (!row) return { ok: true, value: index };
    const order = compareVersions(index.version, row.version);
    if (order < 0) return subscriptionFault('Older', index.version, row.version);
    if (order === 0 && index.sha256 !== row.sha256) return subscriptionFault('SameVersion', index.version);
    return { ok: true, value: index };
  }

  /** Looks whether there is something new. A failure is kept with the subscription; what is stored stays as it is. */
  check(id: string, long: Long = {}): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      // A host that says "unchanged" speaks of the index we hold; was the pack removed, that one is judged anew.
      const got = await this.load.index(own.url, own.etag, long);
      if (!got.ok && long.signal?.aborted) return got;
      const index = got.ok ? this.judged(own, row, got.value?.index ?? own.index) : got;
      const failures = index.ok ? 0 : own.failures + 1;
      const fresh = got.ok && got.value && index.ok ? { etag: got.value.etag, index: index.value } : {};
      const after = await this.keep(id, {
        ...fresh,
        failures,
        fault: index.ok ? null : index.fault,
        checked: new Date(this.now()).toISOString(),
        next: nextLook(this.now(), index.ok ? index.value.expiresHours : own.index.expiresHours, failures),
      });
      return index.ok ? after : index;
    });
  }

  /** Loads the newer version and says what it would change. */
  changes(id: string, long: Long = {}): Promise<Result<PackChanges>> {
    return this.on(id, async ({ index, url }, row) => {
      if (!row || compareVersions(index.version, row.version) <= 0) return subscriptionFault('UpToDate');
      const pack = await this.load.pack(index, url, long);
      if (!pack.ok) return pack;
      this.load.keep(index.sha256, pack.value);
      return { ok: true, value: await changesOf(this.db, pack.value, index, row.version) };
    });
  }

  /**
   * Applies what was shown (`sha256`), as one step; also brings a removed pack back. Without a choice the reader's
   * versions stay in force, and the conflicts are kept to be shown.
   */
  apply(id: string, sha256: string, choice: Choice | null = null, long: Long = {}): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      if (own.index.sha256 !== sha256) return subscriptionFault('Changed');
      if (row && compareVersions(own.index.version, row.version) <= 0) return subscriptionFault('UpToDate');
      const key = row ? 'stepPackUpdated' : 'stepPackAdded';
      const done = await this.load.install(own.index, own.url, key, choice ?? KEEP_MINE, long);
      if (!done.ok) return done;
      const unseen = choice ? null : { version: own.index.version, ids: done.value };
      return this.keep(id, { taken: sha256, fault: null, unseen });
    });
  }

  /** The conflicts that the reader has not seen. */
  conflicts(id: string): Promise<Result<UnseenConflicts>> {
    return this.on(id, async (own, row) =>
      row ? { ok: true, value: await unseenConflicts(this.db, own, row) } : subscriptionFault('Gone'),
    );
  }

  /** Settles them: the chosen ones of the reader's versions give way, as one step. */
  settle(id: string, choice: Choice): Promise<Result<{ count: number }>> {
    return this.on(id, async (own, row) => {
      const count = await settleUnseen(this.db, own, row, choice, yieldLabel);
      await this.keep(id, { unseen: null });
      return { ok: true, value: { count } };
    });
  }

  rollBack(id: string): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      const label = { key: 'stepPackRolledBack', args: [row?.title ?? id, row?.previous?.version ?? ''] };
      if (!(await rollBack(this.db, id, label))) return subscriptionFault('NoPrevious');
      return { ok: true, value: await this.view(own) };
    });
  }

  set(id: string, automatic: boolean): Promise<Result<SubscriptionView>> {
    return this.keep(id, { automatic });
  }

  /** Ends a subscription; its pack stays, as one from a file. */
  end(id: string): Promise<Result<null>> {
    return this.on(id, async () => {
      await dropSubscription(this.db, id);
      await detachPack(this.db, id);
      return { ok: true, value: null };
    });
  }

  /**
   * Looks, and applies what is new where the reader chose that for all versions. One that was taken back is not applied
   * again by itself.
   */
  look(id: string, long: Long = {}): Promise<Result<SubscriptionView>> {
    return this.on(id, async ({ taken, failures }) => {
      const seen = await this.check(id, long);
      if (!seen.ok || !seen.value.automatic || !seen.value.available) return seen;
      const { sha256, expiresHours } = seen.value.index;
      if (sha256 === taken) return seen;
      const done = await this.apply(id, sha256, null, long);
      if (!done.ok && !long.signal?.aborted) {
        const next = nextLook(this.now(), expiresHours, failures + 1);
        await this.keep(id, { failures: failures + 1, fault: done.fault, next });
      }
      return done;
    });
  }

  /** Asks the hosts whose term is over. Returns how many packs changed. */
  async round(): Promise<number> {
    const rows = new Map((await this.db.packs.toArray()).map((row) => [row.id, row]));
    const inUse = (id: string): boolean => rows.get(id)?.enabled === true;
    let changed = 0;
    for (const { id } of dueNow(await readSubscriptions(this.db), this.now(), inUse)) {
      const seen = await this.look(id);
      if (seen.ok && seen.value.installed !== versionOf(rows.get(id))) changed += 1;
    }
    return changed;
  }
}

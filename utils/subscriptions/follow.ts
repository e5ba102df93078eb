/** Following packs: offered, taken, looked after, updated, taken back, left. Hosts are asked here and nowhere else. */
import type { CorpusDb } from '../corpus/db';
import { detachPack, installPack, rollBack } from '../corpus/packs';
import type { PackRow } from '../corpus/rows';
import type { Pack, Result } from '../types';
import { indexAddress } from './address';
import { changesOf } from './changes';
import { type Asking, getIndex, getPack } from './download';
import { dueNow, nextLook } from './due';
import { subscriptionFault } from './faults';
import { changeSubscription, dropSubscription, keepSubscription, readSubscriptions } from './store';
import type { PackChanges, PackIndex, Subscription, SubscriptionOffer, SubscriptionView } from './types';
import { compareVersions } from './versions';

export interface Following extends Asking {
  db: CorpusDb;
  /** May this address be asked, as far as the browser is concerned? */
  permitted(url: string): Promise<boolean>;
  now?: () => number;
}

const versionOf = (row: PackRow | undefined): string | null => row?.version ?? null;

const viewOf = (
  { etag: _etag, taken: _taken, failures: _failures, ...rest }: Subscription,
  row: PackRow | undefined,
): SubscriptionView => ({
  ...rest,
  installed: versionOf(row),
  available: row !== undefined && compareVersions(rest.index.version, row.version) > 0,
  previous: row?.previous?.version ?? null,
});

export class Follower {
  /** The pack that was shown last, so that it need not be loaded again to be applied; lost with the worker. */
  private shown: { sha256: string; pack: Pack } | null = null;

  constructor(private readonly with_: Following) {}

  private get db(): CorpusDb {
    return this.with_.db;
  }
  private now(): number {
    return (this.with_.now ?? Date.now)();
  }

  async list(): Promise<SubscriptionView[]> {
    const rows = await this.db.packs.toArray();
    return (await readSubscriptions(this.db)).map((own) =>
      viewOf(
        own,
        rows.find(({ id }) => id === own.id),
      ),
    );
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
    return after ? { ok: true, value: viewOf(after, await this.db.packs.get(id)) } : subscriptionFault('Gone');
  }

  private async index(url: string, etag: string): ReturnType<typeof getIndex> {
    if (!(await this.with_.permitted(url))) return subscriptionFault('Permission', new URL(url).hostname);
    return getIndex(url, etag, this.with_);
  }

  /** The pack of an index; readings may name propositions of any pack that is here. */
  private async pack(index: PackIndex, url: string): Promise<Result<Pack>> {
    if (this.shown?.sha256 === index.sha256) return { ok: true, value: this.shown.pack };
    if (!(await this.with_.permitted(url))) return subscriptionFault('Permission', new URL(url).hostname);
    const lore = await this.db.lore.toArray();
    const known = new Set(lore.flatMap(({ propositions }) => propositions.map(({ id }) => id)));
    return getPack(index, url, known, this.with_);
  }

  private async install(index: PackIndex, url: string, key: string): Promise<Result<Pack>> {
    const pack = await this.pack(index, url);
    if (!pack.ok) return pack;
    const label = { key, args: [pack.value.title, pack.value.version] };
    await installPack(this.db, pack.value, { kind: 'subscribed', sha256: index.sha256, label });
    this.shown = null;
    return pack;
  }

  /** Asks an address for its index; stores nothing. */
  async offer(address: string): Promise<Result<SubscriptionOffer & { etag: string }>> {
    const url = indexAddress(address);
    if (!url.ok) return url;
    const got = await this.index(url.value, '');
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
  async add(address: string, automatic: boolean): Promise<Result<SubscriptionView>> {
    const offer = await this.offer(address);
    if (!offer.ok) return offer;
    const { url, index, etag, replaces } = offer.value;
    const pack = await this.install(index, url, replaces === null ? 'stepPackAdded' : 'stepPackUpdated');
    if (!pack.ok) return pack;
    const checked = new Date(this.now()).toISOString();
    const next = nextLook(this.now(), index.expiresHours, 0);
    const { id } = index;
    const own: Subscription = {
      ...{ id, url, etag, automatic, checked, next, index },
      ...{ failures: 0, fault: null, taken: index.sha256 },
    };
    await keepSubscription(this.db, own);
    return { ok: true, value: viewOf(own, await this.db.packs.get(id)) };
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
  check(id: string): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      // A host that says "unchanged" speaks of the index we hold; was the pack removed, that one is judged anew.
      const got = await this.index(own.url, own.etag);
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
  changes(id: string): Promise<Result<PackChanges>> {
    return this.on(id, async ({ index, url }, row) => {
      if (!row || compareVersions(index.version, row.version) <= 0) return subscriptionFault('UpToDate');
      const pack = await this.pack(index, url);
      if (!pack.ok) return pack;
      this.shown = { sha256: index.sha256, pack: pack.value };
      return { ok: true, value: await changesOf(this.db, pack.value, index, row.version) };
    });
  }

  /** Applies what was shown (`sha256`), as one step; also brings a removed pack back. */
  apply(id: string, sha256: string): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      if (own.index.sha256 !== sha256) return subscriptionFault('Changed');
      if (row && compareVersions(own.index.version, row.version) <= 0) return subscriptionFault('UpToDate');
      const pack = await this.install(own.index, own.url, row ? 'stepPackUpdated' : 'stepPackAdded');
      if (!pack.ok) return pack;
      return this.keep(id, { taken: sha256, fault: null });
    });
  }

  rollBack(id: string): Promise<Result<SubscriptionView>> {
    return this.on(id, async (own, row) => {
      const label = { key: 'stepPackRolledBack', args: [row?.title ?? id, row?.previous?.version ?? ''] };
      if (!(await rollBack(this.db, id, label))) return subscriptionFault('NoPrevious');
      return { ok: true, value: viewOf(own, await this.db.packs.get(id)) };
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

  /** Asks the hosts whose term is over and applies what may be applied by itself. Returns how many packs changed. */
  async round(): Promise<number> {
    const rows = await this.db.packs.toArray();
    const inUse = (id: string): boolean => rows.some((row) => row.id === id && row.enabled);
    let changed = 0;
    for (const own of dueNow(await readSubscriptions(this.db), this.now(), inUse)) {
      const { id, automatic, taken } = own;
      const seen = await this.check(id);
      if (!automatic || !seen.ok || !seen.value.available || seen.value.index.sha256 === taken) continue;
      const done = await this.apply(id, seen.value.index.sha256);
      if (done.ok) changed += 1;
      else {
        const failures = own.failures + 1;
        const next = nextLook(this.now(), seen.value.index.expiresHours, failures);
        await this.keep(own.id, { failures, fault: done.fault, next });
      }
    }
    return changed;
  }
}

/** From a host into the corpus: asks where the browser permits it, tells how far it is, stops when told to. */
import { conflictIds, yieldedBy } from '../corpus/conflicts';
import type { CorpusDb } from '../corpus/db';
import { installPack } from '../corpus/packs';
import { meter } from '../corpus/service/meter';
import type { Choice, Long } from '../corpus-service';
import type { Pack, Result } from '../types';
import { type Asking, getIndex, getPack } from './download';
import { subscriptionFault } from './faults';
import type { PackIndex } from './types';

/** How far a download is, is told again after so many ms. */
const AGAIN = 500;

export interface Following extends Pick<Asking, 'fetch' | 'patience'> {
  db: CorpusDb;
  /** May this address be asked, as far as the browser is concerned? */
  permitted(url: string): Promise<boolean>;
  now?: () => number;
}

export class Loader {
  /** The pack that was shown last, so that it need not be loaded again to be applied; lost with the worker. */
  private shown: { sha256: string; pack: Pack } | null = null;

  constructor(private readonly with_: Following) {}

  /** Keeps a pack for as long as it is not applied. */
  keep(sha256: string, pack: Pack): void {
    this.shown = { sha256, pack };
  }

  private asking({ signal }: Long, onBytes?: Asking['onBytes']): Asking {
    const { fetch, patience } = this.with_;
    return { fetch, signal, onBytes, ...(patience ? { patience } : {}) };
  }

  /** The index at an address. */
  async index(url: string, etag: string, long: Long): ReturnType<typeof getIndex> {
    if (!(await this.with_.permitted(url))) return subscriptionFault('Permission', new URL(url).hostname);
    return getIndex(url, etag, this.asking(long));
  }

  /** The pack of an index; readings may name propositions of any pack that is here. */
  async pack(index: PackIndex, url: string, long: Long): Promise<Result<Pack>> {
    if (this.shown?.sha256 === index.sha256) return { ok: true, value: this.shown.pack };
    if (!(await this.with_.permitted(url))) return subscriptionFault('Permission', new URL(url).hostname);
    const lore = await this.with_.db.lore.toArray();
    const known = new Set(lore.flatMap(({ propositions }) => propositions.map(({ id }) => id)));
    const tell = meter(long);
    let [loaded, of] = [0, 0];
    const onBytes = (done: number, all: number): void => {
      [loaded, of] = [done, all];
      tell('loading', done, all);
    };
    // A host that falls silent sends no bytes to tell of: the last ones count, and the time left grows.
    const again = setInterval(() => loaded > 0 && tell('loading', loaded, of), AGAIN);
    try {
      return await getPack(index, url, known, this.asking(long, onBytes));
    } finally {
      clearInterval(again);
    }
  }

  /** Takes the pack of an index in, as one step. Answers with the ids in conflict, of which those chosen gave way. */
  async install(index: PackIndex, url: string, key: string, choice: Choice, long: Long): Promise<Result<string[]>> {
    const pack = await this.pack(index, url, long);
    if (!pack.ok) return pack;
    const label = { key, args: [pack.value.title, pack.value.version] };
    const conflicts = await conflictIds(this.with_.db, pack.value);
    const how = { kind: 'subscribed', sha256: index.sha256, label, yields: yieldedBy(choice, conflicts) } as const;
    const tell = meter(long);
    const { signal } = long;
    await installPack(this.with_.db, pack.value, how, {
      signal,
      onProgress: (done, all) => tell('writing', done, all),
    });
    this.shown = null;
    return { ok: true, value: conflicts };
  }
}

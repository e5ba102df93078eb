/** The corpus as this worker holds it: opened once, or stood in for by the bundled pack in memory. */
import { browser } from '../../utils/browser';
import { copyFolder } from '../../utils/corpus/copy/folder';
import { noteLoss } from '../../utils/corpus/copy/lost';
import { type CorpusDb, openCorpus } from '../../utils/corpus/db';
import { CorpusError, corpusFault, storageFault } from '../../utils/corpus/faults';
import { Kept } from '../../utils/corpus/kept';
import { loreKey, readLore } from '../../utils/corpus/lore';
import { type Lore, mergeLore } from '../../utils/corpus/merge-lore';
import { Shelves } from '../../utils/corpus/shelves';
import { evidenceSource, memorySource, type PlacedSource, type Run } from '../../utils/corpus/source';
import { type PackSummary, sizes } from '../../utils/corpus/status';
import { sweep } from '../../utils/corpus/sweep';
import { type News, watch } from '../../utils/corpus/watch';
import type { CorpusStatus } from '../../utils/messages';
import type { Fault } from '../../utils/types';
import { BUNDLED, bundledPack, ensureBundled } from './bundled';
import { keepCopies } from './copy';
import { readAgain } from './page';

export interface Corpus {
  /** Null where the database can't be opened; then nothing can be written. */
  db: CorpusDb | null;
  loreKey(): Promise<string>;
  lore(): Promise<Lore>;
  source(): Promise<PlacedSource>;
  status(): Promise<CorpusStatus>;
}

const fetchBundled = async (): Promise<Uint8Array> => {
  const answer = await fetch(browser.runtime.getURL(BUNDLED));
  if (!answer.ok) throw new CorpusError(corpusFault('Bundle'));
  return new Uint8Array(await answer.arrayBuffer());
};

function stored(db: CorpusDb, kept: Kept<Run>, shelves: Shelves, fault: Fault | null): Corpus {
  return {
    db,
    loreKey: () => loreKey(db),
    lore: () => readLore(db),
    source: () => evidenceSource(db, kept, shelves),
    status: async () => ({ ready: true, ...(await sizes(db)), fault }),
  };
}

/** Reading goes on from the bundled pack; the status says why and that nothing is kept. */
async function inMemory(fault: Fault): Promise<Corpus> {
  const pack = await bundledPack(await fetchBundled());
  const placed = pack.statements.map((statement) => ({ ...statement, pack: pack.id }));
  const [lore, source] = [mergeLore([{ ...pack, topic: pack.topic ?? null }], 'memory'), memorySource(placed)];
  const { id, title, languages = {}, version, date } = pack;
  const summary: PackSummary = { id, title, languages, version, date, enabled: true, statements: placed.length };
  return {
    db: null,
    loreKey: async () => lore.key,
    lore: async () => lore,
    source: async () => source,
    status: async () => ({ ready: true, statements: placed.length, packs: [summary], fault }),
  };
}

async function open(anew: boolean): Promise<Corpus> {
  const opened = await openCorpus();
  if (!opened.ok) return inMemory(opened.fault);
  const db = opened.value;
  // The options page deletes the database to begin anew: let go, and take what comes at the next message.
  const stop = new AbortController();
  const kept = new Kept<Run>();
  const shelves = new Shelves(db);
  const hear = ({ all }: News): void => {
    if (all) kept.clear();
    shelves.forget();
    readAgain();
  };
  watch(db, hear, stop.signal);
  db.on('versionchange', () => {
    stop.abort();
    db.close();
    held = null;
  });
  try {
    const copy = await copyFolder().catch(() => null);
    if (copy) await noteLoss(db, copy).catch((error) => console.error('[said-before] copy', error));
    await ensureBundled(db, fetchBundled, browser.runtime.getManifest().version, anew);
    void sweep(db).catch(() => undefined);
    keepCopies(db, stop.signal);
    return stored(db, kept, shelves, null);
  } catch (error) {
    const fault = error instanceof CorpusError ? error.fault : storageFault(error);
    // What is there can be read even where nothing more can be written.
    if ((await db.packs.count().catch(() => 0)) > 0) return stored(db, kept, shelves, fault);
    db.close();
    return inMemory(fault);
  }
}

let held: Promise<Corpus> | null = null;

/** The corpus, opened at the first call of a worker's life. `anew` looks at the bundled pack's content again. */
export function corpus(anew = false): Promise<Corpus> {
  if (!held || anew) {
    const before = held;
    held = (async () => {
      const old = await before?.catch(() => null);
      if (old?.db) {
        await ensureBundled(old.db, fetchBundled, browser.runtime.getManifest().version, anew);
        return old;
      }
      return open(anew);
    })();
    // A failure is not kept: the next message tries again.
    held.catch(() => {
      held = null;
    });
  }
  return held;
}

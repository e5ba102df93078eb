/** What the benchmark does inside the options page. Bundled into one script that sets `globalThis.bench`. */
import { CorpusDb } from '../../../utils/corpus/db';
import { toRow } from '../../../utils/corpus/keys';
import { installPack, removePack } from '../../../utils/corpus/packs';
import type { CorpusEvent, Query } from '../../../utils/corpus-service';
import type { Article, Pack } from '../../../utils/types';
import { makeStatement, random, vocabulary } from './make';

const CHUNK = 5000;
/** Reports before those that are timed. */
const WARM = 5;
declare const chrome: {
  runtime: { getURL(path: string): string; sendMessage(message: unknown): Promise<{ ok: boolean }> };
};

const since = (start: number): number => performance.now() - start;

/** Bare Dexie: rows made beforehand, `bulkAdd` in chunks, the same indexes. Milliseconds. */
async function bare(count: number, propositions: string[]): Promise<number> {
  const db = new CorpusDb('bench-bare');
  await db.delete({ disableAutoOpen: false });
  const rows = Array.from({ length: count }, (_, i) => toRow(makeStatement(i, propositions), 1));
  const start = performance.now();
  for (let i = 0; i < count; i += CHUNK) await db.statements.bulkAdd(rows.slice(i, i + CHUNK));
  const took = since(start);
  await db.delete();
  return took;
}

const about = (id: string): Omit<Pack, 'statements'> => ({
  format: 'said-before-pack',
  formatVersion: 1,
  id,
  title: id,
  version: '1',
  date: '2025-01-01',
  language: 'en',
  license: '',
  publisher: '',
  homepage: '',
  propositions: [],
  people: [],
});

/** Adds packs of at most 100,000 statements until `count` are there. */
async function addPacks(from: number, count: number, propositions: string[]): Promise<string[]> {
  const db = new CorpusDb();
  const ids: string[] = [];
  for (let at = from; at < from + count; at += 100_000) {
    const size = Math.min(100_000, from + count - at);
    const statements = Array.from({ length: size }, (_, i) => makeStatement(at + i, propositions));
    const id = `bench-${at}`;
    await installPack(db, { ...about(id), statements }, { kind: 'file', sha256: id, label: null });
    ids.push(id);
  }
  db.close();
  return ids;
}

/** The worker of the options page, spoken to directly. */
function service() {
  const worker = new Worker(chrome.runtime.getURL('/corpus-worker.js'));
  const open = new Map<number, (reply: unknown) => void>();
  const hearers = new Set<(event: CorpusEvent) => void>();
  worker.onmessage = ({ data }) => {
    if ('event' in data) for (const hear of hearers) hear(data.event);
    if ('reply' in data) open.get(data.call)?.(data.reply.value);
  };
  let last = 0;
  const call = <T>(method: string, ...args: unknown[]): Promise<T> => {
    last += 1;
    worker.postMessage({ call: last, method, args, long: false });
    return new Promise((ready) => open.set(last, ready as (reply: unknown) => void));
  };
  return { call, close: () => worker.terminate() };
}

interface Rows {
  total: number;
}

/** Three words each, of which the first is rare to frequent as in speech: milliseconds until 50 rows are here. */
async function search(times: number): Promise<{ ready: number; took: number[]; hits: number }> {
  const { call, close } = service();
  const start = performance.now();
  await call('facets', {});
  const ready = since(start);
  const next = random(11);
  const took: number[] = [];
  let hits = 0;
  for (let i = 0; i < times + 20; i += 1) {
    const text = [0, 1, 2].map(() => vocabulary[Math.floor(vocabulary.length ** next()) - 1]).join(' ');
    const begun = performance.now();
    const { total } = await call<Rows>('rows', { text } satisfies Query, 0, 50);
    // The first ones warm the compiler up.
    if (i >= 20) {
      took.push(since(begun));
      hits += total;
    }
  }
  close();
  return { ready, took, hits: hits / times };
}

/** Facets and orders that the table asks for: milliseconds. */
async function browse(): Promise<Record<string, number>> {
  const { call, close } = service();
  await call('facets', {});
  const found: Record<string, number> = {};
  const queries: Record<string, Query> = { 'by speaker': { sort: 'speaker' }, 'one side': { side: ['Side 3'] } };
  for (const [name, query] of Object.entries(queries)) {
    const begun = performance.now();
    await call('rows', query, 0, 50);
    found[`rows ${name}`] = since(begun);
    const counted = performance.now();
    await call('facets', query);
    found[`facets ${name}`] = since(counted);
  }
  close();
  return found;
}

/** A pack goes and comes back: milliseconds until the table has the new rows and total. */
async function removal(id: string): Promise<{ removed: number; undone: number }> {
  const db = new CorpusDb();
  const { call, close } = service();
  await call('facets', {});
  const before = (await call<Rows>('rows', {}, 0, 50)).total;
  const until = async (wanted: (total: number) => boolean): Promise<void> => {
    while (!wanted((await call<Rows>('rows', {}, 0, 50)).total)) await new Promise((ready) => setTimeout(ready, 5));
  };
  let start = performance.now();
  await removePack(db, id, { key: 'stepPackRemoved', args: [id] });
  await until((total) => total < before);
  const removed = since(start);
  start = performance.now();
  await chrome.runtime.sendMessage({ type: 'corpus.undo', request: null });
  await until((total) => total === before);
  const undone = since(start);
  close();
  db.close();
  return { removed, undone };
}

/**
 * Page reports of one article, warm: milliseconds each. With `days` each is dated a day earlier than the one before, so
 * that the corpus is read anew for each.
 */
async function reports(article: Article, times: number, days = false): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times + WARM; i += 1) {
    const day = new Date(Date.parse(article.published ?? '') - i * 86_400_000).toISOString().slice(0, 10);
    const asked = days ? { ...article, published: day } : article;
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage({ type: 'page.report', request: { article: asked } });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    if (i >= WARM) took.push(since(start));
    // What is put in order while nobody waits (shelves) has its time, as it has between a reader's pages.
    if (i === WARM - 1) await new Promise((ready) => setTimeout(ready, 5000));
  }
  return took;
}

/** Longest tasks of this page from now on; those below 50 ms are not told apart by the browser. */
function watchTasks(): void {
  const found: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.push(entry.duration);
  }).observe({ type: 'longtask' });
  Object.assign(globalThis, { longTasks: found });
}

Object.assign(globalThis, { bench: { bare, addPacks, search, browse, removal, reports, watchTasks } });

/** Work that is killed half-way, inside the options page. Bundled into one script that sets `globalThis.inPage`. */
import { type CorpusDb, openCorpus } from '../../../utils/corpus/db';
import { toPackText } from '../../../utils/corpus/export';
import { everyStatement } from '../../../utils/corpus/list';
import { fingerprint } from '../../../utils/corpus/same';
import { sweep } from '../../../utils/corpus/sweep';
import type { ImportPreview } from '../../../utils/corpus-service';
import type { Pack, Result, Statement } from '../../../utils/types';

declare const chrome: {
  runtime: { getURL(path: string): string; sendMessage(message: unknown): Promise<unknown> };
};

/** Statements of the pack and of the import, set where this is bundled: more than one chunk, so that a kill can fall between two. */
declare const MANY: number;

const make = (id: string, gist: string): Statement => ({
  id,
  speaker: `Speaker ${id.length}`,
  date: `20${10 + (id.length % 10)}-0${1 + (Number(id.replace(/\D/g, '')) % 9)}-${10 + (Number(id.replace(/\D/g, '')) % 17)}`,
  quote: '',
  gist,
  readings: [{ proposition: 'killed-p', stance: 'affirms' }],
  source: { publisher: 'Paper', url: `https://paper.example/${id}` },
});

const packOf = (version: string): Pack => ({
  format: 'said-before-pack',
  formatVersion: 1,
  id: 'killed',
  title: 'Killed',
  version,
  date: '2025-01-01',
  language: 'en',
  license: '',
  publisher: '',
  homepage: '',
  propositions: [{ id: 'killed-p', group: 'g', claim: 'P.' }],
  people: [],
  statements: Array.from({ length: MANY }, (_, i) => make(`k${i}`, `version ${version} of ${i}`)),
});

/** The corpus worker, spoken to directly, so that it can be killed at any moment. */
function worker() {
  const own = new Worker(chrome.runtime.getURL('/corpus-worker.js'));
  const open = new Map<number, (reply: Result<unknown>) => void>();
  own.onmessage = ({ data }) => {
    if ('reply' in data) open.get(data.call)?.(data.reply);
  };
  let last = 0;
  const call = async <T>(method: string, ...args: unknown[]): Promise<T> => {
    last += 1;
    own.postMessage({ call: last, method, args, long: false });
    const reply = await new Promise<Result<unknown>>((ready) => open.set(last, ready));
    if (!reply.ok) throw new Error(`${method}: ${reply.fault.message}`);
    return reply.value as T;
  };
  return { call, kill: () => own.terminate() };
}

async function take(name: string, text: string, call: ReturnType<typeof worker>['call']): Promise<void> {
  const { plan } = await call<ImportPreview>('planImport', { name, text });
  await call('runImport', plan, { rest: 'mine', but: [] });
}

const lines = Array.from({ length: MANY }, (_, i) => JSON.stringify(make(`own${i}`, `number ${i}`))).join('\n');

/** Puts the corpus into the state from which one kind of work starts, and keeps that as a backup. */
async function prepare(): Promise<{ base: Blob; imported: Blob }> {
  const { call, kill } = worker();
  await take('killed.json', toPackText(packOf('1')), call);
  const base = (await call<{ blob: Blob }>('backup', null)).blob;
  await take('own.jsonl', lines, call);
  const imported = (await call<{ blob: Blob }>('backup', null)).blob;
  kill();
  return { base, imported };
}

let kept: Awaited<ReturnType<typeof prepare>> | null = null;

async function restore(which: 'base' | 'imported'): Promise<void> {
  kept ??= await prepare();
  const { call, kill } = worker();
  await call('restore', kept[which]);
  kill();
}

async function open(): Promise<CorpusDb> {
  const opened = await openCorpus();
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

/** Sweeps as each start of a worker does; says what is still unfinished. */
async function unfinished(): Promise<string> {
  const db = await open();
  await sweep(db);
  const left = await db.generations.filter((g) => g.state !== 'whole').toArray();
  db.close();
  return JSON.stringify(left);
}

/** Everything that counts in one text: statements, history, and what lies about that nothing names. */
async function state(): Promise<string> {
  const db = await open();
  // One transaction, one moment: a change that comes late is seen whole or not at all.
  const found = await db.transaction('r', db.tables, () => look(db));
  db.close();
  return JSON.stringify(found);
}

async function look(db: CorpusDb): Promise<object> {
  let [count, hash] = [0, 0];
  for await (const page of everyStatement(db))
    for (const { pack: _pack, ...statement } of page) {
      const text = fingerprint(statement);
      let own = 0;
      for (let i = 0; i < text.length; i += 1) own = (Math.imul(own, 31) + text.charCodeAt(i)) | 0;
      count += 1;
      hash = (hash + own) | 0;
    }
  const history = (await db.history.toArray()).map(({ undone, label }) => `${label.key} ${undone}`);
  const ledger = await db.generations.toArray();
  const rows = await Promise.all(ledger.map(({ gen }) => db.statements.where(':id').between([gen], [gen, []]).count()));
  const stray = (await db.statements.count()) - rows.reduce((sum, n) => sum + n, 0);
  return { count, hash, history, stray };
}

/** Starts a kind of work in a worker of its own; `after` ms later the worker is killed (null: never). Waits for its end. */
async function inWorker(kind: 'import' | 'update', after: number | null): Promise<number> {
  const { call, kill } = worker();
  const [name, text] = kind === 'import' ? ['own.jsonl', lines] : ['killed.json', toPackText(packOf('2'))];
  const { plan } = await call<ImportPreview>('planImport', { name, text });
  const start = performance.now();
  const done = call('runImport', plan, { rest: 'mine', but: [] }).catch(() => undefined);
  await (after === null ? done : new Promise((ready) => setTimeout(ready, after)));
  kill();
  return performance.now() - start;
}

/** Asks the background for a small change and does not wait. */
function inBackground(kind: 'edit' | 'undo'): void {
  const message =
    kind === 'edit'
      ? { type: 'corpus.put', request: { statement: make('k1', 'edited'), pack: 'mine' } }
      : { type: 'corpus.undo', request: null };
  void chrome.runtime.sendMessage(message).catch(() => undefined);
}

Object.assign(globalThis, { inPage: () => ({ restore, unfinished, state, inWorker, inBackground }) });

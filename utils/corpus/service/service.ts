/** The corpus service: what the worker behind our own pages does, method by method. */
import type { CorpusEvent, CorpusService, ExportedBlob } from '../../corpus-service';
import type { Result } from '../../types';
import { backupHead, backupLine } from '../backup';
import { changeMany } from '../bulk';
import { type CopyFolder, copyFolder } from '../copy/folder';
import { bringBack, letGo } from '../copy/lost';
import { readCopy } from '../copy/read';
import { type CorpusDb, deleteCorpus, NAME, openCorpus } from '../db';
import { duplicatesOf } from '../duplicates';
import { CorpusError, corpusFault, guarded } from '../faults';
import { salvage } from '../salvage';
import { sizes } from '../status';
import { sweep } from '../sweep';
import { tellAll } from '../watch';
import { Browser } from './browse';
import { backupFile, exportFile, lookAtBackup, restoreFile, today } from './exports';
import { Imports } from './imports';
import { Keeper } from './keeper';
import { meter } from './meter';
import { goTo, pastOf, steps } from './past';

interface Held {
  db: CorpusDb;
  keeper: Keeper;
  browser: Browser;
  imports: Imports;
}

async function usage(db: CorpusDb): ReturnType<CorpusService['usage']> {
  const [{ usage: used = 0, quota = 0 }, { statements }, rows] = await Promise.all([
    navigator.storage.estimate(),
    sizes(db),
    db.statements.count(),
  ]);
  return { ok: true, value: { used, quota, statements, kept: Math.max(0, rows - statements) } };
}

async function theCopy(): Promise<CopyFolder> {
  const folder = await copyFolder().catch(() => null);
  if (!folder) throw new CorpusError(corpusFault('NoCopy'));
  return folder;
}

/** The copy as a backup file. */
async function copyBlob(folder: CopyFolder): Promise<ExportedBlob> {
  const { rows } = await readCopy(folder);
  const lines = [...rows].flatMap(([table, all]) => all.map((row) => backupLine(table, row)));
  const blob = new Blob([backupHead(null), ...lines, backupLine('end', null)]);
  return { name: `said-before-rescued-${today()}.jsonl`, blob, count: rows.get('statements')?.length ?? 0 };
}

/** Makes the service; `tell` gets its events. Nothing is opened before the first call. */
export function corpusService(tell: (event: CorpusEvent) => void, name = NAME): CorpusService {
  let held: Promise<Result<Held>> | null = null;
  const open = async (): Promise<Result<Held>> => {
    const opened = await openCorpus(name);
    if (!opened.ok) return opened;
    const db = opened.value;
    const stop = new AbortController();
    // Somebody replaces the database: let go, and open what takes its place at the next call.
    db.on('versionchange', () => {
      stop.abort();
      db.close();
      held = null;
      tell({ event: 'changed' });
    });
    const keeper = new Keeper(
      db,
      {
        onProgress: (done, all, complete) => tell({ event: 'catalogue', done, all, complete }),
        onChange: () => tell({ event: 'changed' }),
      },
      stop.signal,
    );
    void sweep(db).catch(() => undefined);
    return { ok: true, value: { db, keeper, browser: new Browser(db, keeper), imports: new Imports(db) } };
  };
  const opened = async (): Promise<Held> => {
    held ??= open();
    const found = await held;
    if (found.ok) return found.value;
    held = null;
    throw new CorpusError(found.fault);
  };
  /** Does work on the open corpus; what it throws becomes a fault. */
  const on = <T>(work: (held: Held) => T | Promise<T>): Promise<Result<T>> => guarded(async () => work(await opened()));
  return {
    open: () => on(() => null),
    callSpeakers: (words) =>
      on(({ keeper }) => {
        keeper.callSpeakers(words);
        return null;
      }),
    rows: (query, offset, limit) => on(({ browser }) => browser.rows(query, offset, limit)),
    facets: (query) => on(({ browser }) => browser.facets(query)),
    ids: (query) => on(({ browser }) => browser.ids({ query })),
    position: (query, id) => on(({ browser }) => browser.position(query, id)),
    statement: (id) => on(({ browser }) => browser.statement(id)),
    duplicates: (statement) => on(({ db }) => duplicatesOf(db, statement)),
    past: (id) => on(({ db }) => pastOf(db, id)),
    history: (limit) => on(({ db }) => steps(db, limit)),
    goTo: (seq) => on(async ({ db }) => ({ steps: await goTo(db, seq) })),
    bulk: (selection, action, long = {}) =>
      on(async ({ db, browser }) => {
        const told = meter(long);
        const work = { signal: long.signal, onProgress: (done: number, all: number) => told('writing', done, all) };
        const ids = await browser.ids(selection);
        return { count: await changeMany(db, ids, action, work, (id) => browser.likely(id)) };
      }),
    planImport: (source, long) => on(({ imports }) => imports.plan(source, long)),
    planAs: (plan, own, long) => on(({ imports }) => imports.planAs(plan, own, long)),
    runImport: (plan, choice, long) => on(({ imports }) => imports.run(plan, choice, long)),
    faultyRows: (plan) => on(({ imports }) => imports.faulty(plan)),
    dropImport: (plan) => on(({ imports }) => imports.drop(plan)),
    export: (format, selection, long) =>
      on(async ({ db, browser }) => exportFile(db, format, selection, await browser.ids(selection), long)),
    backup: (settings, long) => on(({ db }) => backupFile(db, settings, long)),
    checkBackup: (file, long) => guarded(() => lookAtBackup(file, long)),
    restore: (file, long) => on(({ db }) => restoreFile(db, file, long)),
    usage: async () => {
      const found = await on(({ db }) => usage(db));
      return found.ok ? found.value : found;
    },
    salvage: (long = {}) =>
      guarded(async () => {
        const told = meter(long);
        const { pieces, statements: count, lost } = await salvage(name, null, (done) => told('reading', done, done));
        return { name: `said-before-rescued-${today()}.jsonl`, blob: new Blob(pieces), count, lost };
      }),
    ownCopy: () => guarded(async () => copyBlob(await theCopy())),
    bringBack: (long = {}) =>
      on(async ({ db }) => {
        const told = meter(long);
        const work = { signal: long.signal, onProgress: (done: number, all: number) => told('writing', done, all) };
        return { count: await bringBack(db, await theCopy(), work) };
      }),
    letGo: () => on(({ db }) => letGo(db).then(() => null)),
    rebuild: () =>
      guarded(async () => {
        // The second copy stays: whoever begins anew is asked whether it should come back.
        await deleteCorpus(name);
        tellAll(name);
        return null;
      }),
  };
}

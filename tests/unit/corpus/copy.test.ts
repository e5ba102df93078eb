import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import type { CopyFolder } from '../../../utils/corpus/copy/folder';
import { headOf } from '../../../utils/corpus/copy/head';
import { keepCopy } from '../../../utils/corpus/copy/keep';
import { lostOf } from '../../../utils/corpus/copy/loss';
import { bringBack, letGo, noteLoss } from '../../../utils/corpus/copy/lost';
import { movedSteps } from '../../../utils/corpus/copy/moved';
import { readCopy } from '../../../utils/corpus/copy/read';
import type { CorpusDb } from '../../../utils/corpus/db';
import { changeMute, deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { MOST_STEPS, redo, undo } from '../../../utils/corpus/history';
import { planImport, runImport } from '../../../utils/corpus/import';
import { installPack } from '../../../utils/corpus/packs';
import { act } from './acts';
import { everything, freshDb, label, pack, statement } from './support';

class MemoryFolder implements CopyFolder {
  files = new Map<string, Blob>();
  /** Bytes written since it was last set to 0. */
  bytes = 0;
  /** Writes that still succeed. */
  left = Number.POSITIVE_INFINITY;
  async read(name: string) {
    return this.files.get(name) ?? null;
  }
  async write(name: string, content: Blob) {
    if (this.left <= 0) throw new Error('killed');
    this.left -= 1;
    this.files.set(name, content);
    this.bytes += content.size;
  }
  async remove(name: string) {
    this.files.delete(name);
  }
}

const bundled = pack(['a', 'b', 'c'].map((id) => statement(id)));
const install = { kind: 'bundled', sha256: 'x', label: null } as const;
const filePack = pack(
  ['f1', 'f2'].map((id) => statement(id)),
  { id: 'from-file', title: 'From a file' },
);
const quotes = async (db: CorpusDb) =>
  Object.fromEntries((await everything(db)).map(({ id, quote }) => [id, quote]).sort());
/** All that is stored. */
const dump = async (db: CorpusDb) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (t) => [t.name, await t.toArray()] as const)));

async function withMine() {
  const db = await freshDb();
  await installPack(db, bundled, install);
  await installPack(db, filePack, { kind: 'file', sha256: 'y', label });
  await putStatements(db, [statement('a', { quote: 'mine a' }), statement('own', { quote: 'mine' })], label);
  await runImport(db, await planImport(db, [statement('own', { quote: 'mine, later' })]), 'x');
  await deleteStatements(db, ['b'], label);
  await changeMute(db, { add: { id: 'm', kind: 'pair', words: 'w', target: 'c' } }, label);
  await db.meta.put({ key: 'subscription:p', value: { id: 'p' } });
  return db;
}

/** What the browser leaves of a damaged database: a new one. */
async function emptied(folder: CopyFolder) {
  const db = await freshDb();
  await noteLoss(db, folder);
  await installPack(db, bundled, install);
  return db;
}

describe('the second copy', () => {
  it('is begun where something is the reader’s own, and written again only when something changed', async () => {
    const [db, folder] = [await freshDb(), new MemoryFolder()];
    await installPack(db, bundled, install);
    await keepCopy(db, folder);
    expect(folder.files.size).toBe(0);
    await putStatements(db, [statement('own')], label);
    await keepCopy(db, folder);
    folder.bytes = 0;
    await keepCopy(db, folder);
    expect([await headOf(folder), folder.bytes]).toEqual([expect.objectContaining({ statements: 1, own: true }), 0]);
    await changeMute(db, { add: { id: 'm', kind: 'pair', words: 'w', target: 'own' } }, label);
    await keepCopy(db, folder);
    expect(folder.bytes).toBeGreaterThan(0);
  });

  it('brings all of it back after the browser emptied the store: history and packs too', async () => {
    const [db, folder] = [await withMine(), new MemoryFolder()];
    await keepCopy(db, folder);
    const other = await emptied(folder);
    expect(await lostOf(other)).toMatchObject({ statements: 2 });
    expect(await bringBack(other, folder)).toBe(2);
    expect(await dump(other)).toEqual(await dump(db));
    while (await undo(db)) await undo(other);
    expect(await quotes(other)).toEqual(await quotes(db));
  });

  it('puts what was added since on top, and done twice does nothing more', async () => {
    const [db, folder] = [await withMine(), new MemoryFolder()];
    const before = await quotes(db);
    await keepCopy(db, folder);
    const other = await emptied(folder);
    await putStatements(other, [statement('since', { quote: 'added since' })], label);
    await deleteStatements(other, ['c'], label);
    await changeMute(other, { add: { id: 'n', kind: 'pair', words: 'w', target: 'a' } }, label);
    const late = pack([statement('l1')], { id: 'late' });
    await installPack(other, late, { kind: 'file', sha256: 'z', label });
    await bringBack(other, folder);
    const { c: _, ...rest } = before;
    const now = { ...rest, since: 'added since', l1: 'words of l1' };
    expect(await quotes(other)).toEqual(now);
    expect((await other.mutes.toArray()).map(({ id }) => id)).toEqual(['m', 'n']);
    expect(await other.meta.get('subscription:p')).toBeDefined();
    expect(await lostOf(other)).toBeNull();
    expect(await bringBack(other, folder)).toBe(0);
    expect(await quotes(other)).toEqual(now);
  });

  it('is the very state, whatever is done between, and wherever the writing was cut off', async () => {
    const writes = fc.option(fc.nat(6), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, fc.boolean(), writes), { maxLength: 12 }), async (acts) => {
        const [db, folder] = [await freshDb(), new MemoryFolder()];
        await installPack(db, pack(['a', 'b'].map((id) => statement(id))), install);
        for (const [one, keep, cut] of acts) {
          await one(db);
          if (!keep) continue;
          folder.left = cut ?? Number.POSITIVE_INFINITY;
          await keepCopy(db, folder).catch((error: Error) => expect(error.message).toBe('killed'));
          folder.left = Number.POSITIVE_INFINITY;
        }
        await keepCopy(db, folder);
        const head = await headOf(folder);
        if (!head?.own) return;
        // No file is left over.
        expect([...folder.files.keys()].sort()).toEqual([...head.parts.map(({ name }) => name), 'head.json'].sort());
        const other = await emptied(folder);
        await bringBack(other, folder);
        expect(await dump(other)).toEqual(await dump(db));
        db.close();
        other.close();
      }),
      { numRuns: 60 },
    );
  });

  it('costs little after a change, however much there is', async () => {
    const [db, folder] = [await freshDb(), new MemoryFolder()];
    const many = Array.from({ length: 6000 }, (_, i) => statement(`m${i}`));
    await runImport(db, await planImport(db, many), 'x');
    await keepCopy(db, folder);
    const whole = folder.bytes;
    folder.bytes = 0;
    await putStatements(db, [statement('m7', { quote: 'changed' })], label);
    await keepCopy(db, folder);
    expect(folder.bytes).toBeLessThan(whole / 20);
    expect((await readCopy(folder)).rows.get('statements')).toContainEqual(
      expect.objectContaining({ id: 'm7', quote: 'changed' }),
    );
  });

  it('is not missed at install, nor where nothing of the reader’s was in it; the reader may let it go', async () => {
    const folder = new MemoryFolder();
    expect(await lostOf(await emptied(folder))).toBeNull();
    const db = await withMine();
    await keepCopy(db, folder);
    await noteLoss(db, folder);
    expect(await lostOf(db)).toBeNull();
    const other = await emptied(folder);
    await letGo(other);
    expect(await lostOf(other)).toBeNull();
    const empty = await freshDb();
    await putStatements(empty, [statement('x')], label);
    await changeMany(empty, ['x'], { do: 'delete' });
    await keepCopy(empty, folder);
    expect(await lostOf(await emptied(folder))).toBeNull();
  });

  it('a damaged copy gives what is whole of it', async () => {
    const [db, folder] = [await withMine(), new MemoryFolder()];
    await keepCopy(db, folder);
    const { parts = [] } = (await headOf(folder)) ?? {};
    const tables = parts.find(({ kind }) => kind === 'tables')?.name ?? '';
    folder.files.set(tables, (folder.files.get(tables) as Blob).slice(0, 10));
    const other = await emptied(folder);
    await bringBack(other, folder);
    expect(await quotes(other)).toEqual({ a: 'mine a', own: 'mine, later' });
    for (const { name } of parts)
      folder.files.set(name, new Blob(['not json\n["statements",{"id":"x"}]\n["gone",5]\n[]']));
    expect((await readCopy(folder)).rows.get('statements')).toEqual([]);
    await expect(readCopy(new MemoryFolder())).rejects.toMatchObject({ fault: { code: 'corpus-nocopy' } });
  });
});

describe('steps that moved rows', () => {
  it('are those made, taken back and done again; where that cannot be told there is no answer', async () => {
    const db = await freshDb();
    const marks = async () =>
      (await db.history.toArray()).map(({ seq, at, undone }) => [seq, at, undone] as [number, string, 0 | 1]);
    const put = (id: string) => putStatements(db, [statement(id)], label);
    await put('a');
    await put('b');
    const two = await marks();
    await put('c');
    expect(movedSteps(two, await marks())).toEqual([3]);
    await undo(db);
    await undo(db);
    expect(movedSteps(two, await marks())).toEqual([2, 3]);
    const undone = await marks();
    await redo(db);
    expect(movedSteps(undone, await marks())).toEqual([2]);
    await undo(db);
    await put('d');
    // The step that was undone is forgotten: its rows cannot be told any more.
    expect(movedSteps(two, await marks())).toBeNull();
    expect(movedSteps(undone, await marks())).toEqual([4]);
    expect(movedSteps([], await marks())).toBeNull();
    const before = await marks();
    for (let i = 0; i < MOST_STEPS + 5; i += 1) await put(`e${i}`);
    expect(movedSteps(before, await marks())).toBeNull();
  });
});

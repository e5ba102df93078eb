import { describe, expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import type { CopyFile } from '../../../utils/corpus/copy/file';
import { headOf, keepCopy } from '../../../utils/corpus/copy/keep';
import { lostOf } from '../../../utils/corpus/copy/loss';
import { bringBack, letGo, noteLoss, readCopy } from '../../../utils/corpus/copy/lost';
import { changeMute, deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { planImport, runImport } from '../../../utils/corpus/import';
import { installPack } from '../../../utils/corpus/packs';
import { everything, freshDb, label, pack, statement } from './support';

class MemoryFile implements CopyFile {
  text: string | null = null;
  writes = 0;
  async read() {
    return this.text === null ? null : new Blob([this.text]);
  }
  async write(parts: AsyncIterable<string>) {
    let text = '';
    for await (const part of parts) text += part;
    this.text = text;
    this.writes += 1;
  }
  async remove() {
    this.text = null;
  }
}

const bundled = pack(['a', 'b', 'c'].map((id) => statement(id)));
const install = { kind: 'bundled', sha256: 'x', label: null } as const;
const quotes = async (db: Awaited<ReturnType<typeof freshDb>>) =>
  Object.fromEntries((await everything(db)).map(({ id, quote }) => [id, quote]).sort());

async function withMine() {
  const db = await freshDb();
  await installPack(db, bundled, install);
  await putStatements(db, [statement('a', { quote: 'mine a' }), statement('own', { quote: 'mine' })], label);
  await runImport(db, await planImport(db, [statement('own', { quote: 'mine, later' })]), 'x');
  await deleteStatements(db, ['b'], label);
  await changeMute(db, { add: { id: 'm', kind: 'pair', words: 'w', target: 'c' } }, label);
  await db.meta.put({ key: 'subscription:p', value: { id: 'p' } });
  return db;
}

/** What the browser leaves of a damaged database: a new one. */
async function emptied(file: CopyFile) {
  const db = await freshDb();
  await noteLoss(db, file);
  await installPack(db, bundled, install);
  return db;
}

describe('the second copy', () => {
  it('is written where something is the reader’s own, and again only when that changed', async () => {
    const [db, file] = [await freshDb(), new MemoryFile()];
    await installPack(db, bundled, install);
    await keepCopy(db, file);
    expect(file.text).toBeNull();
    await putStatements(db, [statement('own')], label);
    await keepCopy(db, file);
    await keepCopy(db, file);
    expect([await headOf(file), file.writes]).toEqual([expect.objectContaining({ statements: 1, deleted: 0 }), 1]);
    await changeMute(db, { add: { id: 'm', kind: 'pair', words: 'w', target: 'own' } }, label);
    await keepCopy(db, file);
    expect(file.writes).toBe(2);
  });

  it('brings all of it back after the browser emptied the store, beside what was added since', async () => {
    const [db, file] = [await withMine(), new MemoryFile()];
    const before = await quotes(db);
    await keepCopy(db, file);
    const other = await emptied(file);
    expect(await lostOf(other)).toMatchObject({ statements: 2 });
    await putStatements(other, [statement('since', { quote: 'added since' })], label);
    expect(await bringBack(other, file, 'copy')).toBe(2);
    expect(await quotes(other)).toEqual({ ...before, since: 'added since' });
    expect(await other.mutes.toArray()).toEqual(await db.mutes.toArray());
    expect(await other.meta.get('subscription:p')).toBeDefined();
    expect(await lostOf(other)).toBeNull();
    await bringBack(other, file, 'copy');
    expect(await quotes(other)).toEqual({ ...before, since: 'added since' });
  });

  it('is not missed at install, nor where nothing of the reader’s was in it; the reader may let it go', async () => {
    const file = new MemoryFile();
    expect(await lostOf(await emptied(file))).toBeNull();
    const db = await withMine();
    await keepCopy(db, file);
    await noteLoss(db, file);
    expect(await lostOf(db)).toBeNull();
    const other = await emptied(file);
    await letGo(other);
    expect(await lostOf(other)).toBeNull();
    const empty = await freshDb();
    await putStatements(empty, [statement('x')], label);
    await changeMany(empty, ['x'], { do: 'delete' });
    await keepCopy(empty, file);
    expect(await lostOf(await emptied(file))).toBeNull();
  });

  it('a damaged copy gives what is whole of it', async () => {
    const [db, file] = [await withMine(), new MemoryFile()];
    await keepCopy(db, file);
    file.text = `${file.text?.replace('"mine a"', '"mine a')}["statement",{"id":"x"}]\n["gone",5]\nnot json`;
    const { statements, gone, mutes } = await readCopy(file);
    expect([statements.map(({ id }) => id), gone, mutes.length]).toEqual([['own'], ['b'], 1]);
    await expect(readCopy(new MemoryFile())).rejects.toMatchObject({ fault: { code: 'corpus-nocopy' } });
  });
});

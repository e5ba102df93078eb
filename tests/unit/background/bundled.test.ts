import { describe, expect, it, vi } from 'vitest';
import { ensureBundled } from '../../../entrypoints/background/bundled';
import { putStatements } from '../../../utils/corpus/edit';
import { toPackText } from '../../../utils/corpus/export';
import { undo } from '../../../utils/corpus/history';
import { removePack } from '../../../utils/corpus/packs';
import type { Statement } from '../../../utils/types';
import { freshDb, ids, label, pack, statement } from '../corpus/support';

const file = (...all: Statement[]) =>
  vi.fn(async () => new TextEncoder().encode(toPackText(pack(all, { version: String(all.length) }))));
const one = file(statement('a'));
const two = file(statement('a'), statement('b'));

describe('the bundled pack', () => {
  it('is put in at install and then not even read', async () => {
    const db = await freshDb();
    const fetch = file(statement('a'));
    expect(await ensureBundled(db, fetch, '1.0')).toBe(true);
    expect(await ids(db)).toEqual(['a']);
    expect(await ensureBundled(db, fetch, '1.0')).toBe(false);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await undo(db)).toBeNull();
  });

  it('is replaced by an update of the extension, without touching the reader’s own', async () => {
    const db = await freshDb();
    await ensureBundled(db, one, '1.0');
    await putStatements(db, [statement('own')], label);
    expect(await ensureBundled(db, one, '1.1')).toBe(false);
    expect(await ensureBundled(db, two, '1.2')).toBe(true);
    expect(await ids(db)).toEqual(['a', 'b', 'own']);
  });

  it('is looked at anew when asked, though the version is the same', async () => {
    const db = await freshDb();
    await ensureBundled(db, one, '1.0');
    expect(await ensureBundled(db, two, '1.0', true)).toBe(true);
    expect(await ids(db)).toEqual(['a', 'b']);
  });

  it('stays removed, and an update taken back stays so, until there is new content', async () => {
    const db = await freshDb();
    await ensureBundled(db, one, '1.0');
    await ensureBundled(db, two, '1.1');
    await undo(db);
    expect(await ensureBundled(db, two, '1.2')).toBe(false);
    expect(await ids(db)).toEqual(['a']);
    await removePack(db, 'sample', label);
    expect(await ensureBundled(db, one, '1.3')).toBe(false);
    expect(await ids(db)).toEqual([]);
  });

  it('is not put in twice when the worker was killed before it could note it', async () => {
    const db = await freshDb();
    await ensureBundled(db, one, '1.0');
    await db.meta.clear();
    expect(await ensureBundled(db, one, '1.0')).toBe(false);
    expect(await db.generations.count()).toBe(1);
  });

  it('that is damaged is a fault and leaves the old one in place', async () => {
    const db = await freshDb();
    await ensureBundled(db, one, '1.0');
    const cut = async () => (await two()).slice(0, 50);
    await expect(ensureBundled(db, cut, '1.1')).rejects.toMatchObject({ fault: { code: 'json' } });
    expect(await ids(db)).toEqual(['a']);
  });
});

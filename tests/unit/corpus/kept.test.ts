import { expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import { Kept } from '../../../utils/corpus/kept';
import { installPack } from '../../../utils/corpus/packs';
import { evidenceSource, type Run } from '../../../utils/corpus/source';
import { freshDb, label, pack, statement } from './support';

const list = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

it('lists asked for least recently go first, empty ones too', () => {
  const kept = new Kept<number[]>(10);
  kept.begin('now');
  const set = (key: string, size: number) => kept.set('now', key, list(size), size);
  const sizes = (...keys: string[]) => keys.map((key) => kept.get('now', key)?.length);
  set('a', 4);
  set('b', 0);
  expect(sizes('a')).toEqual([4]);
  set('c', 4);
  expect(sizes('b', 'a', 'c')).toEqual([undefined, 4, 4]);
  set('a', 1);
  set('d', 2);
  expect(sizes('c', 'a', 'd')).toEqual([4, 1, 2]);
  set('e', 50);
  expect(sizes('a', 'c', 'd', 'e')).toEqual([undefined, undefined, undefined, undefined]);
});

it('nothing is given of another moment, nor kept of one that is over', () => {
  const kept = new Kept<number[]>();
  kept.begin('one');
  kept.set('one', 'a', [1], 1);
  expect(kept.get('two', 'a')).toBeUndefined();
  kept.begin('two');
  kept.set('one', 'a', [1], 1);
  expect([kept.get('one', 'a'), kept.get('two', 'a')]).toEqual([undefined, undefined]);
});

it('pages of one day are read once', async () => {
  const db = await freshDb();
  await installPack(db, pack([statement('a'), statement('b')]), { kind: 'bundled', sha256: '', label });
  const kept = new Kept<Run>();
  const asked = async () => (await evidenceSource(db, kept)).earlier('p1', '2025-12-01', null);
  const first = await asked();
  expect(first).toHaveLength(2);
  // Behind its back, as nobody does: so one sees that it was not read again.
  await db.statements.clear();
  expect(await asked()).toEqual(first);
  kept.clear();
  expect(await asked()).toEqual([]);
});

it('what hides what is read once, and anew after a change', async () => {
  const db = await freshDb();
  await installPack(db, pack([statement('a'), statement('b')]), { kind: 'bundled', sha256: '', label });
  const kept = new Kept<Run>();
  const asked = async () =>
    (await (await evidenceSource(db, kept)).earlier('p1', '2025-12-01', null)).map(({ id }) => id).toSorted();
  expect(await asked()).toEqual(['a', 'b']);
  const { view } = kept;
  await asked();
  expect(kept.view).toBe(view);
  await changeMany(db, ['a'], { do: 'delete' });
  expect(await asked()).toEqual(['b']);
  expect(kept.view).not.toBe(view);
});

import { describe, expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import { conflictIds, KEEP_MINE, yieldedBy } from '../../../utils/corpus/conflicts';
import { deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { planImport, runImport } from '../../../utils/corpus/import';
import { installPack } from '../../../utils/corpus/packs';
import { pastOf, steps } from '../../../utils/corpus/service/past';
import { sizes } from '../../../utils/corpus/status';
import { everything, freshDb, label, pack, statement } from './support';

const first = { kind: 'file', sha256: 'a', label: null } as const;
const old = ['a', 'b', 'c', 'd'].map((id) => statement(id, { quote: `old ${id}` }));
const next = pack(
  ['a', 'b', 'c'].map((id) => statement(id, { quote: id === 'c' ? 'old c' : `new ${id}` })),
  { version: '2' },
);

async function withMine() {
  const db = await freshDb();
  await installPack(db, pack(old), first);
  await putStatements(
    db,
    ['a', 'c', 'd', 'own'].map((id) => statement(id, { quote: `mine ${id}` })),
    label,
  );
  await deleteStatements(db, ['b'], label);
  return db;
}
const quotes = async (db: Awaited<ReturnType<typeof freshDb>>): Promise<Record<string, string>> =>
  Object.fromEntries((await everything(db)).map(({ id, quote }) => [id, quote]).sort());

describe('conflicts of a pack’s new version with the reader’s changes', () => {
  it('are records that both changed, deleted or removed; not those that only one did', async () => {
    expect(await conflictIds(await withMine(), next)).toEqual(['a', 'b', 'd']);
  });

  it('are none where both came to the same', async () => {
    const db = await withMine();
    await deleteStatements(db, ['d'], label);
    await putStatements(db, [statement('a', { quote: 'new a' })], label);
    expect(await conflictIds(db, next)).toEqual(['b']);
  });

  it('a choice names one side for all but some', () => {
    expect(yieldedBy(KEEP_MINE, ['a', 'b'])).toEqual([]);
    expect(yieldedBy({ rest: 'mine', but: ['b', 'elsewhere'] }, ['a', 'b'])).toEqual(['b']);
    expect(yieldedBy({ rest: 'theirs', but: ['a'] }, ['a', 'b', 'c'])).toEqual(['b', 'c']);
  });

  it('an update to which the reader’s versions give way is one step, undone and redone as one', async () => {
    const db = await withMine();
    const before = await quotes(db);
    await installPack(db, next, { kind: 'file', sha256: 'b', label, yields: ['a', 'b', 'd'] });
    const after = { a: 'new a', b: 'new b', c: 'mine c', own: 'mine own' };
    expect(await quotes(db)).toEqual(after);
    expect((await sizes(db)).packs.find(({ id }) => id === 'mine')?.statements).toBe(2);
    expect((await steps(db, 1))[0]).toMatchObject({ by: 'sample', count: 3 });
    await undo(db);
    expect(await quotes(db)).toEqual(before);
    await redo(db);
    expect(await quotes(db)).toEqual(after);
  });

  it('both the record that gave way and one that only the pack changed have the step in their past', async () => {
    const db = await freshDb();
    await installPack(db, pack(old), first);
    await putStatements(db, [statement('a', { quote: 'mine a' })], label);
    await installPack(db, next, { kind: 'file', sha256: 'b', label, yields: ['a'] });
    expect((await pastOf(db, 'a'))[0]).toMatchObject({ before: { quote: 'mine a' }, after: { quote: 'new a' } });
    expect((await pastOf(db, 'b'))[0]).toMatchObject({ before: { quote: 'old b' }, after: { quote: 'new b' } });
    expect((await pastOf(db, 'a'))[1]).toMatchObject({ before: { quote: 'old a' }, after: { quote: 'mine a' } });
    expect(await pastOf(db, 'own')).toEqual([]);
  });

  it('give way later too, from every layer of the reader’s; the reader’s own records never do', async () => {
    const db = await withMine();
    await runImport(db, await planImport(db, [statement('c', { quote: 'imported c' })]), 'x');
    expect((await quotes(db)).c).toBe('imported c');
    const before = (await sizes(db)).packs.find(({ id }) => id === 'mine')?.statements as number;
    expect(await changeMany(db, ['c', 'own', 'nowhere'], { do: 'yield' })).toBe(1);
    expect(await quotes(db)).toMatchObject({ c: 'old c', own: 'mine own' });
    expect((await sizes(db)).packs.find(({ id }) => id === 'mine')?.statements).toBe(before - 1);
    expect(await changeMany(db, ['c', 'own'], { do: 'yield' })).toBe(0);
    await undo(db);
    expect((await quotes(db)).c).toBe('imported c');
  });
});

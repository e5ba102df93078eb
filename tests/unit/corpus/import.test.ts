import { describe, expect, it } from 'vitest';
import { diffPack } from '../../../utils/corpus/diff-pack';
import { deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { planImport, runImport } from '../../../utils/corpus/import';
import { statementById } from '../../../utils/corpus/lookup';
import { installPack } from '../../../utils/corpus/packs';
import { CHUNK } from '../../../utils/corpus/stage';
import { sweep } from '../../../utils/corpus/sweep';
import { freshDb, ids, label, pack, statement } from './support';

const first = { kind: 'bundled', sha256: 'a', label: null } as const;
const many = (n: number) => Array.from({ length: n }, (_, i) => statement(`m${i}`));

describe('plan', () => {
  it('tells added, changed, the same and copies apart', async () => {
    const db = await freshDb();
    await installPack(db, pack([statement('a'), statement('b')]), first);
    const copy = statement('z', { quote: 'Words of  A!' });
    const plan = await planImport(db, [
      statement('a'),
      statement('b', { gist: 'more' }),
      copy,
      statement('c'),
      statement('d', { quote: 'words of c' }),
    ]);
    expect(plan.added.map((s) => s.id)).toEqual(['c']);
    expect(plan.changed.map((c) => [c.before.gist, c.after.gist])).toEqual([['', 'more']]);
    expect(plan.skipped.map((s) => [s.statement.id, s.why, s.of])).toEqual([
      ['a', 'same', 'a'],
      ['z', 'copy', 'a'],
      ['d', 'copy', 'c'],
    ]);
  });

  it('finds copies on the first and the last day of an import', async () => {
    const db = await freshDb();
    const spread = ['2025-01-01', '2025-02-01', '2025-03-01'].map((date, i) => statement(`d${i}`, { date }));
    await installPack(db, pack(spread), first);
    const plan = await planImport(
      db,
      spread.map((s) => ({ ...s, id: `${s.id}-copy` })),
    );
    expect(plan.added).toEqual([]);
    expect(plan.skipped).toHaveLength(3);
  });

  it('keeps of a record what CSV cannot say', async () => {
    const db = await freshDb();
    const full = statement('a', {
      dateBasis: 'said',
      readings: [{ proposition: 'p1', stance: 'affirms', figure: { value: 5, said: 'five' }, readBy: 'machine' }],
    });
    await installPack(db, pack([full]), first);
    const { dateBasis: _, ...csv } = statement('a', {
      readings: [{ proposition: 'p1', stance: 'affirms', figure: { value: 5 } }],
    });
    expect((await planImport(db, [csv], { csv: true })).skipped).toHaveLength(1);
    expect((await planImport(db, [csv])).changed).toHaveLength(1);
  });
});

describe('import', () => {
  it('is one step, undone and redone as a whole', async () => {
    const db = await freshDb();
    await installPack(db, pack([statement('a')]), first);
    const plan = await planImport(db, [statement('a', { gist: 'new' }), ...many(CHUNK + 10)]);
    const seen: number[] = [];
    expect(await runImport(db, plan, 'file.csv', { onProgress: (done) => seen.push(done) })).toBe(CHUNK + 11);
    expect([seen[0], seen.at(-1)]).toEqual([0, CHUNK + 11]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await ids(db)).toHaveLength(CHUNK + 11);
    expect((await statementById(db, 'a'))?.gist).toBe('new');
    await undo(db);
    expect(await ids(db)).toEqual(['a']);
    expect((await statementById(db, 'a'))?.gist).toBe('');
    await redo(db);
    expect(await ids(db)).toHaveLength(CHUNK + 11);
  });

  it('leaves nothing behind when cancelled', async () => {
    const db = await freshDb();
    const stop = new AbortController();
    const plan = await planImport(db, many(CHUNK * 2));
    await expect(
      runImport(db, plan, 'x', { signal: stop.signal, onProgress: () => stop.abort() }),
    ).rejects.toMatchObject({ fault: { code: 'corpus-cancelled' } });
    expect(await db.statements.count()).toBe(0);
    expect(await db.generations.count()).toBe(0);
    expect(await db.history.count()).toBe(0);
  });

  it('that died is swept at a later start, a living one is not', async () => {
    const db = await freshDb();
    const gen = await db.generations.add({ pack: 'mine', state: 'staged', touched: Date.now() });
    await db.statements.add({ ...statement('left'), gen, at: [`${gen}\td\t7974-96-98`] });
    expect(await sweep(db)).toBe(0);
    expect(await ids(db)).toEqual([]);
    expect(await sweep(db, Date.now() + 120_000)).toBe(1);
    expect(await db.statements.count()).toBe(0);
  });

  it('of a deleted record brings it back, and edits of imported records stay single', async () => {
    const db = await freshDb();
    await installPack(db, pack([statement('a')]), first);
    await deleteStatements(db, ['a'], label);
    await runImport(db, await planImport(db, [statement('a', { gist: 'again' })]), 'x');
    expect((await statementById(db, 'a'))?.gist).toBe('again');
    await putStatements(db, [statement('a', { gist: 'edited' })], label);
    expect(await ids(db)).toEqual(['a']);
    await undo(db);
    await undo(db);
    expect(await ids(db)).toEqual([]);
  });

  it('lets the engine read what came without readings', async () => {
    const db = await freshDb();
    const plan = await planImport(db, [statement('a', { readings: [] })]);
    await runImport(db, plan, 'x', {
      propose: () => [{ proposition: 'p2', stance: 'hedges', readBy: 'machine' }],
    });
    expect((await statementById(db, 'a'))?.readings[0]?.readBy).toBe('machine');
  });
});

it('a pack’s update says what it changes and where the reader was first', async () => {
  const db = await freshDb();
  await installPack(db, pack([statement('a'), statement('b'), statement('c')]), first);
  await putStatements(db, [statement('b', { gist: 'mine' })], label);
  const next = [statement('a'), statement('b', { gist: 'theirs' }), statement('d')];
  expect(await diffPack(db, { id: 'sample', statements: next })).toEqual({
    added: ['d'],
    changed: ['b'],
    removed: ['c'],
    conflicts: ['b'],
  });
});

import { describe, expect, it } from 'vitest';
import { changeMute, deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { MOST_STEPS, redo, undo } from '../../../utils/corpus/history';
import { speakers, statementById } from '../../../utils/corpus/lookup';
import { readLore } from '../../../utils/corpus/lore';
import { enablePack, installPack, removePack } from '../../../utils/corpus/packs';
import { pastOf } from '../../../utils/corpus/service/past';
import { evidenceSource, memorySource } from '../../../utils/corpus/source';
import { sizes } from '../../../utils/corpus/status';
import { sweep } from '../../../utils/corpus/sweep';
import { everything, freshDb, ids, label, pack, reopened, statement } from './support';

const first = { kind: 'bundled', sha256: 'a', label: null } as const;
const update = { kind: 'bundled', sha256: 'b', label } as const;
const days = [1, 2, 3, 4].map((d) => statement(`s${d}`, { date: `2025-03-0${d}` }));

describe('source', () => {
  it('gives newest first, before exclusive, after inclusive', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    for (const source of [await evidenceSource(db), memorySource(days.map((s) => ({ ...s, pack: 'x' })))]) {
      const found = async (before: string | null, after: string | null) =>
        (await source.earlier('p1', before, after)).map((s) => s.id);
      expect(await found('2025-03-03', null)).toEqual(['s2', 's1']);
      expect(await found(null, '2025-03-03')).toEqual(['s4', 's3']);
      expect(await found('2025-03-04', '2025-03-02')).toEqual(['s3', 's2']);
      expect(await source.earlier('p2', null, null)).toEqual([]);
    }
  });

  it('says which pack a statement is from and hides that of the store', async () => {
    const db = await freshDb();
    await installPack(db, pack([days[0] as (typeof days)[0]]), first);
    const [found] = await (await evidenceSource(db)).earlier('p1', null, null);
    expect(found).toEqual({ ...days[0], pack: 'sample' });
  });

  it('does not mix propositions of which one begins like the other', async () => {
    const db = await freshDb();
    const other = statement('x', { readings: [{ proposition: 'p1-more', stance: 'denies' }] });
    await installPack(db, pack([other]), first);
    expect(await (await evidenceSource(db)).earlier('p1', null, null)).toEqual([]);
  });
});

describe('packs', () => {
  it('are replaced at once and brought back by undo', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await installPack(db, pack([statement('n')], { version: '2' }), update);
    expect(await ids(db)).toEqual(['n']);
    expect(await undo(db)).toEqual(label);
    expect(await ids(db)).toEqual(['s1', 's2', 's3', 's4']);
    expect((await db.packs.get('sample'))?.version).toBe('1');
    await redo(db);
    expect(await ids(db)).toEqual(['n']);
  });

  it('can be switched off, removed, and come back', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await enablePack(db, 'sample', false, label);
    expect(await ids(db)).toEqual([]);
    expect((await sizes(db)).statements).toBe(0);
    await undo(db);
    await removePack(db, 'sample', label);
    expect((await sizes(db)).packs).toEqual([]);
    expect(await sweep(db)).toBe(0);
    await undo(db);
    expect(await ids(db)).toHaveLength(4);
  });

  it('are swept once the history has forgotten them', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await installPack(db, pack([statement('n')]), update);
    await db.history.clear();
    expect(await sweep(db)).toBe(1);
    expect(await db.statements.count()).toBe(1);
  });

  it('refuse the reader’s own name', async () => {
    const db = await freshDb();
    await expect(installPack(db, pack([], { id: 'mine' }), first)).rejects.toThrow();
  });

  it('teach the engine together', async () => {
    const db = await freshDb();
    await installPack(db, pack([]), first);
    await installPack(
      db,
      pack([], { id: 'more', propositions: [{ id: 'p3', group: 'g', claim: 'Three.' }], people: [] }),
      { ...update, kind: 'file' },
    );
    const lore = await readLore(db);
    expect(lore.propositions.map((p) => p.id)).toEqual(['p1', 'p2', 'p3']);
    expect(lore.topics).toHaveLength(1);
    expect(lore.topics[0]?.people).toHaveLength(1);
  });
});

describe('the reader’s changes', () => {
  it('shadow a pack’s record, wherever it was found', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await putStatements(db, [statement('s1', { readings: [{ proposition: 'p2', stance: 'denies' }] })], label);
    const source = await evidenceSource(db);
    expect((await source.earlier('p1', null, null)).map((s) => s.id)).toEqual(['s4', 's3', 's2']);
    expect((await source.earlier('p2', null, null)).map((s) => [s.id, s.pack])).toEqual([['s1', 'mine']]);
    expect(await statementById(db, 's1')).toMatchObject({ pack: 'mine' });
    expect(await ids(db)).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('survive the pack’s update', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await putStatements(db, [statement('s1', { quote: 'mine' })], label);
    await deleteStatements(db, ['s2'], label);
    await installPack(db, pack(days.map((s) => ({ ...s, quote: 'newer' }))), update);
    const now = await everything(db);
    expect(now.map((s) => [s.id, s.quote]).sort()).toEqual([
      ['s1', 'mine'],
      ['s3', 'newer'],
      ['s4', 'newer'],
    ]);
  });

  it('can be taken back one by one, over a restart', async () => {
    let db = await freshDb();
    await installPack(db, pack(days), first);
    await putStatements(db, [statement('own')], label);
    await deleteStatements(db, ['own', 's1'], label);
    expect(await ids(db)).toEqual(['s2', 's3', 's4']);
    db = await reopened(db);
    await undo(db);
    expect(await ids(db)).toEqual(['own', 's1', 's2', 's3', 's4']);
    await undo(db);
    expect(await undo(db)).toBeNull();
    expect(await ids(db)).toEqual(['s1', 's2', 's3', 's4']);
    db = await reopened(db);
    await redo(db);
    await redo(db);
    expect(await redo(db)).toBeNull();
    expect(await ids(db)).toEqual(['s2', 's3', 's4']);
  });

  it('count what is there', async () => {
    const db = await freshDb();
    await putStatements(db, [statement('a'), statement('b')], label);
    await putStatements(db, [statement('a', { quote: 'again' })], label);
    await deleteStatements(db, ['b', 'nobody', 'b'], label);
    expect((await sizes(db)).packs).toMatchObject([{ id: 'mine', statements: 1 }]);
    expect((await pastOf(db, 'a')).map((step) => [step.before?.quote, step.after?.quote])).toEqual([
      ['words of a', 'again'],
      [undefined, 'words of a'],
    ]);
  });

  it('of a deleted record: it can be written anew', async () => {
    const db = await freshDb();
    await installPack(db, pack(days), first);
    await deleteStatements(db, ['s1'], label);
    expect(await deleteStatements(db, ['s1'], label)).toBe(0);
    await putStatements(db, [statement('s1', { quote: 'back' })], label);
    expect(await statementById(db, 's1')).toMatchObject({ quote: 'back', pack: 'mine' });
    await deleteStatements(db, ['s1'], label);
    expect(await statementById(db, 's1')).toBeNull();
  });

  it('keep at least 100 steps and end the way forward when something new is done', async () => {
    const db = await freshDb();
    for (let i = 0; i < MOST_STEPS + 5; i += 1) await putStatements(db, [statement('a', { quote: `v${i}` })], label);
    expect(await db.history.count()).toBe(MOST_STEPS);
    for (let i = 0; i < 120; i += 1) await undo(db);
    expect((await statementById(db, 'a'))?.quote).toBe(`v${MOST_STEPS + 4 - 120}`);
    await putStatements(db, [statement('b')], { key: 'new', args: [] });
    expect((await db.history.toArray()).at(-1)).toMatchObject({ label: { key: 'new', args: [] }, undone: 0 });
    expect(await redo(db)).toBeNull();
    expect(await db.changes.count()).toBe(await db.history.count());
  });

  it('include mutes', async () => {
    const db = await freshDb();
    await changeMute(db, { add: { id: 'm', kind: 'pair', words: 'w', target: 's1' } }, label);
    await changeMute(db, { remove: 'm' }, label);
    await changeMute(db, { remove: 'm' }, label);
    expect(await db.mutes.count()).toBe(0);
    await undo(db);
    expect(await db.mutes.get('m')).toMatchObject({ words: 'w', target: 's1' });
    await undo(db);
    expect(await db.mutes.count()).toBe(0);
  });
});

it('names each speaker once', async () => {
  const db = await freshDb();
  const more = ['Bo', 'Bo', 'Bob'].map((speaker, i) => statement(`b${i}`, { speaker, side: 'Elsewhere' }));
  await installPack(db, pack([...days, ...more]), first);
  expect((await speakers(db)).map((s) => s.name)).toEqual(['Ada Example', 'Bo', 'Bob']);
});

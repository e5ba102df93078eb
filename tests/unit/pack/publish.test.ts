import { describe, expect, it } from 'vitest';
import { makePack } from '../../../scripts/pack/make';
import { readPack } from '../../../utils/corpus/read-pack';
import { readIndex } from '../../../utils/subscriptions/read-index';
import { statement } from '../corpus/support';

const about = { id: 'mine-own', title: 'My own', changes: ['First'] };
const around = { known: new Set(['p1']), taken: new Set(['bundled']), lore: null, before: null };
const lines = (...ids: string[]): Uint8Array =>
  new TextEncoder().encode(ids.map((id) => JSON.stringify(statement(id))).join('\n'));

async function made(...args: Parameters<typeof makePack>) {
  const result = await makePack(...args);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result;
}

describe('pack:build', () => {
  it('makes a pack and an index that fit each other, the same bytes twice, whatever the order of lines', async () => {
    const [one, two] = [await made(lines('a', 'b'), about, around), await made(lines('b', 'a'), about, around)];
    expect([two.file, two.index]).toEqual([one.file, one.index]);
    const [index, pack] = [readIndex(one.index), await readPack(one.file, around.known)];
    expect(index).toMatchObject({
      value: { id: 'mine-own', version: '2025.03.01', date: '2025-03-01', size: one.file.length, file: one.fileName },
    });
    expect(pack).toMatchObject({
      value: { id: 'mine-own', version: '2025.03.01', statements: [{ id: 'a' }, { id: 'b' }] },
    });
  });

  it('names every faulty line and makes nothing', async () => {
    const bad = new TextEncoder().encode(`${JSON.stringify(statement('a'))}\n{"speaker":"X"}\nno json`);
    const result = await makePack(bad, about, around);
    if (result.ok) throw new Error('made');
    expect(result.faults.some((fault) => fault.startsWith('line 2: date'))).toBe(true);
    expect(result.faults.some((fault) => fault.startsWith('line 3:'))).toBe(true);
  });

  it('readings name known propositions only, of its own lore too', async () => {
    const unknown = await makePack(lines('a'), about, { ...around, known: new Set() });
    expect(unknown.ok).toBe(false);
    const lore = JSON.stringify({ propositions: [{ id: 'p1', group: 'g', claim: 'One.' }] });
    expect((await makePack(lines('a'), about, { ...around, known: new Set(), lore })).ok).toBe(true);
  });

  it('goes on from the index before: the log grows, versions rise', async () => {
    const first = await made(lines('a'), { ...about, version: '1' }, around);
    const before = first.index;
    const second = await made(lines('a', 'b'), { ...about, version: '1.1', changes: ['More'] }, { ...around, before });
    expect(readIndex(second.index)).toMatchObject({ value: { changes: [{ text: 'More' }, { text: 'First' }] } });
    for (const version of ['1', '0.9'])
      expect((await makePack(lines('a', 'b'), { ...about, version }, { ...around, before })).ok).toBe(false);
    const again = await made(lines('a'), { ...about, version: '1' }, { ...around, before });
    expect(again.index).toBe(first.index);
    expect((await makePack(lines('a'), { ...about, id: 'else' }, { ...around, before })).ok).toBe(false);
    expect((await makePack(lines('a'), about, { ...around, before: 'text' })).ok).toBe(false);
  });

  it.each([
    ['id', { id: 'Not An Id' }],
    ['id', { id: 'mine' }],
    ['id', { id: 'bundled' }],
    ['title', { title: ' ' }],
    ['version', { version: 'newest' }],
    ['date', { date: '2026-02-30' }],
    ['homepage', { homepage: 'no address' }],
    ['expires', { expiresHours: Number.NaN }],
    ['expires', { expiresHours: 1 }],
  ])('refuses what no reader would take, and names the option: %s %j', async (option, wrong) => {
    const result = await makePack(lines('a'), { ...about, ...wrong }, around);
    expect(result).toMatchObject({ ok: false, faults: [expect.stringMatching(`^--${option}: `)] });
  });
});

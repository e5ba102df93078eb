import { expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import { changeMute, putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { freshDb, label, statement } from './support';

const targets = async (db: Awaited<ReturnType<typeof freshDb>>) =>
  (await db.mutes.toArray()).map((row) => row.target).sort();

it('mutes many statements everywhere as one step, and takes back every mute of them', async () => {
  const db = await freshDb();
  await putStatements(db, [statement('a'), statement('b'), statement('c')], label);
  await changeMute(db, { add: { id: 'pair:a:it is so', kind: 'pair', words: 'it is so', target: 'a' } }, label);
  expect(await changeMany(db, ['a', 'b', 'b'], { do: 'mute' })).toBe(2);
  expect(await targets(db)).toEqual(['a', 'a', 'b']);
  expect(await changeMany(db, ['a', 'b'], { do: 'mute' })).toBe(0);
  await undo(db);
  expect(await targets(db)).toEqual(['a']);
  await redo(db);
  expect(await changeMany(db, ['a', 'c'], { do: 'unmute' })).toBe(1);
  expect(await targets(db)).toEqual(['b']);
  await undo(db);
  expect(await targets(db)).toEqual(['a', 'a', 'b']);
});

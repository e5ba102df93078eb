import { expect, it } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import { putStatements } from '../../../utils/corpus/edit';
import { activeLayers, type Likely, topRows } from '../../../utils/corpus/layers';
import { installPack } from '../../../utils/corpus/packs';
import { freshDb, label, pack, statement } from './support';

it('the record that counts is found wherever it was said to be', async () => {
  const db = await freshDb();
  const ids = ['a', 'b', 'c', 'd'];
  await installPack(db, pack(ids.map((id) => statement(id))), { kind: 'bundled', sha256: '', label });
  const again = [statement('b', { quote: 'of the upper pack' }), statement('e')];
  await installPack(db, pack(again, { id: 'again' }), { kind: 'file', sha256: '', label });
  await putStatements(db, [statement('c', { quote: 'of the reader' })], label);
  await changeMany(db, ['d'], { do: 'delete' });
  const layers = activeLayers(await db.packs.toArray());
  const asked = [...ids, 'e', 'none'];
  const found = async (likely?: Likely) =>
    (await topRows(db, asked, layers, likely)).map(({ row, layer }) => [row.id, row.quote, layer.pack]);
  const plain = await found();
  expect(plain.map(([id, , of]) => [id, of])).toEqual([
    ['a', 'sample'],
    ['b', 'again'],
    ['c', 'mine'],
    ['e', 'again'],
  ]);
  const genOf = (id: string): number => layers.find((layer) => layer.pack === id)?.gen ?? 0;
  // Right; listed before the reader changed and deleted some; said to be nowhere, or in a layer that is no more.
  expect(await found((id) => genOf(['b', 'e'].includes(id) ? 'again' : 'sample'))).toEqual(plain);
  expect(await found(() => null)).toEqual(plain);
  expect(await found(() => 999)).toEqual(plain);
});

import { expect, it } from 'vitest';
import { KeptRows } from '../../../utils/corpus/kept';
import { toRow } from '../../../utils/corpus/keys';
import { statement } from './support';

const rows = (size: number) => Array.from({ length: size }, (_, i) => toRow(statement(`s${i}`), 1));

it('lists asked for least recently go first, empty ones too', () => {
  const kept = new KeptRows(10);
  kept.set('a', rows(4));
  kept.set('b', []);
  expect(kept.get('a')).toHaveLength(4);
  kept.set('c', rows(4));
  expect([kept.get('b'), kept.get('a')?.length, kept.get('c')?.length]).toEqual([undefined, 4, 4]);
  kept.set('a', rows(1));
  kept.set('d', rows(2));
  expect([kept.get('c')?.length, kept.get('a')?.length, kept.get('d')?.length]).toEqual([4, 1, 2]);
  kept.set('e', rows(50));
  expect(['a', 'c', 'd', 'e'].map((key) => kept.get(key))).toEqual([undefined, undefined, undefined, undefined]);
});

/** A query's fields against a document's columns. Pure. */
import type { Query } from '../../corpus-service';
import { type Columns, dayNumber, MACHINE, OVER, stances } from './columns';
import type { Names } from './growing';

/** What a filter needs to know beyond the columns. */
export interface Around {
  packOf(gen: number): string;
  isMuted(doc: number): boolean;
  mine: string;
}

/** Fields that a facet leaves out of account when it counts itself. */
export type Field = 'speaker' | 'side' | 'publisher' | 'day' | 'pack' | 'machine' | 'muted' | 'own';

export interface Filter {
  /** Each test with the field it belongs to; readings are apart, since one must fit proposition and stance both. */
  tests: { field: Field; passes(doc: number): boolean }[];
  fits(doc: number, by?: 'proposition' | 'stance'): boolean;
}

const oneOf = (names: Names, values: readonly string[] | undefined): Set<number> | null =>
  values?.length ? new Set(values.flatMap((value) => names.find(value) ?? [])) : null;

/** 'added' or 'changed' for what is the reader's own, else null. */
export const ownOf = (columns: Columns, around: Around, doc: number): 'added' | 'changed' | null => {
  if (around.packOf(columns.gen.data[doc] as number) !== around.mine) return null;
  return (columns.flags.data[doc] as number) & OVER ? 'changed' : 'added';
};

/** Makes the tests of a query; only fields that it names cost anything. */
export function filterOf(columns: Columns, query: Query, around: Around): Filter {
  const tests: Filter['tests'] = [];
  for (const [field, names] of [
    ['speaker', columns.speakers],
    ['side', columns.sides],
    ['publisher', columns.publishers],
  ] as const) {
    const wanted = oneOf(names, query[field]);
    const column = columns[field];
    if (wanted) tests.push({ field, passes: (doc) => wanted.has(column.data[doc] as number) });
  }
  const from = query.from ? dayNumber(query.from) : 0;
  const to = query.to ? dayNumber(query.to) : Number.POSITIVE_INFINITY;
  if (query.from || query.to) {
    const { day } = columns;
    tests.push({ field: 'day', passes: (doc) => (day.data[doc] as number) >= from && (day.data[doc] as number) <= to });
  }
  if (query.pack?.length) {
    const packs = new Set(query.pack);
    tests.push({ field: 'pack', passes: (doc) => packs.has(around.packOf(columns.gen.data[doc] as number)) });
  }
  const { machine, muted } = query;
  if (machine !== undefined)
    tests.push({
      field: 'machine',
      passes: (doc) => (((columns.flags.data[doc] as number) & MACHINE) !== 0) === machine,
    });
  if (muted !== undefined) tests.push({ field: 'muted', passes: (doc) => around.isMuted(doc) === muted });
  if (query.own?.length) {
    const own = new Set<string | null>(query.own);
    tests.push({ field: 'own', passes: (doc) => own.has(ownOf(columns, around, doc)) });
  }
  const propositions = oneOf(columns.propositions, query.proposition);
  const wanted = query.stance?.length ? new Set(query.stance.map((stance) => stances.indexOf(stance))) : null;
  return {
    tests,
    fits(doc, by) {
      const ps = by === 'stance' ? null : propositions;
      const ss = by === 'proposition' ? null : wanted;
      if (!ps && !ss) return true;
      const end = columns.first.data[doc + 1] as number;
      for (let i = columns.first.data[doc] as number; i < end; i += 1) {
        const reading = columns.readings.data[i] as number;
        if ((!ps || ps.has(reading >>> 2)) && (!ss || ss.has(reading & 3))) return true;
      }
      return false;
    },
  };
}

/** Counts of a query's facets, each with the other fields of the query in force: one pass over the documents. Pure. */
import type { FacetCount, Facets } from '../../corpus-service';
import { type Columns, MACHINE, stances } from './columns';
import { type Around, type Field, type Filter, ownOf } from './filter';

/** Values listed for one facet. */
const MOST = 1000;

const listed = (counts: Uint32Array, texts: readonly string[]): FacetCount[] => {
  const found: FacetCount[] = [];
  counts.forEach((count, i) => {
    if (count > 0 && texts[i]) found.push({ value: texts[i], count });
  });
  return found.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)).slice(0, MOST);
};

/** The one test that a document fails; null if none, undefined if several. */
function failed(filter: Filter, doc: number): Field | null | undefined {
  let one: Field | null = null;
  for (const { field, passes } of filter.tests)
    if (!passes(doc)) {
      if (one) return undefined;
      one = field;
    }
  return one;
}

/** Adds one to each different proposition (or stance) of a document's readings that fit. */
function countReadings(
  columns: Columns,
  doc: number,
  counts: Uint32Array,
  partOf: (reading: number) => number,
  fits: (reading: number) => boolean,
): void {
  const start = columns.first.data[doc] as number;
  const end = columns.first.data[doc + 1] as number;
  for (let i = start; i < end; i += 1) {
    const reading = columns.readings.data[i] as number;
    if (!fits(reading)) continue;
    let again = false;
    for (let j = start; j < i && !again; j += 1) {
      const earlier = columns.readings.data[j] as number;
      again = partOf(earlier) === partOf(reading) && fits(earlier);
    }
    if (!again) (counts[partOf(reading)] as number) += 1;
  }
}

/** Counts over the documents that match the words of the query (all visible ones if it has none). */
export function facetsOf(
  columns: Columns,
  filter: Filter,
  query: { proposition?: string[]; stance?: string[] },
  docs: Iterable<number>,
  around: Around,
): Facets {
  const counts = {
    speaker: new Uint32Array(columns.speakers.texts.length),
    side: new Uint32Array(columns.sides.texts.length),
    publisher: new Uint32Array(columns.publishers.texts.length),
    proposition: new Uint32Array(columns.propositions.texts.length),
    stance: new Uint32Array(stances.length),
    year: new Uint32Array(10_000),
  };
  const packs = new Map<string, number>();
  const sums = { total: 0, machine: 0, muted: 0, added: 0, changed: 0 };
  const propositions = new Set((query.proposition ?? []).flatMap((id) => columns.propositions.find(id) ?? []));
  const wanted = new Set((query.stance ?? []).map((stance) => stances.indexOf(stance as never)));
  const anyProposition = !query.proposition?.length;
  const anyStance = wanted.size === 0;
  const stanceFits = (reading: number): boolean => anyStance || wanted.has(reading & 3);
  const propositionFits = (reading: number): boolean => anyProposition || propositions.has(reading >>> 2);
  const plus = (list: Uint32Array, at: number): void => {
    (list[at] as number) += 1;
  };
  for (const doc of docs) {
    const wrong = failed(filter, doc);
    if (wrong === undefined) continue;
    if (wrong === null) {
      countReadings(columns, doc, counts.proposition, (r) => r >>> 2, stanceFits);
      countReadings(columns, doc, counts.stance, (r) => r & 3, propositionFits);
    }
    if (!filter.fits(doc)) continue;
    const counted = (field: Field): boolean => wrong === null || wrong === field;
    if (wrong === null) sums.total += 1;
    if (counted('speaker')) plus(counts.speaker, columns.speaker.data[doc] as number);
    if (counted('side')) plus(counts.side, columns.side.data[doc] as number);
    if (counted('publisher')) plus(counts.publisher, columns.publisher.data[doc] as number);
    if (counted('day')) plus(counts.year, Math.floor((columns.day.data[doc] as number) / 10_000));
    if (counted('pack')) {
      const pack = around.packOf(columns.gen.data[doc] as number);
      packs.set(pack, (packs.get(pack) ?? 0) + 1);
    }
    if (counted('machine') && (columns.flags.data[doc] as number) & MACHINE) sums.machine += 1;
    if (counted('muted') && around.isMuted(doc)) sums.muted += 1;
    if (counted('own')) {
      const own = ownOf(columns, around, doc);
      if (own) sums[own] += 1;
    }
  }
  const years: FacetCount[] = [];
  counts.year.forEach((count, year) => {
    if (count > 0) years.push({ value: String(year), count });
  });
  return {
    ...sums,
    speaker: listed(counts.speaker, columns.speakers.texts),
    side: listed(counts.side, columns.sides.texts),
    publisher: listed(counts.publisher, columns.publishers.texts),
    proposition: listed(counts.proposition, columns.propositions.texts),
    stance: listed(counts.stance, stances),
    pack: [...packs].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
    year: years,
  };
}

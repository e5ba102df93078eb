/** What changed between two states of a record, field by field. Pure. */
import { figureText } from '../../utils/figures';
import type { Statement } from '../../utils/types';

export interface FieldChange {
  /** Name of the field, as in the catalogue: `editor_<field>`. */
  field: string;
  before: string;
  after: string;
}

/** One entry of a record's past. */
export interface PastEntry {
  /** ISO time, or an ISO day for a pack's version. */
  at: string;
  /** Who did it: null is the reader, otherwise a pack's title. */
  pack: string | null;
  /** What was done, in words. */
  label: string;
  /** It was taken back. */
  undone?: boolean;
  changes: FieldChange[];
  /** The state after it, to go back to; null after a deletion. */
  state: Statement | null;
}

const readingText = (
  r: Statement['readings'][number],
  claimOf: (id: string) => string,
  stanceOf: (s: string) => string,
) => `${stanceOf(r.stance)}: ${claimOf(r.proposition)}${r.figure ? ` (${figureText(r.figure)})` : ''}`;

const fields: readonly [string, (s: Statement) => string | undefined][] = [
  ['speaker', (s) => s.speaker],
  ['role', (s) => s.role],
  ['side', (s) => s.side],
  ['date', (s) => s.date],
  ['dateBasis', (s) => s.dateBasis],
  ['quote', (s) => s.quote],
  ['gist', (s) => s.gist],
  ['place', (s) => s.place],
  ['publisher', (s) => s.source.publisher],
  ['url', (s) => s.source.url],
  ['published', (s) => s.source.published],
];

/** Changes from one state to the next; readings are named by their claims. */
export function changesBetween(
  before: Statement,
  after: Statement,
  claimOf: (id: string) => string,
  stanceOf: (stance: string) => string,
): FieldChange[] {
  const changes = fields.flatMap(([field, of]): FieldChange[] => {
    const [a, b] = [of(before) ?? '', of(after) ?? ''];
    return a === b ? [] : [{ field, before: a, after: b }];
  });
  const texts = (s: Statement): string[] => s.readings.map((r) => readingText(r, claimOf, stanceOf));
  const [was, is] = [texts(before), texts(after)];
  for (const text of was) if (!is.includes(text)) changes.push({ field: 'readings', before: text, after: '' });
  for (const text of is) if (!was.includes(text)) changes.push({ field: 'readings', before: '', after: text });
  const machine = (s: Statement): number => s.readings.filter((r) => r.readBy === 'machine').length;
  if (machine(before) > 0 && machine(after) === 0 && is.some((text) => was.includes(text)))
    changes.push({ field: 'confirmed', before: '', after: '' });
  return changes;
}

/** Conflicts that automatic updates left, until they are settled or put off for this visit. */
import { signal } from '@preact/signals';
import type { CorpusDb } from '../../utils/corpus/db';
import type { PackRow } from '../../utils/corpus/rows';
import { readSubscriptions } from '../../utils/subscriptions/store';
import { unseenIds } from '../../utils/subscriptions/unseen';

export interface Unsettled {
  id: string;
  title: string;
  count: number;
}

export const unsettled = signal<Unsettled[]>([]);
/** What was put off, as `keyOf` has it: a further update tells again. */
const later = signal('');
const keyOf = (all: readonly Unsettled[]): string => JSON.stringify(all);

/** Looks which updates left conflicts. */
export async function lookForConflicts(db: CorpusDb, packs: readonly PackRow[]): Promise<void> {
  const found: Unsettled[] = [];
  for (const own of await readSubscriptions(db)) {
    const row = packs.find(({ id }) => id === own.id);
    const { length: count } = await unseenIds(db, own, row);
    if (row && count > 0) found.push({ id: row.id, title: row.title, count });
  }
  if (keyOf(found) !== keyOf(unsettled.value)) unsettled.value = found;
}

export const isPutOff = (all: readonly Unsettled[]): boolean => later.value === keyOf(all);
export const putOff = (all: readonly Unsettled[]): void => {
  later.value = keyOf(all);
};

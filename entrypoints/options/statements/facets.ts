/** The facet counts of the query that is shown; a late answer to an earlier one is dropped. */
import { signal } from '@preact/signals';
import type { Facets, Query } from '../../../utils/corpus-service';
import { corpus } from '../state';

/** Null until the first counts are there. */
export const facets = signal<Facets | null>(null);

let turn = 0;
/** While a search is typed the counts wait, ms. */
const PAUSE = 60;

export function askFacets(query: Query): void {
  turn += 1;
  const mine = turn;
  setTimeout(async () => {
    if (mine !== turn) return;
    const answer = await corpus.facets(query);
    if (answer.ok && mine === turn) facets.value = answer.value;
  }, PAUSE);
}

/** A query ⇄ the parameters of an address. Pure. */
import { isDay } from '../../utils/corpus/check-statement';
import type { Query, SortKey } from '../../utils/corpus-service';
import type { Stance } from '../../utils/types';

const lists = ['speaker', 'side', 'proposition', 'publisher', 'pack'] as const;
const stances: readonly string[] = ['affirms', 'denies', 'hedges'];
const owns: readonly string[] = ['added', 'changed'];
const sorts: readonly string[] = ['date', 'speaker', 'side', 'publisher', 'relevance'];

/** Names of the parameters that make a query; others of the statements view (`id`, `edit`) are no part of it. */
export const queryKeys = [...lists, 'text', 'stance', 'from', 'to', 'machine', 'muted', 'own', 'sort'] as const;

/** What an address asks for; what it cannot mean is left out. `sort` begins with "-" for descending. */
export function queryOf(params: URLSearchParams): Query {
  const query: Query = {};
  for (const key of lists) {
    const values = params.getAll(key).filter(Boolean);
    if (values.length > 0) query[key] = values;
  }
  const text = params.get('text')?.trim();
  if (text) query.text = text;
  const stance = params.getAll('stance').filter((s): s is Stance => stances.includes(s));
  if (stance.length > 0) query.stance = stance;
  const own = params.getAll('own').filter((o): o is 'added' | 'changed' => owns.includes(o));
  if (own.length > 0) query.own = own;
  for (const key of ['from', 'to'] as const) {
    const day = params.get(key);
    if (isDay(day)) query[key] = day;
  }
  for (const key of ['machine', 'muted'] as const) if (params.get(key) === '1') query[key] = true;
  const sort = params.get('sort') ?? '';
  const by = sort.replace(/^-/, '');
  if (sorts.includes(by)) Object.assign(query, { sort: by as SortKey, descending: sort.startsWith('-') });
  return query;
}

/** The parameters of a query; those it does not set are null, so that they are taken out. */
export function paramsOf(query: Query): Record<string, string | string[] | null> {
  const { sort, descending, machine, muted, ...rest } = query;
  return {
    ...Object.fromEntries(queryKeys.map((key) => [key, null])),
    ...rest,
    machine: machine ? '1' : null,
    muted: muted ? '1' : null,
    sort: sort ? `${descending ? '-' : ''}${sort}` : null,
  };
}

/** Does a query narrow anything (its order apart)? */
export const isNarrow = ({ sort: _, descending: __, ...rest }: Query): boolean => Object.keys(rest).length > 0;

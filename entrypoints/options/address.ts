/** The page's state in its address, so that back, reload and bookmarks work: `#statements?speaker=…`. Pure but for `location`. */
import { signal } from '@preact/signals';
import type { FilterValues } from '../../components/options/Filters';

export type Tab = 'statements' | 'packs' | 'settings' | 'help';
export interface Address {
  tab: Tab;
  filter: FilterValues;
  id: string | null;
}

const tabs: readonly Tab[] = ['statements', 'packs', 'settings', 'help'];
const keys: readonly (keyof FilterValues)[] = ['text', 'speaker', 'proposition', 'stance', 'side', 'from', 'to'];

/** Reads a hash. `#proposition=x` without a tab is a filter of the statements. */
export function parseAddress(hash: string): Address {
  const [head = '', query] = hash.replace(/^#/, '').split('?');
  const tab = tabs.find((name) => name === head);
  const values = new URLSearchParams(query ?? (tab ? '' : head));
  const filter: FilterValues = {};
  for (const key of keys) {
    const value = values.get(key);
    if (value) filter[key] = value;
  }
  return { tab: tab ?? 'statements', filter, id: values.get('id') };
}

/** The hash of an address. */
export function formatAddress({ tab, filter, id }: Address): string {
  const values = new URLSearchParams(filter as Record<string, string>);
  if (id) values.set('id', id);
  const query = values.toString();
  return `#${tab}${query ? `?${query}` : ''}`;
}

export const address = signal<Address>(parseAddress(location.hash));

/** Goes somewhere: a new tab or statement is a step of the history, a change of the filter replaces the last. */
export function go(next: Partial<Address>): void {
  const to = { ...address.value, ...next };
  const replace = next.filter !== undefined;
  history[replace ? 'replaceState' : 'pushState'](null, '', formatAddress(to));
  address.value = to;
}

addEventListener('popstate', () => {
  address.value = parseAddress(location.hash);
});
addEventListener('hashchange', () => {
  address.value = parseAddress(location.hash);
});

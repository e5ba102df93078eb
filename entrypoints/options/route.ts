/** Where the reader is, and the ways to go somewhere else. */
import { signal } from '@preact/signals';
import { type Address, formatAddress, parseAddress } from './address';

export const address = signal<Address>(parseAddress(location.hash));

type Params = Record<string, string | string[] | null | undefined>;

/** Parameters with some set anew: null or an empty list takes one out. */
function withParams(params: URLSearchParams, change: Params): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(change)) {
    next.delete(key);
    for (const one of Array.isArray(value) ? value : value ? [value] : []) next.append(key, one);
  }
  return next;
}

/** The hash of a view: for links. */
export const hrefOf = (view: string, params: Params = {}): string =>
  formatAddress({ view, params: withParams(new URLSearchParams(), params) });

/** Goes to another view or record: a step that "back" takes back. */
export function goTo(view: string, params: Params = {}): void {
  show({ view, params: withParams(new URLSearchParams(), params) }, 'pushState');
}

/**
 * Changes parameters of this view. `step` makes it a step of the browser's history; without, it replaces the last, as
 * for a search that is still being typed.
 */
export function change(params: Params, step = false): void {
  const { view, params: now } = address.value;
  show({ view, params: withParams(now, params) }, step ? 'pushState' : 'replaceState');
}

function show(to: Address, how: 'pushState' | 'replaceState'): void {
  const hash = formatAddress(to);
  if (hash === formatAddress(address.value)) return;
  history[how](history.state, '', hash);
  address.value = to;
}

const follow = (): void => {
  address.value = parseAddress(location.hash);
};
addEventListener('popstate', follow);
addEventListener('hashchange', follow);

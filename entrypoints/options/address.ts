/**
 * The page's state in its address, so that back, reload and bookmarks work: `#view?key=value&key=value`. A hash without
 * a view (`#proposition=x`) is a filter of the statements. Pure.
 */

export interface Address {
  view: string;
  /** As in the address; each view reads what it knows and leaves the rest. */
  params: URLSearchParams;
}

/** The view that is shown where the address names none. */
export const HOME = 'statements';

/** Reads a hash. */
export function parseAddress(hash: string): Address {
  const [head = '', ...rest] = hash.replace(/^#/, '').split('?');
  const named = /^[a-z][a-z-]*$/.test(head);
  return { view: named ? head : HOME, params: new URLSearchParams(named ? rest.join('?') : head) };
}

/** The hash of an address. */
export function formatAddress({ view, params }: Address): string {
  const query = params.toString();
  return `#${view}${query ? `?${query}` : ''}`;
}

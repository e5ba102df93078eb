/** Is a page one of our own reports, opened from a server? It quotes an article's claims, and is none. */
import { GENERATOR } from '../gate';

export const isOwnReport = (document: Document): boolean =>
  document.querySelector('meta[name="generator"]')?.getAttribute('content') === GENERATOR;

/** A step of the history in words. */
import { number, t } from '../i18n';
import type { Label } from './history';

/** Labels whose last argument is how many statements it was. */
const COUNTING = /^step(?:Imported|Statements)/;

/** What a step is called, its number as the reader's language writes numbers. */
export function stepWords({ key, args }: Label): string {
  const last = args.length - 1;
  return t(key, ...args.map((arg, i) => (i === last && COUNTING.test(key) ? number(Number(arg)) : arg)));
}

/** Days and spans of time as readers see them, in the interface's language. Pure. */
import { tn, uiLanguage } from './i18n';

const noon = (iso: string): Date => new Date(`${iso.slice(0, 10)}T12:00:00Z`);

/** What a language writes after the year stays on its line. */
const dayText = (iso: string, month: 'long' | 'short'): string =>
  noon(iso)
    .toLocaleDateString(uiLanguage(), { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' })
    .replace(/(\d{4}) /, '$1\u00a0');

/** "16 December 2025" for an ISO day. */
export const longDay = (iso: string): string => dayText(iso, 'long');

/** "16 Dec 2025": for narrow places. */
export const shortDay = (iso: string): string => dayText(iso, 'short');

export { number } from './i18n';

/** The day as a number of years, such as 2025.96, for placing it on an axis. */
export const yearOf = (iso: string): number => {
  const at = noon(iso);
  const year = at.getUTCFullYear();
  return year + (at.getTime() - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1));
};

export interface Span {
  count: number;
  unit: 'year' | 'month' | 'week' | 'day';
}

/** Mean length in days, largest unit first. */
const UNITS: [Span['unit'], number][] = [
  ['year', 365.25],
  ['month', 30.44],
  ['week', 7],
  ['day', 1],
];

/** "10 months earlier" needs a number and a unit: days → the largest unit of which there are at least 2. */
export function spanOf(days: number): Span {
  for (const [unit, length] of UNITS) {
    const count = Math.round(days / length);
    if (count >= 2 || unit === 'day') return { count: Math.max(1, count), unit };
  }
  return { count: days, unit: 'day' };
}

const spanKey = { year: 'cardYears', month: 'cardMonths', week: 'cardWeeks', day: 'cardDays' } as const;

/** "10 months earlier", for a number of days. */
export function earlierBy(days: number): string {
  const { count, unit } = spanOf(days);
  return tn(spanKey[unit], count);
}

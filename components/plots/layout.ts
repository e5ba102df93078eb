/** Statements on an axis of years: what a small plot draws. Pure. */
import { yearOf } from '../../utils/dates';
import type { TimelineDot } from '../../utils/messages';

export type StanceName = TimelineDot['stance'];

export interface PlotMark {
  /** Place on the axis, 0 to 1. */
  at: number;
  stance: StanceName;
  /** Statements that fall together here. */
  count: number;
  key: string;
}

export interface PlotAxis {
  first: number;
  last: number;
  /** Years with a label, with their place. */
  years: { year: number; at: number }[];
}

/** Years shown with a label at most, so that labels never touch. */
const MOST_LABELS = 6;

/** An axis over all days given, from the beginning of the first year to shortly after the last day; null without days. */
export function axisOf(days: readonly string[]): PlotAxis | null {
  if (days.length === 0) return null;
  const at = days.map(yearOf);
  const first = Math.floor(Math.min(...at));
  const last = Math.max(Math.max(...at) + 0.08, first + 0.5);
  const step = Math.ceil((Math.floor(last) - first + 1) / MOST_LABELS);
  const years: PlotAxis['years'] = [];
  for (let year = first; year <= last; year += step) {
    const at = (year - first) / (last - first);
    // A label that begins near the end would stand outside.
    if (at < 0.86) years.push({ year, at });
  }
  return { first, last, years };
}

/** A day's place on an axis, 0 to 1. */
export const place = ({ first, last }: PlotAxis, day: string): number => (yearOf(day) - first) / (last - first);

/** Statements of one stance that fall into one of `bins` slots of the axis are one mark, however many they are. */
export function marksOf(dots: readonly TimelineDot[], axis: PlotAxis, bins = 60): PlotMark[] {
  const found = new Map<string, PlotMark & { sum: number }>();
  for (const { date, stance } of dots) {
    const at = place(axis, date);
    const key = `${stance}${Math.floor(at * bins)}`;
    const mark = found.get(key) ?? { at: 0, sum: 0, stance, count: 0, key };
    mark.count += 1;
    mark.sum += at;
    mark.at = mark.sum / mark.count;
    found.set(key, mark);
  }
  return [...found.values()].map(({ sum: _sum, ...mark }) => mark);
}

/** How many affirm, deny and leave open. */
export const tallyOf = (dots: readonly TimelineDot[]): Record<StanceName, number> => {
  const tally = { affirms: 0, denies: 0, hedges: 0 };
  for (const { stance } of dots) tally[stance] += 1;
  return tally;
};

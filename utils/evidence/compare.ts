/** How an earlier reading stands to a passage's: DESIGN §4 as one function. */
import type { Figure, Proposition, Relation, Stance } from '../types';

export interface Comparable {
  proposition: string;
  stance: Stance;
  figure?: Figure | null;
}

/** Figures further apart than this share contradict each other. */
const PLAY = 1.2;
/** A running total that grew within so many days is a contradiction all the same. */
const GROWTH_DAYS = 60;

const DAY = 86_400_000;

/** The same few hundred days are asked for thousands of times a page. */
const times = new Map<string, number>();
const MOST_TIMES = 10_000;

function timeOf(date: string): number {
  let time = times.get(date);
  if (time === undefined) {
    if (times.size >= MOST_TIMES) times.clear();
    time = Date.parse(date);
    times.set(date, time);
  }
  return time;
}

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / DAY);

/** The ends of a figure; "more than 5" has no upper end, "up to 5" no lower. */
function rangeOf(figure: Figure | null | undefined): [number, number] | null {
  const low = figure?.low ?? figure?.value;
  const high = figure?.high ?? figure?.value;
  if (low === undefined && high === undefined) return null;
  return [low ?? 0, high ?? Number.POSITIVE_INFINITY];
}

/** Figures in two units tell nothing of each other. */
const oneUnit = (a: Figure | null | undefined, b: Figure | null | undefined): boolean =>
  a?.unit === undefined || b?.unit === undefined || a.unit === b.unit;

/** Do figures decide between two readings, rather than their stances? Both must have one, on one proposition that is about a figure. */
export const byFigures = (passage: Comparable, earlier: Comparable, proposition: Proposition): boolean =>
  passage.proposition === earlier.proposition &&
  proposition.figure !== undefined &&
  rangeOf(passage.figure) !== null &&
  rangeOf(earlier.figure) !== null;

/** How figures stand to each other. One that is denied contradicts the same affirmed; far from it, it tells nothing. */
function compareFigures(
  passage: Comparable,
  earlier: Comparable,
  days: number,
  growing: boolean,
): 'contradicts' | 'confirms' | null {
  const [a, b] = [rangeOf(passage.figure) as [number, number], rangeOf(earlier.figure) as [number, number]];
  if (!oneUnit(passage.figure, earlier.figure)) return null;
  const larger = a[0] > b[1] * PLAY;
  const smaller = a[1] * PLAY < b[0];
  const alike = !larger && !smaller;
  if ((passage.stance === 'denies') !== (earlier.stance === 'denies')) return alike ? 'contradicts' : null;
  if (alike) return 'confirms';
  if (passage.stance === 'denies') return null;
  return larger && growing && days > GROWTH_DAYS ? null : 'contradicts';
}

/**
 * The relation of an earlier reading (`days` before the passage) to the passage's reading, or null where the two cannot be
 * compared. `proposition` is the passage's.
 */
export function compare(
  passage: Comparable,
  earlier: Comparable,
  days: number,
  proposition: Proposition,
): Exclude<Relation, 'same'> | null {
  const opposed = proposition.opposes?.includes(earlier.proposition) ?? false;
  if (passage.proposition !== earlier.proposition && !opposed) return null;
  if (proposition.windowDays !== undefined && days > proposition.windowDays) return null;
  if (byFigures(passage, earlier, proposition))
    return compareFigures(passage, earlier, days, proposition.figure?.growing === true);
  if (passage.stance === 'hedges' || earlier.stance === 'hedges') return 'related';
  return (passage.stance === earlier.stance) !== opposed ? 'confirms' : 'contradicts';
}

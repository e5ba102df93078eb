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

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

function rangeOf(figure: Figure | null | undefined): [number, number] | null {
  const low = figure?.low ?? figure?.value;
  const high = figure?.high ?? figure?.value;
  return low === undefined || high === undefined ? null : [low, high];
}

/** Do figures decide between two readings, rather than their stances? Both must have two ends, on one proposition that is about a figure. */
export const byFigures = (passage: Comparable, earlier: Comparable, proposition: Proposition): boolean =>
  passage.proposition === earlier.proposition &&
  proposition.figure !== undefined &&
  rangeOf(passage.figure) !== null &&
  rangeOf(earlier.figure) !== null;

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
  const a = rangeOf(passage.figure);
  const b = rangeOf(earlier.figure);
  if (!opposed && proposition.figure && a && b) {
    const larger = a[0] > b[1] * PLAY;
    const smaller = a[1] * PLAY < b[0];
    if (!larger && !smaller) return 'confirms';
    return larger && proposition.figure.growing && days > GROWTH_DAYS ? null : 'contradicts';
  }
  if (passage.stance === 'hedges' || earlier.stance === 'hedges') return 'related';
  return (passage.stance === earlier.stance) !== opposed ? 'confirms' : 'contradicts';
}

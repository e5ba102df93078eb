/** Where a claim's statements stand in their plot: by date from left to right, affirming above the line, denying below. Pure. */
import { yearOf } from '../../utils/dates';
import { uiLanguage } from '../../utils/i18n';
import type { TimelineDot } from '../../utils/messages';
import type { Stance } from '../../utils/types';

/** Units of the drawing, its height at most: about CSS pixels in a card of usual width. In a narrower card the drawing has fewer, not smaller ones. */
export const WIDTH = 360;
export const HEIGHT = 96;
export const AXIS = 40;
/** What stands around the outermost dots: air above, a label's line below. */
const AIR = 8;
export const LABEL = 22;
/** From the axis to the first dot's middle, and the room for a stack of dots from there. */
const OFF = 10;
const ROOM = 26;
/** Dots this close in time stand on one another. */
const COLUMN = 8;
const EDGE = 10;
/** Room at the end, where the passage stands by itself. */
const END = 18;

export interface PlotDot {
  x: number;
  y: number;
  dot: TimelineDot;
}

export interface Plot {
  /** Upper and lower edge: what the stacks leave empty is not drawn. */
  top: number;
  bottom: number;
  dots: PlotDot[];
  ticks: { x: number; label: string }[];
  /** The passage itself, at the plot's end; null on an undated page. */
  passage: { x: number; y: number } | null;
}

const way: Record<Stance, number> = { affirms: -1, hedges: 0, denies: 1 };
const height = (stance: Stance, place: number, step: number): number => AXIS + way[stance] * (OFF + place * step);

/** So wide is a letter of a label at most, and so far do labels stay apart. */
const LETTER = 6.5;
const APART = 8;

/** Years, or quarters where the whole span is short; so few that labels stay apart. */
function ticksOf(first: number, last: number, x: (year: number) => number, width: number): Plot['ticks'] {
  const span = last - first;
  const month = new Intl.DateTimeFormat(uiLanguage(), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const letters = (step: number): number => (step < 1 ? month.format(Date.UTC(2025, 8, 15)).length : 4);
  const fits = (step: number): boolean => x(first + step) - x(first) >= letters(step) * LETTER + APART;
  const unit = [0.25, 0.5, 1, 2, 5, 10, 20, 50].find((step) => span / step <= 6 && fits(step)) ?? 100;
  const ticks: Plot['ticks'] = [];
  for (let at = Math.ceil(first / unit) * unit; at <= last; at += unit) {
    const year = Math.floor(at + 1e-6);
    const label = unit < 1 ? month.format(Date.UTC(year, Math.round((at - year) * 12), 15)) : String(year);
    const place = x(at);
    const half = (label.length * LETTER) / 2;
    if (place > half && place < width - half) ticks.push({ x: place, label });
  }
  return ticks;
}

/** Places dots, ticks and the passage. `stance` is the passage's own, `width` the drawing's. Dots may come in any order. */
export function plot(dots: readonly TimelineDot[], published: string | null, stance: Stance, width = WIDTH): Plot {
  const times = dots.map(({ date }) => yearOf(date)).concat(published ? [yearOf(published)] : []);
  const first = Math.min(...times);
  // A single day still needs a width.
  const last = Math.max(...times, first + 1 / 12);
  const x = (year: number): number =>
    EDGE + ((year - first) / (last - first)) * (width - 2 * EDGE - (published ? END : 0));

  const columns = new Map<string, TimelineDot[]>();
  for (const dot of [...dots].sort((a, b) => a.date.localeCompare(b.date))) {
    const key = `${dot.stance} ${Math.round(x(yearOf(dot.date)) / COLUMN)}`;
    columns.set(key, [...(columns.get(key) ?? []), dot]);
  }
  const most = Math.max(1, ...[...columns.values()].map((column) => column.length));
  const step = Math.min(COLUMN, ROOM / Math.max(1, most - 1));
  const placed = [...columns.values()].flatMap((column) =>
    column.map((dot, place) => ({
      dot,
      // Stacked dots share the place of the first, so that a stack reads as one.
      x: x(yearOf((column.length > 1 ? column[0] : dot)?.date ?? dot.date)),
      y: height(dot.stance, place, step),
    })),
  );
  const ys = placed.map(({ y }) => y);
  return {
    top: Math.max(0, Math.min(AXIS - OFF, ...ys) - AIR),
    bottom: Math.min(HEIGHT, Math.max(AXIS + OFF, ...ys) + LABEL),
    dots: placed,
    ticks: ticksOf(first, last, x, width),
    passage: published ? { x: width - EDGE, y: height(stance, 0, 0) } : null,
  };
}

/** The dot nearest to a point of the drawing, within reach of a finger or a pointer; null for none. */
export function nearest(dots: readonly PlotDot[], x: number, y: number, reach = 12): TimelineDot | null {
  let best: PlotDot | null = null;
  let least = reach * reach;
  for (const dot of dots) {
    const far = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (far > least) continue;
    least = far;
    best = dot;
  }
  return best?.dot ?? null;
}

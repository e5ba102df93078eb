/** Where everything of the plot stands, in CSS pixels. Pure; the round times of the axis and the stepped line come from d3. */
import { curveStepAfter, line } from 'd3-shape';
import { utcTicks } from 'd3-time';
import { quoted, uiLanguage } from '../../utils/i18n';
import type { Stance } from '../../utils/types';
import type { Point, TopicRow } from './model';

export interface ChartPoint {
  x: number;
  y: number;
  stance: Stance;
  reversal: boolean;
  /** Statement ids that stand at this place. */
  ids: string[];
  title: string;
}

export interface ChartRow {
  id: string;
  name: string;
  /** For where the name does not fit. */
  short: string;
  top: number;
  middle: number;
  /** The stepped path from stance to stance. */
  path: string;
  points: ChartPoint[];
}

export interface Chart {
  width: number;
  height: number;
  rows: ChartRow[];
  ticks: { x: number; label: string }[];
}

/** A row: its name, what is affirmed, its line, what is denied; then room, so that each name is seen to be its line's. */
const ROW = 64;
const LINE = 37;
const LEVEL = 11;
const MARGIN = 10;
const EDGE = 32;
/** Between two labels of the axis. */
const APART = 66;
const FOOT = 24;

/** The stance's height about the row's middle line. */
const levelOf: Record<Stance, number> = { affirms: -LEVEL, hedges: 0, denies: LEVEL };

/** Points nearer than this are one. */
const NEAR = 6;

function gather(points: readonly Point[], x: (day: number) => number, middle: number, day: (iso: string) => string) {
  const found: ChartPoint[] = [];
  for (const { date, stance, statement, reverses } of points) {
    const at = x(Date.parse(`${date}T12:00:00Z`));
    const near = found.findLast((p) => p.stance === stance && Math.abs(p.x - at) < NEAR);
    const title = `${day(date)}: ${statement.quote ? quoted(statement.quote) : statement.gist}`;
    if (near) {
      near.ids.push(statement.id);
      near.title += `\n${title}`;
      near.reversal ||= reverses !== null;
    } else
      found.push({
        x: at,
        y: middle + levelOf[stance],
        stance,
        reversal: reverses !== null,
        ids: [statement.id],
        title,
      });
  }
  return found;
}

/** "Apr 2025" for the first time on the axis, then "Jul", "Oct", and "2026" where a year begins. */
function labelOf(tick: Date, index: number): string {
  const year = { year: 'numeric' } as const;
  const month = { month: 'short' } as const;
  const shown = tick.getUTCMonth() === 0 ? year : index === 0 ? { ...year, ...month } : month;
  const parts = new Intl.DateTimeFormat(uiLanguage(), { ...shown, timeZone: 'UTC' }).formatToParts(tick);
  // Without what a language sets after the year.
  const last = parts.findLastIndex(({ type }) => type !== 'literal');
  return parts
    .slice(0, last + 1)
    .map(({ value }) => value)
    .join('');
}

/** Round times on the axis, as many as have room for their labels; the beginning of a year goes before others. */
function ticksOf(from: number, to: number, width: number): Date[] {
  const all = utcTicks(new Date(from), new Date(to), Math.max(2, Math.min(6, Math.floor(width / 80))));
  const [a, b] = all;
  if (!a || !b) return all;
  const each = Math.ceil(APART / (((b.getTime() - a.getTime()) / (to - from)) * width));
  const year = Math.max(
    0,
    all.findIndex((tick) => tick.getUTCMonth() === 0),
  );
  return all.filter((_, i) => (i - year) % each === 0);
}

/** Lays out rows over a common axis of time; null when there is nothing. */
export function chartOf(rows: readonly TopicRow[], width: number): Chart | null {
  const days = rows.flatMap((row) => row.points.map((point) => point.date));
  if (days.length === 0) return null;
  const [first, last] = [days.reduce((a, b) => (b < a ? b : a)), days.reduce((a, b) => (b > a ? b : a))];
  const half = 86_400_000 * 15;
  const [from, to] = [Date.parse(first) - half, Date.parse(last) + half];
  const x = (time: number): number => MARGIN + ((time - from) / (to - from)) * (width - 2 * MARGIN);
  const format = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (iso: string): string => format.format(new Date(`${iso}T12:00:00Z`));
  const step = line<{ x: number; y: number }>(
    (p) => p.x,
    (p) => p.y,
  ).curve(curveStepAfter);
  return {
    width,
    height: rows.length * ROW + FOOT,
    ticks: ticksOf(from, to, width)
      // A label is centred on its tick: at the edges it would be cut.
      .filter((tick) => x(tick.getTime()) > EDGE && x(tick.getTime()) < width - EDGE)
      .map((tick, i) => ({ x: x(tick.getTime()), label: labelOf(tick, i) })),
    rows: rows.map((row, index) => {
      const top = index * ROW;
      const middle = top + LINE;
      const points = gather(row.points, x, middle, day);
      return { id: row.id, name: row.name, short: row.short, top, middle, points, path: step(points) ?? '' };
    }),
  };
}

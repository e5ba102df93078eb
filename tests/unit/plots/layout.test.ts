import { describe, expect, it } from 'vitest';
import { axisOf, marksOf, place, tallyOf } from '../../../components/plots/layout';
import type { TimelineDot } from '../../../utils/messages';

const dot = (date: string, stance: TimelineDot['stance'], n = 0): TimelineDot => ({
  statement: `${date}${n}`,
  date,
  speaker: 'Ada',
  stance,
});

describe('the axis', () => {
  it('runs from the beginning of the first year to past the last day', () => {
    const axis = axisOf(['2022-06-01', '2025-12-16']);
    expect(axis?.first).toBe(2022);
    expect(axis?.last).toBeGreaterThan(2025.9);
    expect(axis?.years.map((y) => y.year)).toEqual([2022, 2023, 2024, 2025]);
  });
  it('never has more than six labels, and none at the very end', () => {
    const axis = axisOf(['1990-01-01', '2026-01-02']);
    expect(axis?.years.length).toBeLessThanOrEqual(6);
    expect(Math.max(...(axis?.years.map((y) => y.at) ?? []))).toBeLessThan(0.93);
  });
  it('is none without days, and has a width for one day', () => {
    expect(axisOf([])).toBeNull();
    const axis = axisOf(['2025-01-01']);
    expect(axis && axis.last - axis.first).toBeGreaterThan(0.4);
  });
  it('places days in their order, ends included', () => {
    const axis = axisOf(['2024-01-01', '2024-12-31']);
    if (!axis) throw new Error('no axis');
    expect(place(axis, '2024-01-01')).toBeCloseTo(0, 2);
    expect(place(axis, '2024-07-01')).toBeGreaterThan(place(axis, '2024-06-30'));
    expect(place(axis, '2024-12-31')).toBeLessThan(1);
  });
});

describe('marks', () => {
  it('gather what falls together, by stance, and lose nothing', () => {
    const dots = [
      ...Array.from({ length: 400 }, (_, n) => dot(`2025-0${1 + (n % 9)}-1${n % 9}`, 'affirms', n)),
      dot('2025-01-10', 'denies'),
      dot('2022-01-10', 'hedges'),
    ];
    const axis = axisOf(dots.map((d) => d.date));
    if (!axis) throw new Error('no axis');
    const marks = marksOf(dots, axis);
    expect(marks.length).toBeLessThan(20);
    expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(402);
    expect(marks.every((mark) => mark.at >= 0 && mark.at <= 1)).toBe(true);
    expect(tallyOf(dots)).toEqual({ affirms: 400, denies: 1, hedges: 1 });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { AXIS, HEIGHT, nearest, plot, WIDTH } from '../../../components/card/plot';
import type { TimelineDot } from '../../../utils/messages';
import { useLocale } from '../support/catalogue';

beforeAll(() => useLocale());
const dot = (date: string, stance: TimelineDot['stance'], statement = `${date} ${stance}`): TimelineDot => ({
  statement,
  date,
  speaker: 'Ada Example',
  stance,
});
const spread = ['2023-02-01', '2024-06-01', '2025-03-01'];

describe('the plot', () => {
  it('goes by date from left to right, the passage at its end', () => {
    const { dots, passage } = plot(
      [...spread].reverse().map((date) => dot(date, 'affirms')),
      '2025-12-16',
      'denies',
    );
    expect(dots.map(({ dot: { date } }) => date)).toEqual(spread);
    const xs = [...dots.map(({ x }) => x), passage?.x ?? 0];
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(passage?.y).toBeGreaterThan(AXIS);
  });

  it('puts affirming above the line, denying below, and what leaves open on it', () => {
    const { dots } = plot(
      [dot('2024-01-01', 'affirms'), dot('2024-05-01', 'denies'), dot('2024-09-01', 'hedges')],
      null,
      'affirms',
    );
    expect(dots.map(({ y }) => Math.sign(y - AXIS))).toEqual([-1, 1, 0]);
  });

  it('is no higher than its stacks, with room for the labels', () => {
    const low = plot([dot('2024-01-01', 'affirms'), dot('2025-05-01', 'denies')], '2025-12-16', 'affirms');
    expect([low.top, low.bottom]).toEqual([AXIS - 18, AXIS + 32]);
    const stack = Array.from({ length: 30 }, (_, i) => dot('2025-01-01', 'denies', String(i)));
    const high = plot([...stack, dot('2022-01-01', 'denies')], '2025-12-16', 'denies');
    expect(high.top).toBe(low.top);
    expect(high.bottom).toBe(HEIGHT);
    for (const { dots, top, bottom } of [low, high])
      for (const { y } of dots) expect(y > top + 4 && y < bottom - 18).toBe(true);
  });

  it('stacks what falls on one day, and stays inside its frame with a thousand', () => {
    const many = Array.from({ length: 1000 }, (_, i) => dot('2025-01-01', i % 2 ? 'affirms' : 'denies', String(i)));
    const { dots } = plot([...many, dot('2022-01-01', 'affirms')], '2025-12-16', 'affirms');
    expect(dots).toHaveLength(1001);
    expect(new Set(dots.map(({ y }) => y)).size).toBeGreaterThan(100);
    for (const { x, y } of dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(WIDTH);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(HEIGHT - 16);
    }
  });

  it('labels years, or months where the span is short, never more than seven', () => {
    const long = plot([dot('1992-01-01', 'affirms'), dot('2025-01-01', 'denies')], '2025-12-16', 'affirms').ticks;
    expect(long.map(({ label }) => label)).toEqual(['2000', '2010', '2020']);
    const short = plot([dot('2025-01-20', 'affirms'), dot('2025-11-01', 'denies')], '2025-12-16', 'affirms').ticks;
    expect(short.map(({ label }) => label)).toContain('Jul 2025');
    for (const ticks of [long, short]) expect(ticks.length).toBeLessThanOrEqual(7);
  });

  it('has fewer labels in a narrower drawing, each with its whole width, apart from the next', () => {
    for (const [width, from] of [
      [360, '2025-01-20'],
      [270, '2025-01-20'],
      [270, '2022-02-24'],
      [200, '2014-03-01'],
    ] as const) {
      const { ticks, dots, passage } = plot(
        [dot(from, 'affirms'), dot('2025-11-01', 'denies')],
        '2025-12-16',
        'affirms',
        width,
      );
      expect(ticks.length).toBeGreaterThan(0);
      const edges = ticks.flatMap(({ x, label }) => [x - label.length * 3, x + label.length * 3]);
      expect(edges).toEqual([...edges].sort((a, b) => a - b));
      expect(edges[0]).toBeGreaterThanOrEqual(0);
      expect(edges.at(-1)).toBeLessThanOrEqual(width);
      for (const { x } of dots) expect(x).toBeLessThan(width);
      expect(passage?.x).toBeLessThan(width);
    }
  });

  it('draws a single day without dividing by nothing', () => {
    const { dots } = plot([dot('2025-01-01', 'affirms')], null, 'affirms');
    expect(dots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('finds the dot under a pointer, and none far away', () => {
    const { dots } = plot(
      spread.map((date) => dot(date, 'affirms')),
      null,
      'affirms',
    );
    const [, second] = dots;
    expect(nearest(dots, (second?.x ?? 0) + 3, (second?.y ?? 0) - 4)?.date).toBe('2024-06-01');
    expect(nearest(dots, (second?.x ?? 0) + 30, 0)).toBeNull();
  });
});

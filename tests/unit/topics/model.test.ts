import { beforeAll, describe, expect, it } from 'vitest';
import { chartOf } from '../../../components/topics/layout';
import { claimRows, linesOf, pointsOf, speakerRows } from '../../../components/topics/model';
import type { Statement } from '../../../utils/types';
import { useLocale } from '../support/catalogue';

beforeAll(() => useLocale('en'));

const said = (id: string, date: string, stance: 'affirms' | 'denies' | 'hedges', more: Partial<Statement> = {}) =>
  ({
    id,
    speaker: 'Ada',
    date,
    quote: `words ${id}`,
    gist: '',
    readings: [{ proposition: 'p', stance }],
    source: { publisher: 'Times', url: `https://n.example/${id}` },
    ...more,
  }) satisfies Statement;
const about = ({ role = '' }: Statement): string => role;
const p = { id: 'p', claim: 'The bridge will open.' };

describe('reversals', () => {
  const turns = (statements: Statement[], claim: Parameters<typeof pointsOf>[1] = p) =>
    pointsOf(statements, claim).map((point) => point.reverses?.id ?? null);

  it('are found where the last clear stance was the opposite', () => {
    expect(turns([said('b', '2025-02-01', 'denies'), said('a', '2025-01-01', 'affirms')])).toEqual([null, 'a']);
    expect(turns([said('a', '2025-01-01', 'affirms'), said('b', '2025-02-01', 'affirms')])).toEqual([null, null]);
  });
  it('are neither made nor hidden by a stance that leaves open', () => {
    expect(
      turns([said('a', '2025-01-01', 'affirms'), said('b', '2025-02-01', 'hedges'), said('c', '2025-03-01', 'denies')]),
    ).toEqual([null, null, 'a']);
  });
  it('need different days, and the time in which a claim about an occasion holds', () => {
    expect(turns([said('a', '2025-01-01', 'affirms'), said('b', '2025-01-01', 'denies')])).toEqual([null, null]);
    const pair = [said('a', '2025-01-01', 'affirms'), said('b', '2025-03-02', 'denies')];
    expect(turns(pair, { ...p, windowDays: 30 })).toEqual([null, null]);
    expect(turns(pair, { ...p, windowDays: 60 })).toEqual([null, 'a']);
  });
});

describe('rows', () => {
  it('of a speaker are the claims spoken of, most first; other claims are left out', () => {
    const rows = speakerRows(
      [
        said('a', '2025-01-01', 'affirms'),
        said('b', '2025-02-01', 'denies'),
        said('c', '2025-02-02', 'denies', { readings: [{ proposition: 'q', stance: 'denies' }] }),
        said('d', '2025-02-02', 'denies', { readings: [{ proposition: 'gone', stance: 'denies' }] }),
      ],
      [{ id: 'q', claim: 'Q.' }, p, { id: 'r', claim: 'R.' }],
    );
    expect(rows.map(({ id, points, reversals }) => [id, points.length, reversals])).toEqual([
      ['p', 2, 1],
      ['q', 1, 0],
    ]);
  });
  it('of a claim are its speakers, and one speaker’s stance reverses nobody else’s', () => {
    const rows = claimRows(
      [said('a', '2025-01-01', 'affirms'), said('b', '2025-02-01', 'denies', { speaker: 'Bo', role: 'mayor' })],
      p,
      about,
    );
    expect(rows.map(({ id, about, reversals }) => [id, about, reversals])).toEqual([
      ['Ada', '', 0],
      ['Bo', 'mayor', 0],
    ]);
    expect(linesOf(rows, false).map((line) => line.date)).toEqual(['2025-02-01', '2025-01-01']);
    expect(linesOf(rows, true).map((line) => line.row.name)).toEqual(['Ada', 'Bo']);
  });
});

describe('the chart', () => {
  const many = Array.from({ length: 300 }, (_, i) =>
    said(`s${i}`, new Date(Date.UTC(2022, 0, 1 + i * 4)).toISOString().slice(0, 10), i % 2 ? 'denies' : 'affirms'),
  );
  it('holds every statement inside its width, however narrow', () => {
    for (const width of [240, 720, 1200]) {
      const chart = chartOf(claimRows(many, p, about), width);
      const points = chart?.rows.flatMap((row) => row.points) ?? [];
      expect(points.reduce((sum, point) => sum + point.ids.length, 0)).toBe(300);
      expect(points.every((point) => point.x >= 0 && point.x <= width)).toBe(true);
      expect(chart?.ticks.every((tick) => tick.x >= 0 && tick.x <= width)).toBe(true);
    }
  });
  it('has at least two times on its axis, with room for their labels, on a phone and for spans of months to years', () => {
    for (const days of [4, 0.8, 0.5])
      for (const width of [288, 368, 720]) {
        const spread = Array.from({ length: 300 }, (_, i) =>
          said(`s${i}`, new Date(Date.UTC(2022, 1, 20 + i * days)).toISOString().slice(0, 10), 'affirms'),
        );
        const ticks = chartOf(claimRows(spread, p, about), width)?.ticks.map(({ x }) => x) ?? [];
        expect(ticks.length, `${days} ${width}`).toBeGreaterThanOrEqual(2);
        const gaps = ticks.slice(1).map((x, i) => x - (ticks[i] as number));
        expect(Math.min(...gaps), `${days} ${width}`).toBeGreaterThan(60);
      }
  });
  it('puts what affirms above what denies, and what leaves open between', () => {
    const [row] =
      chartOf(
        claimRows(
          [said('a', '2025-01-01', 'affirms'), said('b', '2025-06-01', 'hedges'), said('c', '2025-12-01', 'denies')],
          p,
          about,
        ),
        600,
      )?.rows ?? [];
    const [a, b, c] = row?.points.map((point) => point.y) ?? [];
    expect(a).toBeLessThan(b as number);
    expect(b).toBeLessThan(c as number);
    expect(b).toBe(row?.middle);
  });
  it('is none without points', () => {
    expect(chartOf([], 600)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfter } from '../../../components/table/keys';
import { snippet } from '../../../components/table/Marked';
import { everything, isTicked, nothing, tick, tickedOf } from '../../../components/table/selection';
import { EXTRA, heightOf, ROW, sliceOf, TALLEST, topFor, topOf } from '../../../components/table/window';

describe('the window of rows', () => {
  const totals = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constantFrom(100_000, 1_000_000, 5_000_000));

  it('shows every row at some offset and never more than fit', () => {
    fc.assert(
      fc.property(
        totals,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 60, max: 2000 }),
        (total, at, height) => {
          const most = Math.max(0, heightOf(total) - height);
          const { first, end } = sliceOf({ top: most * at, height, total });
          expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW) + 1 + EXTRA * 2);
          if (total > 0) expect(end).toBeGreaterThan(first);
          if (at === 0 && total > 0) expect(first).toBe(0);
          if (at === 1) expect(end).toBe(total);
        },
      ),
    );
  });

  it('brings any row into view, wherever one is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), fc.nat(), (total, a, b) => {
        const height = 600;
        const start = topFor(a % total, { top: 0, height, total });
        const top = topFor(b % total, { top: start, height, total });
        const { first, end, shift } = sliceOf({ top, height, total });
        const y = (b % total) * ROW + shift - top;
        expect(first <= b % total && b % total < end).toBe(true);
        expect(y).toBeGreaterThan(-1);
        expect(y + ROW).toBeLessThan(height + 1);
      }),
    );
  });

  it('comes back to the row it was left at, however often', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 3_000_000 }),
        fc.nat(),
        fc.integer({ min: 60, max: 2000 }),
        (total, a, height) => {
          let row = a % total;
          const most = Math.max(0, heightOf(total) - height);
          const rows: number[] = [];
          for (let i = 0; i < 4; i += 1) {
            // Browsers round offsets to whole pixels and keep them within the content.
            const top = Math.min(Math.round(topOf(row, { height, total })), most);
            row = sliceOf({ top, height, total }).top;
            rows.push(row);
          }
          expect(new Set(rows).size).toBe(1);
          if ((a % total) * ROW <= total * ROW - height) expect(Math.abs(row - (a % total))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('draws nothing taller than browsers can', () => {
    expect(heightOf(1_000_000)).toBe(TALLEST);
    expect(heightOf(1000)).toBe(1000 * ROW);
  });
});

describe('keys in the grid', () => {
  const size = { rows: 100, columns: 6, page: 10 };
  const press = (key: string, ctrlKey = false) =>
    cellAfter({ key, ctrlKey, metaKey: false }, { row: 50, column: 2 }, size);

  it('move by cell, row end, page and list end', () => {
    expect(press('ArrowDown')).toEqual({ row: 51, column: 2 });
    expect(press('ArrowLeft')).toEqual({ row: 50, column: 1 });
    expect(press('Home')).toEqual({ row: 50, column: 0 });
    expect(press('End')).toEqual({ row: 50, column: 5 });
    expect(press('PageDown')).toEqual({ row: 60, column: 2 });
    expect(press('End', true)).toEqual({ row: 99, column: 5 });
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('x')).toBeNull();
  });

  it('stay within an empty list', () => {
    expect(
      cellAfter({ key: 'End', ctrlKey: true, metaKey: false }, { row: 0, column: 0 }, { ...size, rows: 0 }),
    ).toEqual({
      row: 0,
      column: 5,
    });
  });
});

describe('ticks', () => {
  it('count and hold, also with "all but some"', () => {
    const two = tick(nothing, ['a', 'b'], true);
    expect([isTicked(two, 'a'), isTicked(two, 'c'), tickedOf(two, 10)]).toEqual([true, false, 2]);
    const allBut = tick(everything, ['a'], false);
    expect([isTicked(allBut, 'a'), isTicked(allBut, 'c'), tickedOf(allBut, 10)]).toEqual([false, true, 9]);
    expect(tickedOf(tick(allBut, ['a'], true), 10)).toBe(10);
    expect(nothing.ids.size).toBe(0);
  });
});

describe('a snippet', () => {
  it('begins at a word shortly before the first hit, and its hits are still those words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        (words, n) => {
          const text = words.join(' ');
          const at = words.slice(0, n % words.length).join(' ').length + (n % words.length > 0 ? 1 : 0);
          const word = words[n % words.length] as string;
          const cut = snippet(text, [[at, at + word.length]]);
          const [[start, end]] = cut.hits as [[number, number]];
          expect(cut.text.slice(start, end)).toBe(word);
          expect(start).toBeLessThanOrEqual(24 + 14);
          expect(text.endsWith(cut.text.replace('…', ''))).toBe(true);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { Arena } from '../../../../scripts/model/linear';

const wave = (to: Float32Array, step: number): Float32Array => {
  to.forEach((_, i) => {
    to[i] = Math.sin(i * step);
  });
  return to;
};

/** Lengths with and without a tail of single numbers. */
describe.each([1, 4, 7, 96])('rows of %d numbers', (n) => {
  const rows = 9;
  const arena = new Arena(200_000);
  const matrix = wave(arena.floats(rows * n), 0.7);
  const at = arena.ints(3);
  at.set([8, 0, 5]);
  const by = arena.floats(3);
  by.set([2, -1, 0.5]);
  const row = (r: number): Float32Array => matrix.subarray(r * n, (r + 1) * n);

  it('are added, each times its number', async () => {
    const kernels = await arena.kernels();
    const sum = wave(arena.floats(n), 0.3);
    const expected = [...sum].map((x, i) => x + 2 * row(8)[i]! - row(0)[i]! + 0.5 * row(5)[i]!);
    kernels.addRows(sum.byteOffset, at.byteOffset, by.byteOffset, 3, matrix.byteOffset, n);
    [...sum].forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i]!, 5);
    });
    const before = [...sum];
    kernels.addRows(sum.byteOffset, at.byteOffset, by.byteOffset, 0, matrix.byteOffset, n);
    expect([...sum]).toEqual(before);
  });

  it('give their gradients and pass the error on', async () => {
    const kernels = await arena.kernels();
    const gradient = arena.floats(rows * n);
    const error = wave(arena.floats(n), 1.1);
    const back = arena.floats(3);
    kernels.returnRows(
      at.byteOffset,
      by.byteOffset,
      back.byteOffset,
      3,
      matrix.byteOffset,
      gradient.byteOffset,
      error.byteOffset,
      n,
    );
    [8, 0, 5].forEach((r, j) => {
      expect(back[j]).toBeCloseTo(
        [...error].reduce((sum, g, i) => sum + g * row(r)[i]!, 0),
        4,
      );
      for (let i = 0; i < n; i += 1) expect(gradient[r * n + i]).toBeCloseTo(by[j]! * error[i]!, 5);
    });
    expect(gradient.subarray(n, 5 * n).every((x) => x === 0)).toBe(true);
  });
});

describe('arena', () => {
  it('refuses what it has no room for', () => {
    expect(() => new Arena(1000).floats(1_000_000)).toThrow(/too small/);
  });
});

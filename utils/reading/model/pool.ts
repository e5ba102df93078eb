/** The filters at work: they slide over a sentence, and each keeps its strongest answer. */
import type { Feature } from './features';
import type { Network } from './network';
import { rowsOf } from './rows';
import { addWeighted, louder } from './sums';

export interface Pooled {
  /** What each token gives to the filters. */
  rows: readonly Float32Array[];
  /** Strongest answer of each filter, not below 0; behind them the units that combine them. */
  values: Float64Array;
  /** Places in `values` of those above 0, in order. */
  loud: number[];
}

/** Window widths that a network may have: one loop each. */
export const widths: readonly number[] = [1, 3, 5];

type Row = Float32Array;

// The three loops are where the time goes: each is plain sums over typed arrays, with nothing written down in between.
// `values` and `bias` have a window's filters from `at` on, a token's row has its places one behind the other from `i` on.

function strongestOf1(values: Float64Array, bias: Row, at: number, n: number, i: number, a: Row): void {
  for (let f = 0; f < n; f += 1) {
    const answer = bias[at + f]! + a[i + f]!;
    if (answer > values[at + f]!) values[at + f] = answer;
  }
}

function strongestOf3(values: Float64Array, bias: Row, at: number, n: number, i: number, a: Row, b: Row, c: Row): void {
  for (let f = 0; f < n; f += 1) {
    const answer = bias[at + f]! + a[i + f]! + b[i + n + f]! + c[i + 2 * n + f]!;
    if (answer > values[at + f]!) values[at + f] = answer;
  }
}

/** `rows[t]` is the window's first row. */
function strongestOf5(values: Float64Array, bias: Row, at: number, n: number, i: number, rows: Row[], t: number): void {
  const [a, b, c, d, e] = [rows[t]!, rows[t + 1]!, rows[t + 2]!, rows[t + 3]!, rows[t + 4]!];
  for (let f = 0; f < n; f += 1) {
    const answer =
      bias[at + f]! + a[i + f]! + b[i + n + f]! + c[i + 2 * n + f]! + d[i + 3 * n + f]! + e[i + 4 * n + f]!;
    if (answer > values[at + f]!) values[at + f] = answer;
  }
}

/** Slides the filters over a sentence and keeps each one's strongest answer, and what they make together. */
export function pool(net: Network, features: readonly Feature[]): Pooled {
  const { filters, hidden = 0, windows } = net.data;
  const bias = net.t.kernelBias;
  const rows = rowsOf(net, features);
  // Before and behind the sentence nothing stands, and gives nothing.
  const around = [net.blank, net.blank, ...rows, net.blank, net.blank];
  const values = new Float64Array(windows.length * filters + hidden);
  let i = 0;
  windows.forEach((width, w) => {
    const at = w * filters;
    for (let t = 0; t < rows.length; t += 1)
      if (width === 1) strongestOf1(values, bias, at, filters, i, around[t + 2]!);
      else if (width === 3) strongestOf3(values, bias, at, filters, i, around[t + 1]!, around[t + 2]!, around[t + 3]!);
      else strongestOf5(values, bias, at, filters, i, around, t);
    i += width * filters;
  });
  const loud = louder(values, 0, windows.length * filters);
  const units = Float64Array.from(net.t.mixBias);
  addWeighted(units, values, loud, net.mix);
  for (let h = 0, to = windows.length * filters; h < hidden; h += 1) values[to + h] = Math.max(0, units[h]!);
  return { rows, values, loud: loud.concat(louder(values, windows.length * filters, values.length)) };
}

/** Where a filter's strongest answer stood: the middle token of its window, the first that gave as much. */
export function placeOf(net: Network, { rows, values }: Pooled, filter: number): number {
  const { filters, windows } = net.data;
  const w = Math.floor(filter / filters);
  const width = windows[w] as number;
  const before = windows.slice(0, w).reduce((sum, other) => sum + other, 0);
  const answerAt = (t: number): number => {
    let answer = net.t.kernelBias[filter] as number;
    for (let o = 0; o < width; o += 1)
      answer += rows[t + o - (width >> 1)]?.[(before + o) * filters + (filter % filters)] ?? 0;
    return answer;
  };
  return Math.max(
    0,
    rows.findIndex((_, t) => answerAt(t) === values[filter]),
  );
}

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

/** One window as it slides: its filters stand from `at` on in bias and answers, its places from `place` on in a token's row. */
interface Window {
  bias: Float32Array;
  at: number;
  place: number;
  filters: number;
}

// The three loops are where the time goes: each is plain sums over typed arrays, with nothing written down in between.
// `around` are the rows of a sentence, with two empty ones before and behind it.

function slide1({ bias, at, place, filters: n }: Window, around: readonly Float32Array[], values: Float64Array): void {
  for (let t = 2; t < around.length - 2; t += 1) {
    const a = around[t]!;
    for (let f = 0; f < n; f += 1) {
      const answer = bias[at + f]! + a[place + f]!;
      if (answer > values[at + f]!) values[at + f] = answer;
    }
  }
}

function slide3({ bias, at, place, filters: n }: Window, around: readonly Float32Array[], values: Float64Array): void {
  for (let t = 2; t < around.length - 2; t += 1) {
    const [a, b, c] = [around[t - 1]!, around[t]!, around[t + 1]!];
    for (let f = 0, i = place; f < n; f += 1, i += 1) {
      const answer = bias[at + f]! + a[i]! + b[i + n]! + c[i + 2 * n]!;
      if (answer > values[at + f]!) values[at + f] = answer;
    }
  }
}

function slide5({ bias, at, place, filters: n }: Window, around: readonly Float32Array[], values: Float64Array): void {
  for (let t = 2; t < around.length - 2; t += 1) {
    const [a, b, c, d, e] = [around[t - 2]!, around[t - 1]!, around[t]!, around[t + 1]!, around[t + 2]!];
    for (let f = 0, i = place; f < n; f += 1, i += 1) {
      const answer = bias[at + f]! + a[i]! + b[i + n]! + c[i + 2 * n]! + d[i + 3 * n]! + e[i + 4 * n]!;
      if (answer > values[at + f]!) values[at + f] = answer;
    }
  }
}

const slide: Record<number, typeof slide1> = { 1: slide1, 3: slide3, 5: slide5 };

/** Window widths that a network may have, in tokens. */
export const widths: readonly number[] = Object.keys(slide).map(Number);

/** Slides the filters over a sentence and keeps each one's strongest answer, and what they make together. */
export function pool(net: Network, features: readonly Feature[]): Pooled {
  const { filters, hidden = 0, windows } = net.data;
  const pooled = windows.length * filters;
  const rows = rowsOf(net, features);
  // Before and behind the sentence nothing stands, and gives nothing.
  const around = [net.blank, net.blank, ...rows, net.blank, net.blank];
  const values = new Float64Array(pooled + hidden);
  let place = 0;
  for (const [w, width] of windows.entries()) {
    slide[width]?.({ bias: net.t.kernelBias, at: w * filters, place, filters }, around, values);
    place += width * filters;
  }
  const loud: number[] = [];
  louder(loud, values, 0, pooled);
  const units = values.subarray(pooled);
  units.set(net.t.mixBias);
  addWeighted(units, values, loud, net.mix);
  for (let f = pooled; f < values.length; f += 1) if (values[f]! < 0) values[f] = 0;
  louder(loud, values, pooled, values.length);
  return { rows, values, loud };
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

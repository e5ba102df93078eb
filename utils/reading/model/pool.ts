/** The filters at work: they slide over a sentence, and each keeps its strongest answer. */
import type { Feature } from './features';
import { BESIDE, type Network, PIECE } from './network';
import { putParts, reserve } from './parts';

/**
 * Writes down what the tokens from `from` to `to` give, and those beside them, which a window sees too: outside the
 * sentence nothing stands, and gives nothing.
 */
function laid(net: Network, features: readonly Feature[], from: number, to: number): void {
  const { heap, at } = net;
  reserve(net, PIECE + 2 * BESIDE);
  let next = at.lists;
  let start = at.starts >> 2;
  for (let t = from - BESIDE; t < to + BESIDE; t += 1) {
    heap.ints[start++] = next;
    const feature = features[t];
    if (feature) next = putParts(net, feature, next);
  }
  heap.ints[start] = next;
}

/** Where the row of starts begins for windows of this width, of which the first token is the middle one. */
const first = (net: Network, width: number): number => net.at.starts + (BESIDE - (width >> 1)) * 4;

/**
 * Slides the filters over a sentence: each one's strongest answer, not below 0, then stands in the network's heap, and what they
 * make together. Gives the numbers of those above 0 as the beginning and end of their list. All of it holds until the next sentence.
 */
export function pool(net: Network, features: readonly Feature[]): { list: number; end: number } {
  const { heap, at, row, stride } = net;
  const { windows } = net.data;
  const pooled = windows.length * row.filters;
  heap.floats.fill(0, at.values >> 2, (at.values >> 2) + pooled);
  for (let from = 0; from < features.length; from += PIECE) {
    const to = Math.min(features.length, from + PIECE);
    laid(net, features, from, to);
    let place = 0;
    windows.forEach((width, w) => {
      heap.sums.slide(first(net, width), to - from, width, place, stride, at.bias + w * stride, at.values + w * stride);
      place += width * stride;
    });
  }
  const list = at.loud;
  let end = heap.louder(at.values, 0, pooled, list);
  if (row.hidden > 0) {
    const units = at.values + pooled * 4;
    heap.sums.weigh(units, at.mixBias, list, end, at.values, at.mix, row.hidden * 4);
    end = heap.louder(at.values, pooled, pooled + row.hidden, end);
  }
  return { list, end };
}

/** Where filters' strongest answers stood: the middle tokens of their windows, the first that gave as much. */
export function placesOf(net: Network, features: readonly Feature[], filters: readonly number[]): number[] {
  const { heap, at, row, stride } = net;
  const { windows } = net.data;
  const { fround } = Math;
  const places = filters.map(() => 0);
  const best = filters.map(() => Number.NEGATIVE_INFINITY);
  for (let from = 0; from < features.length; from += PIECE) {
    const to = Math.min(features.length, from + PIECE);
    laid(net, features, from, to);
    filters.forEach((filter, k) => {
      const w = Math.floor(filter / row.filters);
      const width = windows[w] as number;
      const place = windows.slice(0, w).reduce((sum, other) => sum + other, 0) * stride + (filter % row.filters) * 4;
      for (let t = from; t < to; t += 1) {
        const starts = (first(net, width) >> 2) + t - from;
        let answer = heap.floats[(at.bias >> 2) + filter] as number;
        for (let o = 0; o < width; o += 1)
          for (let part = heap.ints[starts + o]! >> 2; part < heap.ints[starts + o + 1]! >> 2; part += 1)
            answer = fround(answer + heap.floats[(heap.ints[part]! + place + o * stride) >> 2]!);
        if (answer > best[k]!) {
          best[k] = answer;
          places[k] = t;
        }
      }
    });
  }
  return places;
}

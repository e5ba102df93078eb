/** The filters at work: they slide over a sentence, and each keeps its strongest answer. */
import type { Feature } from './features';
import { BESIDE, type Network, PIECE } from './network';
import { putParts, reserve } from './parts';
import type { Stretch } from './stretches';

/**
 * Writes down what the tokens from `from` to `to` give, and those beside them, which a window sees too: outside the
 * sentence nothing stands, and gives nothing.
 */
function lay(net: Network, features: readonly Feature[], from: number, to: number): void {
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

/** Slides all windows over `count` tokens of the piece that is laid, from its token `from` on. */
function slide({ heap, at, stride, data: { windows } }: Network, from: number, count: number): void {
  let place = 0;
  windows.forEach((width, w) => {
    const first = at.starts + (from + BESIDE - (width >> 1)) * 4;
    heap.sums.slide(first, count, width, place, stride, at.bias + w * stride, at.values + w * stride);
    place += width * stride;
  });
}

/** Slides over a sentence piece by piece: `work` gets the first token of a piece and how many it has. */
function inPieces(net: Network, features: readonly Feature[], work: (from: number, count: number) => void): void {
  for (let from = 0; from < features.length; from += PIECE) {
    const count = Math.min(features.length - from, PIECE);
    lay(net, features, from, from + count);
    work(from, count);
  }
}

/** How many values are filters' answers. */
export const pooled = ({ data, row }: Network): number => data.windows.length * row.filters;

function silence(net: Network): void {
  const from = net.at.values >> 2;
  net.heap.floats.fill(0, from, from + pooled(net));
}

/**
 * Slides the filters over a sentence: each one's strongest answer, not below 0, then stands in the network's heap, and what they
 * make together. Gives the end of the list (from `at.loud`) of those above 0. All of it holds until the next sentence.
 */
export function pool(net: Network, features: readonly Feature[]): number {
  silence(net);
  inPieces(net, features, (_, count) => slide(net, 0, count));
  return combine(net);
}

/** What the filters' answers that stand in the heap make together; as pool gives it. */
function combine(net: Network): number {
  const { heap, at, row } = net;
  const units = pooled(net);
  const end = heap.sums.louder(at.values, 0, units, at.loud);
  if (row.hidden === 0) return end;
  heap.sums.weigh(at.values + units * 4, at.mixBias, at.loud, end, at.values, at.mix, row.hidden * 4);
  return heap.sums.louder(at.values, units, units + row.hidden, end);
}

/** The filters' strongest answers in each of a sentence's stretches, not below 0: a row of as many numbers as there are filters each. */
export function answersIn(net: Network, features: readonly Feature[], stretches: readonly Stretch[]): Float32Array[] {
  const { heap, at } = net;
  const out = stretches.map(() => new Float32Array(pooled(net)));
  inPieces(net, features, (from, count) =>
    stretches.forEach(({ start, end }, i) => {
      const first = Math.max(start, from);
      const length = Math.min(end, from + count) - first;
      if (length <= 0) return;
      silence(net);
      slide(net, first - from, length);
      raise(out[i] as Float32Array, heap.floats.subarray(at.values >> 2));
    }),
  );
  return out;
}

/** The same as pool, of some stretches of a sentence: `answers` as answersIn gives them. */
export function poolOf(net: Network, answers: readonly Float32Array[]): number {
  const loudest = net.heap.floats.subarray(net.at.values >> 2);
  silence(net);
  for (const row of answers) raise(loudest, row);
  return combine(net);
}

/** Raises each number to what stands at its place in the other row, as long as the shorter one is. */
function raise(row: Float32Array, other: Float32Array): void {
  const length = Math.min(row.length, other.length);
  for (let i = 0; i < length; i += 1) if (other[i]! > row[i]!) row[i] = other[i]!;
}

/** Where filters' strongest answers above 0 stood: the middle tokens of their windows, the first that gave as much. */
export function placesOf(net: Network, features: readonly Feature[], filters: readonly number[]): number[] {
  const { heap, at } = net;
  const best = filters.map(() => ({ place: 0, answer: 0 }));
  inPieces(net, features, (from, count) => {
    for (let t = 0; t < count; t += 1) {
      silence(net);
      slide(net, t, 1);
      best.forEach((known, k) => {
        const answer = heap.floats[(at.values >> 2) + filters[k]!]!;
        if (answer > known.answer) best[k] = { place: from + t, answer };
      });
    }
  });
  return best.map(({ place }) => place);
}

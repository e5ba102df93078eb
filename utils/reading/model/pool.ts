/** The filters at work: they slide over a sentence, and each keeps its strongest answer. */
import type { Feature } from './features';
import { BESIDE, type Network, PIECE } from './network';
import { putParts, reserve } from './parts';

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
  const { heap, at, row } = net;
  silence(net);
  inPieces(net, features, (_, count) => slide(net, 0, count));
  const units = pooled(net);
  const end = heap.sums.louder(at.values, 0, units, at.loud);
  if (row.hidden === 0) return end;
  heap.sums.weigh(at.values + units * 4, at.mixBias, at.loud, end, at.values, at.mix, row.hidden * 4);
  return heap.sums.louder(at.values, units, units + row.hidden, end);
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

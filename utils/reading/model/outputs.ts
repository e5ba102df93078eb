/** What the answers of a sentence say of each output, and which words said it. */
import type { Feature } from './features';
import type { Network } from './network';
import { placesOf, pool, pooled, poolOf } from './pool';

/** Scores a sentence: from the number given on, the scores (log-odds) of all outputs, without cues, stand in the network's heap. */
export const score = (net: Network, features: readonly Feature[]): number => judge(net, pool(net, features));

/** The same of some stretches of a sentence, by the filters' answers in them. */
export const scoreOf = (net: Network, answers: readonly Float32Array[]): number => judge(net, poolOf(net, answers));

/** Scores by the values that stand in the heap and the list, up to `end`, of those above 0. */
function judge({ heap, at, row }: Network, end: number): number {
  heap.sums.weigh(at.scores, at.outBias, at.loud, end, at.values, at.out, row.outputs * 4);
  return at.scores >> 2;
}

/** The same as numbers that stay. */
export function scores(net: Network, features: readonly Feature[]): Float64Array {
  const out = new Float64Array(net.data.propositions.length * 3);
  const from = score(net, features);
  const { floats } = net.heap;
  for (let c = 0; c < out.length; c += 1) out[c] = floats[from + c]!;
  return out;
}

/** The filters that speak for an output, and how much each does, by itself and through the units that combine. */
function speaking(net: Network, features: readonly Feature[], output: number): { filter: number; share: number }[] {
  const { at, row } = net;
  const end = pool(net, features) >> 2;
  const { floats, ints } = net.heap;
  const first = pooled(net);
  const direct = (v: number): number => floats[(at.out >> 2) + v * row.outputs + output]!;
  const filters: number[] = [];
  const units: { place: number; weight: number }[] = [];
  for (let i = at.loud >> 2; i < end; i += 1) {
    const v = ints[i]!;
    if (v < first) filters.push(v);
    else units.push({ place: (at.mix >> 2) + v - first, weight: direct(v) });
  }
  return filters
    .map((filter) => {
      let weight = direct(filter);
      for (const unit of units) weight += unit.weight * floats[unit.place + filter * row.hidden]!;
      return { filter, share: weight * floats[(at.values >> 2) + filter]! };
    })
    .filter(({ share }) => share > 0);
}

/** How much each token speaks for an output: the filters' shares, laid on the tokens in their windows. */
export function shares(net: Network, features: readonly Feature[], output: number): Float32Array {
  const out = new Float32Array(features.length);
  const loud = speaking(net, features, output);
  const filters = loud.map(({ filter }) => filter);
  placesOf(net, features, filters).forEach((middle, k) => {
    const window = net.data.windows[Math.floor(filters[k]! / net.row.filters)]!;
    const half = window >> 1;
    for (let t = Math.max(0, middle - half); t <= Math.min(out.length - 1, middle + half); t += 1)
      out[t] = out[t]! + loud[k]!.share / window;
  });
  return out;
}

/** What the answers of a sentence say of each output, and which words said it. */
import type { Feature } from './features';
import type { Network } from './network';
import { placesOf, pool, pooled } from './pool';

/** Scores (log-odds) of all outputs, without cues. */
export function scores(net: Network, features: readonly Feature[]): Float64Array {
  const { heap, at, row } = net;
  const end = pool(net, features);
  heap.sums.weigh(at.scores, at.outBias, at.loud, end, at.values, at.out, row.outputs * 4);
  const from = at.scores >> 2;
  return new Float64Array(heap.floats.subarray(from, from + net.data.propositions.length * 3));
}

/** The filters that speak for an output, and how much each does, by itself and through the units that combine. */
function speaking(net: Network, features: readonly Feature[], output: number): { filter: number; share: number }[] {
  const { heap, at, row } = net;
  const loud = [...heap.ints.subarray(at.loud >> 2, pool(net, features) >> 2)];
  const { floats } = heap;
  const first = pooled(net);
  const direct = (v: number): number => floats[(at.out >> 2) + v * row.outputs + output]!;
  return loud
    .filter((v) => v < first)
    .map((filter) => {
      let weight = direct(filter);
      for (const unit of loud)
        if (unit >= first) weight += direct(unit) * floats[(at.mix >> 2) + filter * row.hidden + unit - first]!;
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

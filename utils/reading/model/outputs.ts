/** What the answers of a sentence say of each output, and which words said it. */
import type { Feature } from './features';
import type { Network } from './network';
import { placesOf, pool } from './pool';

/** Scores (log-odds) of all outputs, without cues. */
export function scores(net: Network, features: readonly Feature[]): Float64Array {
  const { heap, at, row } = net;
  const { list, end } = pool(net, features);
  heap.sums.weigh(at.scores, at.outBias, list, end, at.values, at.out, row.outputs * 4);
  const from = at.scores >> 2;
  return new Float64Array(heap.floats.subarray(from, from + net.data.propositions.length * 3));
}

/** For each filter that answers its number and what its answer adds to an output, by itself and through the units that combine. */
function speaking(net: Network, features: readonly Feature[], output: number): { filter: number; share: number }[] {
  const { heap, at, row } = net;
  const { list, end } = pool(net, features);
  const loud = heap.ints.subarray(list >> 2, end >> 2);
  const { floats } = heap;
  const pooled = net.data.windows.length * row.filters;
  const filters = loud.filter((v) => v < pooled);
  const units = loud.filter((v) => v >= pooled);
  const direct = (v: number): number => floats[(at.out >> 2) + v * row.outputs + output] as number;
  return [...filters].map((filter) => {
    let weight = direct(filter);
    for (const unit of units)
      weight += direct(unit) * (floats[(at.mix >> 2) + filter * row.hidden + unit - pooled] as number);
    return { filter, share: weight * (floats[(at.values >> 2) + filter] as number) };
  });
}

/** How much each token speaks for an output: the filters' shares, laid on the tokens in their windows. */
export function shares(net: Network, features: readonly Feature[], output: number): Float32Array {
  const tokens = features.length;
  const out = new Float32Array(tokens);
  const loud = speaking(net, features, output).filter(({ share }) => share > 0);
  const places = placesOf(
    net,
    features,
    loud.map(({ filter }) => filter),
  );
  loud.forEach(({ filter, share }, k) => {
    const window = net.data.windows[Math.floor(filter / net.row.filters)] as number;
    const half = window >> 1;
    const middle = places[k] as number;
    for (let t = Math.max(0, middle - half); t <= Math.min(tokens - 1, middle + half); t += 1)
      out[t] = (out[t] as number) + share / window;
  });
  return out;
}

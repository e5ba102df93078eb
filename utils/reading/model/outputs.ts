/** What the answers of a sentence say of each output, and which words said it. */
import type { Network } from './network';
import { type Pooled, placeOf } from './pool';
import { addWeighted, weighted } from './sums';

/** Scores (log-odds) of all outputs, without cues. */
export function scores(net: Network, { values, loud }: Pooled): Float64Array {
  const out = Float64Array.from(net.t.outBias);
  addWeighted(out, values, loud, net.out);
  return out;
}

/** The score of one output, the same to the last bit: for those who ask for few. */
export const scoreOf = (net: Network, { values, loud }: Pooled, output: number): number =>
  weighted(net.t.outBias[output] as number, values, loud, net.t.out, output * values.length);

/** What each filter's answer adds to an output, by itself and through the units that combine. */
function weightsOf(net: Network, values: Float64Array, pooled: number, output: number): Float64Array {
  const { mix, out } = net.t;
  const from = output * values.length;
  const weights = Float64Array.from(out.subarray(from, from + pooled));
  for (let h = 0; pooled + h < values.length; h += 1) {
    if (values[pooled + h]! <= 0) continue;
    const through = out[from + pooled + h]!;
    for (let f = 0, i = h * pooled; f < pooled; f += 1, i += 1) weights[f] = weights[f]! + mix[i]! * through;
  }
  return weights;
}

/** How much each token speaks for an output: the filters' shares, laid on the tokens in their windows. */
export function shares(net: Network, pooled: Pooled, output: number, tokens: number): Float32Array {
  const { filters, windows } = net.data;
  const out = new Float32Array(tokens);
  const weights = weightsOf(net, pooled.values, windows.length * filters, output);
  for (let f = 0; f < weights.length; f += 1) {
    const share = pooled.values[f]! * weights[f]!;
    if (share <= 0) continue;
    const window = windows[Math.floor(f / filters)] as number;
    const half = window >> 1;
    const middle = placeOf(net, pooled, f);
    for (let t = Math.max(0, middle - half); t <= Math.min(tokens - 1, middle + half); t += 1)
      out[t] = (out[t] as number) + share / window;
  }
  return out;
}

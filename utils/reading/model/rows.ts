/** What the tokens of a sentence give to a network's filters. */
import type { Feature } from './features';
import type { Network } from './network';

/** What one word or label gives to every filter at each place of its window: [place over all windows][filter]. */
function projected(
  { data: { width, filters }, t: { kernels } }: Network,
  table: Float32Array,
  row: number,
): Float32Array {
  const out = new Float32Array(kernels.length / width);
  for (let to = 0, from = 0; to < out.length; to += filters)
    for (let w = 0; w < width; w += 1, from += filters)
      addTimes(out, to, table[row * width + w]!, kernels, from, filters);
  return out;
}

function addTimes(out: Float32Array, to: number, x: number, row: Float32Array, from: number, length: number): void {
  for (let f = 0; f < length; f += 1) out[to + f] = out[to + f]! + x * row[from + f]!;
}

function add(out: Float32Array, part: Float32Array): void {
  for (let i = 0; i < out.length; i += 1) out[i] = out[i]! + part[i]!;
}

/** What a token gives: the sum of what its word and its labels give. */
function rowOf(net: Network, { word, labels }: Feature): Float32Array {
  const out = new Float32Array(net.t.kernels.length / net.data.width);
  const put = (name: string, table: Float32Array, row: number | undefined): void => {
    if (row !== undefined)
      add(
        out,
        net.parts.get(name, () => projected(net, table, row)),
      );
  };
  if (word !== null) put(` ${word}`, net.t.words, net.words.get(word));
  for (const label of labels) put(label, net.t.labels, net.labels.get(label));
  return out;
}

/** What tokens of these features have in common. */
function nameOf(feature: Feature): string {
  feature.name ??= `${feature.word ?? ''} ${feature.labels.join(' ')}`;
  return feature.name;
}

/** For each token what it gives to every filter at each place of its window. */
export const rowsOf = (net: Network, features: readonly Feature[]): Float32Array[] =>
  features.map((feature) => net.rows.get(nameOf(feature), () => rowOf(net, feature)));

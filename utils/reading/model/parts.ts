/** What words and labels give to a network's filters: multiplied when first met, and kept. */
import type { Feature } from './features';
import type { Network } from './network';

/** Vectors kept ready, of about 3.5 kB each: more than two pages of 10,000 words have. */
const MOST = 6000;

/** The address of what one word or label gives: a row of filters for each place of each window. */
function made(net: Network, vector: number): number {
  const { heap, at, stride, places } = net;
  const { width } = net.data;
  const part = at.parts + net.kept * places * stride;
  heap.reach(part + places * stride);
  net.kept += 1;
  heap.floats.set(net.vectors.subarray(vector * width, (vector + 1) * width), at.vector >> 2);
  for (let p = 0; p < places; p += 1)
    heap.sums.weigh(
      part + p * stride,
      at.none,
      at.count,
      at.count + width * 4,
      at.vector,
      at.kernels + p * width * stride,
      stride,
    );
  return part;
}

/** Makes room for so many tokens' new words: where too many are kept, all are forgotten. Their addresses hold until then. */
export function reserve(net: Network, tokens: number): void {
  if (net.kept + tokens + net.labels.size <= MOST) return;
  net.parts.fill(0);
  net.kept = 0;
}

/** The vector of a token's word. */
function wordOf({ words }: Network, { word, form }: Feature): number | undefined {
  if (word === null || !form) return word === null ? undefined : words.get(word);
  if (form.vector?.among !== words) form.vector = { among: words, number: words.get(word) };
  return form.vector.number;
}

/** The vectors of a token's word and labels. */
function vectorsOf(net: Network, feature: Feature): number[] {
  const { known, labels } = feature;
  if (known?.by === net.words) return known.vectors;
  const vectors: number[] = [];
  const own = wordOf(net, feature);
  if (own !== undefined) vectors.push(own);
  for (const label of labels) {
    const vector = net.labels.get(label);
    if (vector !== undefined) vectors.push(vector);
  }
  feature.known = { by: net.words, vectors };
  return vectors;
}

/** Writes the addresses of what a token's word and labels give from `to` on, and gives where they end. */
export function putParts(net: Network, feature: Feature, to: number): number {
  const { parts, heap } = net;
  let next = to >> 2;
  for (const vector of vectorsOf(net, feature)) {
    parts[vector] ||= made(net, vector);
    heap.ints[next++] = parts[vector] as number;
  }
  return next << 2;
}

/** The network at work: features of a sentence → a score for each proposition and stance, and the words behind it. */
import { decodeTensor, type ModelData } from './data';
import type { Feature } from './features';

export interface Network {
  data: ModelData;
  words: Map<string, number>;
  labels: Map<string, number>;
  /** Decoded tensors, as in ModelData. */
  t: Record<keyof ModelData['tensors'], Float32Array>;
  /** `t.out` once more in double precision: the hottest loop then converts nothing. */
  out: Float64Array;
  /** What a token gives to every filter at every place of its window; by the token's features. */
  memo: Map<string, Float32Array>;
}

/** Tokens kept ready: about 2 kB each. */
const MOST = 6000;

/** Makes a model ready. Throws RangeError when its tensors do not fit its shape. */
export function loadNetwork(data: ModelData): Network {
  const none = new Float32Array(0);
  const t = {
    mix: none,
    mixBias: none,
    ...Object.fromEntries(Object.entries(data.tensors).map(([name, tensor]) => [name, decodeTensor(tensor)])),
  } as Network['t'];
  const words = data.words === '' ? [] : data.words.split(' ');
  const { width, filters, hidden = 0, windows } = data;
  const outputs = data.propositions.length * 3;
  const pooled = windows.length * filters;
  const places = windows.reduce((sum, k) => sum + k, 0);
  const expected: Record<keyof Network['t'], number> = {
    words: words.length * width,
    labels: data.labels.length * width,
    kernels: places * width * filters,
    kernelBias: pooled,
    mix: hidden * pooled,
    mixBias: hidden,
    out: outputs * (pooled + hidden),
    outBias: outputs,
    cues: outputs * 3,
  };
  for (const name of Object.keys(expected) as (keyof Network['t'])[])
    if (t[name]?.length !== expected[name]) throw new RangeError(`model: "${name}" has the wrong size`);
  return {
    data,
    words: new Map(words.map((word, i) => [word, i])),
    labels: new Map(data.labels.map((label, i) => [label, i])),
    t,
    out: Float64Array.from(t.out),
    memo: new Map(),
  };
}

function vectorOf(net: Network, { word, labels }: Feature): Float32Array {
  const { width } = net.data;
  const out = new Float32Array(width);
  const add = (table: Float32Array, row: number | undefined): void => {
    if (row !== undefined)
      for (let i = 0; i < width; i += 1) out[i] = (out[i] as number) + (table[row * width + i] as number);
  };
  if (word !== null) add(net.t.words, net.words.get(word));
  for (const label of labels) add(net.t.labels, net.labels.get(label));
  return out;
}

/** A token's share in every filter, at each place of its window: [place over all windows][filter]. */
function projected(net: Network, feature: Feature): Float32Array {
  const key = `${feature.word ?? ''} ${feature.labels.join(' ')}`;
  const known = net.memo.get(key);
  if (known) return known;
  const { width, filters, windows } = net.data;
  const places = windows.reduce((sum, k) => sum + k, 0);
  const vector = vectorOf(net, feature);
  const { kernels } = net.t;
  const out = new Float32Array(places * filters);
  for (let place = 0; place < places; place += 1)
    for (let i = 0; i < width; i += 1) {
      const x = vector[i] as number;
      if (x === 0) continue;
      const from = (place * width + i) * filters;
      const to = place * filters;
      for (let f = 0; f < filters; f += 1) out[to + f] = (out[to + f] as number) + x * (kernels[from + f] as number);
    }
  if (net.memo.size >= MOST) net.memo.clear();
  net.memo.set(key, out);
  return out;
}

export interface Pooled {
  /** Strongest answer of each filter, not below 0; behind them the units that combine them. */
  values: Float64Array;
  /** Where it stood: the middle token of its window. */
  at: Int32Array;
}

/** Slides the filters over a sentence and keeps each one's strongest answer. */
export function pool(net: Network, features: readonly Feature[]): Pooled {
  const { filters, hidden = 0, windows } = net.data;
  const rows = features.map((feature) => projected(net, feature));
  const values = new Float64Array(windows.length * filters + hidden);
  const at = new Int32Array(windows.length * filters);
  const sum = new Float32Array(filters);
  let first = 0;
  windows.forEach((window, w) => {
    const half = window >> 1;
    const bias = net.t.kernelBias.subarray(w * filters, (w + 1) * filters);
    for (let t = 0; t < rows.length; t += 1) {
      sum.set(bias);
      for (let o = Math.max(0, half - t); o < window && t + o - half < rows.length; o += 1)
        addRow(sum, rows[t + o - half] as Float32Array, (first + o) * filters);
      keepStrongest(sum, values, at, w * filters, t);
    }
    first += window;
  });
  combine(net, values);
  return { values, at };
}

/** Fills in the units behind the filters' answers. */
function combine(net: Network, values: Float64Array): void {
  const { mix, mixBias } = net.t;
  const pooled = values.length - mixBias.length;
  for (let h = 0; h < mixBias.length; h += 1) {
    let sum = mixBias[h]!;
    for (let f = 0, i = h * pooled; f < pooled; f += 1, i += 1) sum += values[f]! * mix[i]!;
    values[pooled + h] = Math.max(0, sum);
  }
}

/** Small and monomorphic, since they are where the time goes. */
function addRow(sum: Float32Array, row: Float32Array, from: number): void {
  for (let f = 0, i = from; f < sum.length; f += 1, i += 1) sum[f]! += row[i]!;
}

function keepStrongest(sum: Float32Array, values: Float64Array, at: Int32Array, from: number, t: number): void {
  for (let f = 0, i = from; f < sum.length; f += 1, i += 1) {
    const answer = sum[f]!;
    if (answer > values[i]!) {
      values[i] = answer;
      at[i] = t;
    }
  }
}

/** Score (log-odds) of one output, without cues. Four sums side by side: one would wait for itself at every step. */
export function scoreAt(net: Network, { values }: Pooled, output: number): number {
  const { out } = net;
  const { length } = values;
  let i = output * length;
  let a = net.t.outBias[output]!;
  let b = 0;
  let c = 0;
  let d = 0;
  let f = 0;
  for (; f + 3 < length; f += 4, i += 4) {
    a += values[f]! * out[i]!;
    b += values[f + 1]! * out[i + 1]!;
    c += values[f + 2]! * out[i + 2]!;
    d += values[f + 3]! * out[i + 3]!;
  }
  for (; f < length; f += 1, i += 1) a += values[f]! * out[i]!;
  return a + b + c + d;
}

/** Scores (log-odds) of all outputs, without cues. */
export function scores(net: Network, pooled: Pooled): Float32Array {
  const out = new Float32Array(net.t.outBias.length);
  for (let c = 0; c < out.length; c += 1) out[c] = scoreAt(net, pooled, c);
  return out;
}

/** How much each token speaks for an output: the filters' shares, laid on the tokens in their windows. */
export function shares(net: Network, { values, at }: Pooled, output: number, tokens: number): Float32Array {
  const { filters, windows } = net.data;
  const out = new Float32Array(tokens);
  const from = output * values.length;
  const pooled = at.length;
  for (let f = 0; f < pooled; f += 1) {
    let weight = net.t.out[from + f]!;
    for (let h = 0; pooled + h < values.length; h += 1)
      if (values[pooled + h]! > 0) weight += net.t.mix[h * pooled + f]! * net.t.out[from + pooled + h]!;
    const share = values[f]! * weight;
    if (share <= 0) continue;
    const window = windows[Math.floor(f / filters)] as number;
    const half = window >> 1;
    const middle = at[f] as number;
    for (let t = Math.max(0, middle - half); t <= Math.min(tokens - 1, middle + half); t += 1)
      out[t] = (out[t] as number) + share / window;
  }
  return out;
}

/** The network at work: features of a sentence → a score for each proposition and stance, and the words behind it. */
import { decodeTensor, type ModelData } from './data';
import type { Feature } from './features';

export interface Network {
  data: ModelData;
  words: Map<string, number>;
  labels: Map<string, number>;
  /** Decoded tensors, as in ModelData. */
  t: Record<keyof ModelData['tensors'], Float32Array>;
  /** `t.mix` and `t.out` turned round, in double precision: a row for each answer, so that silent ones cost nothing. */
  mix: Float64Array;
  out: Float64Array;
  /** What a token gives to every filter at every place of its window, by the token's features; */
  memo: Map<string, Float32Array>;
  /** and what a word (after a blank) or a label gives. */
  parts: Map<string, Float32Array>;
}

/** Rows kept ready: about 3 kB each; a long page has some thousands. */
const MOST = 8000;

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
    mix: turned(t.mix, hidden),
    out: turned(t.out, outputs),
    memo: new Map(),
    parts: new Map(),
  };
}

/** A matrix of so many rows with its rows as columns. */
function turned(matrix: Float32Array, rows: number): Float64Array {
  const columns = rows === 0 ? 0 : matrix.length / rows;
  const out = new Float64Array(matrix.length);
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) out[c * rows + r] = matrix[r * columns + c] as number;
  return out;
}

/** Keeps a value until there are so many that all are let go. */
function kept<V>(memo: Map<string, V>, most: number, key: string, make: () => V): V {
  const known = memo.get(key);
  if (known) return known;
  const value = make();
  if (memo.size >= most) memo.clear();
  memo.set(key, value);
  return value;
}

/** What one word or label gives to every filter at each place of its window: [place over all windows][filter]. */
function projected(net: Network, table: Float32Array, row: number): Float32Array {
  const { width, filters } = net.data;
  const { kernels } = net.t;
  const out = new Float32Array(kernels.length / width);
  for (let cell = 0; cell < kernels.length / filters; cell += 1) {
    const x = table[row * width + (cell % width)]!;
    const from = cell * filters;
    const to = Math.floor(cell / width) * filters;
    for (let f = 0; f < filters; f += 1) out[to + f] = out[to + f]! + x * kernels[from + f]!;
  }
  return out;
}

/** What a token gives: the sum of what its word and its labels give. */
function shareOf(net: Network, { word, labels }: Feature): Float32Array {
  return kept(net.memo, MOST, `${word ?? ''} ${labels.join(' ')}`, () => {
    const out = new Float32Array(net.t.kernels.length / net.data.width);
    const add = (name: string, table: Float32Array, row: number | undefined): void => {
      if (row === undefined) return;
      const part = kept(net.parts, MOST, name, () => projected(net, table, row));
      for (let i = 0; i < out.length; i += 1) out[i] = out[i]! + part[i]!;
    };
    if (word !== null) add(` ${word}`, net.t.words, net.words.get(word));
    for (const label of labels) add(label, net.t.labels, net.labels.get(label));
    return out;
  });
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
  const rows = features.map((feature) => shareOf(net, feature));
  const values = new Float64Array(windows.length * filters + hidden);
  const at = new Int32Array(windows.length * filters);
  const sum = new Float64Array(filters);
  let first = 0;
  windows.forEach((window, w) => {
    const half = window >> 1;
    for (let t = 0; t < rows.length; t += 1) {
      for (let f = 0; f < filters; f += 1) sum[f] = net.t.kernelBias[w * filters + f]!;
      let o = Math.max(0, half - t);
      const end = Math.min(window, rows.length + half - t);
      const row = t - half;
      for (; o + 1 < end; o += 2) addRows(sum, rows[row + o]!, rows[row + o + 1]!, (first + o) * filters);
      if (o < end) addRow(sum, rows[row + o]!, (first + o) * filters);
      keepStrongest(sum, values, at, w * filters, t);
    }
    first += window;
  });
  combine(net, values);
  return { values, at };
}

/** Fills in the units behind the filters' answers. */
function combine(net: Network, values: Float64Array): void {
  const { mixBias } = net.t;
  const pooled = values.length - mixBias.length;
  const sums = Float64Array.from(mixBias);
  addWeighted(sums, values, 0, pooled, net.mix);
  for (let h = 0; h < sums.length; h += 1) values[pooled + h] = Math.max(0, sums[h]!);
}

/** Adds to `sums` the rows of those answers that are not silent, each times its answer; two rows at a time. */
function addWeighted(sums: Float64Array, values: Float64Array, from: number, to: number, rows: Float64Array): void {
  const { length } = sums;
  let waiting = -1;
  for (let f = from; f < to; f += 1) {
    if (values[f]! <= 0) continue;
    if (waiting < 0) {
      waiting = f;
      continue;
    }
    const a = values[waiting]!;
    const b = values[f]!;
    for (let c = 0, i = waiting * length, j = f * length; c < length; c += 1, i += 1, j += 1)
      sums[c] = sums[c]! + a * rows[i]! + b * rows[j]!;
    waiting = -1;
  }
  if (waiting >= 0)
    for (let c = 0, i = waiting * length; c < length; c += 1, i += 1) sums[c] = sums[c]! + values[waiting]! * rows[i]!;
}

/** Small and monomorphic, since they are where the time goes; two rows at a time read and write the sum half as often. */
function addRow(sum: Float64Array, row: Float32Array, from: number): void {
  for (let f = 0, i = from; f < sum.length; f += 1, i += 1) sum[f]! += row[i]!;
}

function addRows(sum: Float64Array, a: Float32Array, b: Float32Array, from: number): void {
  const { length } = sum;
  for (let f = 0, i = from, j = from + length; f < length; f += 1, i += 1, j += 1) sum[f] = sum[f]! + a[i]! + b[j]!;
}

function keepStrongest(sum: Float64Array, values: Float64Array, at: Int32Array, from: number, t: number): void {
  for (let f = 0, i = from; f < sum.length; f += 1, i += 1) {
    const answer = sum[f]!;
    if (answer > values[i]!) {
      values[i] = answer;
      at[i] = t;
    }
  }
}

/** Scores (log-odds) of all outputs, without cues. */
export function scores(net: Network, { values }: Pooled): Float64Array {
  const out = Float64Array.from(net.t.outBias);
  addWeighted(out, values, 0, values.length, net.out);
  return out;
}

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
export function shares(net: Network, { values, at }: Pooled, output: number, tokens: number): Float32Array {
  const { filters, windows } = net.data;
  const out = new Float32Array(tokens);
  const weights = weightsOf(net, values, at.length, output);
  for (let f = 0; f < weights.length; f += 1) {
    const share = values[f]! * weights[f]!;
    if (share <= 0) continue;
    const window = windows[Math.floor(f / filters)] as number;
    const half = window >> 1;
    const middle = at[f] as number;
    for (let t = Math.max(0, middle - half); t <= Math.min(tokens - 1, middle + half); t += 1)
      out[t] = (out[t] as number) + share / window;
  }
  return out;
}

/** A model made ready for work: its tensors decoded, and room for what its words and labels were found to give. */
import { decodeTensor, type ModelData } from './data';
import { type Heap, plainHeap, rounded, vectorHeap } from './sums';

/** Tokens over which the filters slide at once; a longer sentence is taken piece by piece. */
export const PIECE = 128;
/** Window widths that a network may have, in tokens. */
const widths: readonly number[] = [1, 3, 5];
/** Tokens that the widest window sees on either side. */
export const BESIDE = 2;

type Tensors = Record<keyof ModelData['tensors'], Float32Array>;

export interface Network {
  data: ModelData;
  /** Rows of `vectors`: words, and behind them labels. */
  words: Map<string, number>;
  labels: Map<string, number>;
  vectors: Float32Array;
  /** The tensor of that name, as in ModelData. */
  cues: Float32Array;
  /** Numbers in a row of filters, of units and of outputs, filled up to whole blocks. */
  row: { filters: number; hidden: number; outputs: number };
  /** Bytes in a row of filters; and how many such rows a token gives, one for each place in each window. */
  stride: number;
  places: number;
  heap: Heap;
  at: Addresses;
  /** Where in the heap what a vector gives is kept; 0 where it is not. */
  parts: Int32Array;
  /** How many are kept. */
  kept: number;
}

/** Where things stand in a network's heap. */
interface Addresses {
  /** Zeros, as many as the longest row. */
  none: number;
  /** 0, 1, 2, … */
  count: number;
  /** One word's vector. */
  vector: number;
  /** [place over all windows][number of the vector], rows of filters. */
  kernels: number;
  /** Rows of filters, one a window. */
  bias: number;
  /** A row of units, or of outputs, for each value. */
  mix: number;
  out: number;
  mixBias: number;
  outBias: number;
  /** Strongest answers, rows of filters one a window; behind them the row of units; numbers of those above 0. */
  values: number;
  loud: number;
  scores: number;
  /** Beginnings of the tokens' lists of parts, and the lists. */
  starts: number;
  lists: number;
  /** Behind all else what words and labels give. */
  parts: number;
}

/** Checks a model's shape and decodes it. Throws RangeError when its tensors do not fit. */
function decoded(data: ModelData, words: number): Tensors {
  const { width, filters, hidden = 0, windows, tensors } = data;
  const none = new Float32Array(0);
  const t = { mix: none, mixBias: none } as Tensors;
  for (const [name, tensor] of Object.entries(tensors)) t[name as keyof Tensors] = decodeTensor(tensor);
  const outputs = data.propositions.length * 3;
  const pooled = windows.length * filters;
  const expected: Record<keyof Tensors, number> = {
    words: words * width,
    labels: data.labels.length * width,
    kernels: windows.reduce((sum, k) => sum + k, 0) * width * filters,
    kernelBias: pooled,
    mix: hidden * pooled,
    mixBias: hidden,
    out: outputs * (pooled + hidden),
    outBias: outputs,
    cues: outputs * 3,
  };
  for (const name of Object.keys(expected) as (keyof Tensors)[])
    if (t[name]?.length !== expected[name]) throw new RangeError(`model: "${name}" has the wrong size`);
  if (!windows.every((width) => widths.includes(width)))
    throw new RangeError(`model: windows of ${windows.join(', ')} tokens; they may be of ${widths.join(', ')}`);
  if (pooled === 0 || outputs === 0) throw new RangeError('model: it has no filters or no propositions');
  return t;
}

/**
 * Makes a model ready. Throws RangeError when its tensors do not fit its shape. `like`: one whose vocabulary it shares, if it
 * has the same words and labels, so that a token is looked up once for both. `heap`: where its sums are taken.
 */
export function loadNetwork(data: ModelData, like?: Network, heap: Heap = vectorHeap() ?? plainHeap()): Network {
  const words = data.words === '' ? [] : data.words.split(' ');
  const t = decoded(data, words.length);
  const { width, filters, hidden = 0, windows, labels } = data;
  const outputs = data.propositions.length * 3;
  const pooled = windows.length * filters;
  const places = windows.reduce((sum, k) => sum + k, 0);
  const row = { filters: rounded(filters), hidden: rounded(hidden), outputs: rounded(outputs) };
  const values = windows.length * row.filters + row.hidden;
  /** Rows laid out in the heap: row r holds every `step`th number from number `first(r)` on. */
  const rows = (
    count: number,
    length: number,
    numbers: Float32Array,
    first = (r: number): number => r * length,
    step = 1,
  ): number => {
    const at = heap.take(count * rounded(length));
    const { floats } = heap;
    for (let r = 0; r < count; r += 1) {
      const from = first(r);
      const to = (at >> 2) + r * rounded(length);
      for (let i = 0; i < length; i += 1) floats[to + i] = numbers[from + i * step] as number;
    }
    return at;
  };
  /** The model's number of a value; some of those that fill up blocks get another's, and are never asked for. */
  const plain = (v: number): number =>
    v < windows.length * row.filters
      ? Math.floor(v / row.filters) * filters + (v % row.filters)
      : v - windows.length * row.filters + pooled;
  const at: Addresses = {
    none: heap.take(Math.max(row.filters, row.hidden, row.outputs)),
    count: heap.take(width),
    vector: heap.take(width),
    kernels: rows(places * width, filters, t.kernels),
    bias: rows(windows.length, filters, t.kernelBias),
    // With their rows as columns: a row for each value, so that silent ones cost nothing.
    mix: rows(values, hidden, t.mix, plain, pooled),
    out: rows(values, outputs, t.out, plain, pooled + hidden),
    mixBias: rows(1, hidden, t.mixBias),
    outBias: rows(1, outputs, t.outBias),
    values: heap.take(values),
    loud: heap.take(values + 1),
    scores: heap.take(outputs),
    starts: heap.take(PIECE + 2 * BESIDE + 1),
    lists: heap.take((PIECE + 2 * BESIDE) * (labels.length + 1)),
    parts: heap.take(0),
  };
  for (let i = 0; i < width; i += 1) heap.ints[(at.count >> 2) + i] = i;
  const vectors = new Float32Array(t.words.length + t.labels.length);
  vectors.set(t.words);
  vectors.set(t.labels, t.words.length);
  const numbered = (names: readonly string[], from: number): Map<string, number> =>
    new Map(names.map((name, i) => [name, from + i]));
  const shared = like?.data.words === data.words && like.data.labels.join(' ') === labels.join(' ') ? like : null;
  return {
    data,
    words: shared?.words ?? numbered(words, 0),
    labels: shared?.labels ?? numbered(labels, words.length),
    vectors,
    cues: t.cues,
    row,
    stride: row.filters * 4,
    places,
    heap,
    at,
    parts: new Int32Array(words.length + labels.length),
    kept: 0,
  };
}

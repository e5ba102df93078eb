/** A model made ready for work: its tensors decoded, and room for what its words and labels were found to give. */
import { decodeTensor, type ModelData } from './data';
import { Memo } from './memo';
import { widths } from './pool';

export interface Network {
  data: ModelData;
  words: Map<string, number>;
  labels: Map<string, number>;
  /** Decoded tensors, as in ModelData. */
  t: Record<keyof ModelData['tensors'], Float32Array>;
  /** `t.mix` and `t.out` turned round: a row for each answer, so that silent ones cost nothing. */
  mix: Float32Array;
  out: Float32Array;
  /** `t.kernels` in double precision, as the sums over them are. */
  kernels: Float64Array;
  /** The row of no token. */
  blank: Float32Array;
  /** What a token gives to every filter at every place of its window, by the token's features; */
  rows: Memo<Float32Array>;
  /** and what a word (after a blank) or a label gives. */
  parts: Memo<Float32Array>;
}

/** Rows kept ready, of about 3 kB each: twice what a page of 10,000 words has. */
const MOST = { rows: 10_000, parts: 5000 };

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
  if (!windows.every((width) => widths.includes(width)))
    throw new RangeError(`model: windows of ${windows.join(', ')} tokens; they may be of ${widths.join(', ')}`);
  return {
    data,
    words: new Map(words.map((word, i) => [word, i])),
    labels: new Map(data.labels.map((label, i) => [label, i])),
    t,
    mix: turned(t.mix, hidden),
    out: turned(t.out, outputs),
    kernels: Float64Array.from(t.kernels),
    blank: new Float32Array(places * filters),
    rows: new Memo(MOST.rows),
    parts: new Memo(MOST.parts),
  };
}

/** A matrix of so many rows with its rows as columns. */
function turned(matrix: Float32Array, rows: number): Float32Array {
  const columns = rows === 0 ? 0 : matrix.length / rows;
  const out = new Float32Array(matrix.length);
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) out[c * rows + r] = matrix[r * columns + c] as number;
  return out;
}

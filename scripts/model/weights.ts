/** The numbers that a network learns, as they start and as they are written. */
import { encodeTensor, type ModelData } from '../../utils/reading/model/data';
import { Parameter } from './adam';
import type { Arena } from './linear';

export interface Shape {
  propositions: string[];
  width: number;
  windows: number[];
  filters: number;
  /** Units that combine the filters' answers; 0 for none. */
  hidden: number;
  words: string[];
  labels: string[];
}

export interface Weights {
  words: Parameter;
  labels: Parameter;
  /** [window, filter, place in it, width]: a filter's numbers side by side. */
  kernels: Parameter;
  kernelBias: Parameter;
  /** [pooled × hidden] */
  mix: Parameter;
  mixBias: Parameter;
  /** [(pooled, hidden) × output] */
  out: Parameter;
  outBias: Parameter;
  /** [output × 3] */
  cues: Parameter;
}

export const outputsOf = ({ propositions }: Shape): number => propositions.length * 3;
export const pooledOf = ({ windows, filters }: Shape): number => windows.length * filters;
const placesOf = ({ windows }: Shape): number => windows.reduce((sum, k) => sum + k, 0);

/** Bytes of an arena that holds the weights, their gradients and what a sentence needs. */
export function bytesOf(shape: Shape): number {
  const { width, filters, hidden, words, labels } = shape;
  const numbers =
    (words.length + labels.length) * width +
    2 * placesOf(shape) * width * filters +
    (pooledOf(shape) + outputsOf(shape)) * (hidden + 1) +
    pooledOf(shape) * outputsOf(shape);
  return numbers * 8 + 4_000_000;
}

/** Weights before the first lesson; `vectors` are the words' [word × width]. */
export function startingWeights(arena: Arena, shape: Shape, vectors: Float32Array, random: () => number): Weights {
  const { width, windows, filters, hidden, labels } = shape;
  const outputs = outputsOf(shape);
  const pooled = pooledOf(shape);
  const normal = (n: number, spread: number): Float32Array =>
    Float32Array.from({ length: n }, () => (random() + random() + random() - 1.5) * 2 * spread);
  const kernels = windows.flatMap((window) => [...normal(window * width * filters, 1 / Math.sqrt(3 * window * width))]);
  const cues = Float32Array.from({ length: outputs * 3 }, (_, i) => [2, -0.5, -1][i % 3] as number);
  const parameter = (start: Float32Array, row: number, decay: number): Parameter =>
    new Parameter(arena, start, row, decay);
  return {
    words: parameter(vectors, width, 0.002),
    labels: parameter(normal(labels.length * width, 0.4), width, 0.002),
    kernels: parameter(Float32Array.from(kernels), 0, 0.002),
    kernelBias: parameter(new Float32Array(pooled), 0, 0),
    mix: parameter(normal(pooled * hidden, 1 / Math.sqrt(pooled)), 0, 0.01),
    mixBias: parameter(new Float32Array(hidden), 0, 0),
    out: parameter(normal((pooled + hidden) * outputs, 1 / Math.sqrt(3 * (pooled + hidden))), 0, 0.01),
    outBias: parameter(new Float32Array(outputs).fill(-4), 0, 0),
    cues: parameter(cues, 0, 0),
  };
}

/** Rows as columns. */
export function turned(matrix: Float32Array, rows: number): Float32Array {
  const columns = rows === 0 ? 0 : matrix.length / rows;
  const out = new Float32Array(matrix.length);
  for (let r = 0; r < rows; r += 1)
    for (let c = 0; c < columns; c += 1) out[c * rows + r] = matrix[r * columns + c] as number;
  return out;
}

/** Kernels as the network slides them: [window, place in it, width, filter]. */
export function slidingKernels({ windows, width, filters }: Shape, kernels: Float32Array): Float32Array {
  const out = new Float32Array(kernels.length);
  let from = 0;
  for (const window of windows) {
    const size = window * width * filters;
    out.set(turned(kernels.subarray(from, from + size), filters), from);
    from += size;
  }
  return out;
}

/** The weights as a pack holds them (utils/reading/model/data.ts). */
export function tensorsOf(shape: Shape, weights: Weights): ModelData['tensors'] {
  return {
    words: encodeTensor(weights.words.values, 8),
    labels: encodeTensor(weights.labels.values, 8),
    kernels: encodeTensor(slidingKernels(shape, weights.kernels.values), 8),
    kernelBias: encodeTensor(weights.kernelBias.values, 16),
    mix: encodeTensor(turned(weights.mix.values, pooledOf(shape)), 8),
    mixBias: encodeTensor(weights.mixBias.values, 16),
    out: encodeTensor(turned(weights.out.values, pooledOf(shape) + shape.hidden), 8),
    outBias: encodeTensor(weights.outBias.values, 16),
    cues: encodeTensor(weights.cues.values, 16),
  };
}

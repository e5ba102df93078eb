/**
 * A reading model as it stands in a pack: a small convolutional network over words, classes and negation scopes, trained
 * from labelled sentences by `npm run model` (docs/decisions/0060). Numbers are quantised and written as base64.
 */

/** Row-major numbers: 8-bit or 16-bit integers times `scale`. */
export interface Tensor {
  bits: 8 | 16;
  scale: number;
  base64: string;
}

export interface ModelData {
  formatVersion: 1;
  /** The propositions it reads; outputs stand in this order, three stances each: affirms, denies, hedges. */
  propositions: string[];
  /** Numbers of a token's vector. */
  width: number;
  /** Filters see so many tokens side by side. */
  windows: number[];
  /** Filters of each window. */
  filters: number;
  /** Units that combine the filters' answers; none in models made before there were any. */
  hidden?: number;
  /** Vocabulary, words parted by a blank. */
  words: string;
  labels: string[];
  /** Score (log-odds) above which a stance is taken, by output; and where a cue says the same. */
  thresholds: number[];
  withCue: number[];
  /** Where a cue as sure as one can be says the same; as `withCue` in models without. */
  withSureCue?: number[];
  /**
   * `words` [vocabulary × width], `labels` [labels × width], `kernels` [window, place in it, width, filter],
   * `kernelBias` [window, filter], `mix` [hidden × pooled], `mixBias` [hidden], `out` [output × (pooled, hidden)],
   * `outBias` [output], `cues` [output × 3: a cue of this stance, of another stance, one that silences].
   */
  tensors: Record<TensorName, Tensor> & { mix?: Tensor; mixBias?: Tensor };
}

type TensorName = 'words' | 'labels' | 'kernels' | 'kernelBias' | 'out' | 'outBias' | 'cues';

/** Decodes a tensor into floats. */
export function decodeTensor({ bits, scale, base64 }: Tensor): Float32Array {
  const raw = atob(base64);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  const whole = bits === 8 ? new Int8Array(bytes.buffer) : new Int16Array(bytes.buffer);
  const out = new Float32Array(whole.length);
  for (let i = 0; i < whole.length; i += 1) out[i] = (whole[i] as number) * scale;
  return out;
}

/** Quantises floats to `bits`; the largest magnitude keeps its value. */
export function encodeTensor(values: Float32Array, bits: 8 | 16): Tensor {
  const most = bits === 8 ? 127 : 32767;
  let peak = 0;
  for (const value of values) peak = Math.max(peak, Math.abs(value));
  const scale = Number((peak / most || 1).toPrecision(6));
  const whole = bits === 8 ? new Int8Array(values.length) : new Int16Array(values.length);
  values.forEach((value, i) => {
    whole[i] = Math.max(-most, Math.min(most, Math.round(value / scale)));
  });
  const bytes = new Uint8Array(whole.buffer);
  let raw = '';
  for (let i = 0; i < bytes.length; i += 8192) raw += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return { bits, scale, base64: btoa(raw) };
}

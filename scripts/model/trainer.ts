/** The network of utils/reading/model, with its way back: parameters, one sentence forward and backward. */
import type { Feature } from '../../utils/reading/model/features';
import { Parameter } from './adam';
import { randomOf } from './random';

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

/** Share of numbers, words and labels that are blotted out while learning, so that nothing is learnt by heart. */
const DROP = { pooled: 0.25, hidden: 0.25, input: 0.05, word: 0.06, label: 0.1 };

/** An error of an output so slight teaches nothing worth its time; most are. */
const SLIGHT = 3e-4;

export interface Encoded {
  words: Int32Array;
  labels: Int32Array[];
}

export class Trainer {
  readonly words: Parameter;
  readonly labels: Parameter;
  readonly kernels: Parameter;
  readonly kernelBias: Parameter;
  readonly mix: Parameter;
  readonly mixBias: Parameter;
  readonly out: Parameter;
  readonly outBias: Parameter;
  readonly cues: Parameter;
  readonly outputs: number;
  readonly pooled: number;
  private readonly random: () => number;
  /** The kernels in double precision: the hottest loop then converts nothing. */
  private readonly filters64: Float64Array;
  private readonly wordIds: Map<string, number>;
  private readonly labelIds: Map<string, number>;

  constructor(
    readonly shape: Shape,
    vectors: Float32Array,
    seed: number,
  ) {
    const { width, windows, filters, labels } = shape;
    this.random = randomOf(seed);
    this.outputs = shape.propositions.length * 3;
    this.pooled = windows.length * filters;
    const places = windows.reduce((sum, k) => sum + k, 0);
    const normal = (n: number, spread: number): Float32Array =>
      Float32Array.from({ length: n }, () => (this.random() + this.random() + this.random() - 1.5) * 2 * spread);
    this.words = new Parameter(vectors, width, 0.002);
    this.labels = new Parameter(normal(labels.length * width, 0.4), width, 0.002);
    const kernels = new Float32Array(places * width * filters);
    let first = 0;
    for (const window of windows) {
      const size = window * width * filters;
      kernels.set(normal(size, 1 / Math.sqrt(3 * window * width)), first * width * filters);
      first += window;
    }
    this.kernels = new Parameter(kernels, 0, 0.002);
    this.filters64 = Float64Array.from(kernels);
    this.kernelBias = new Parameter(new Float32Array(this.pooled), 0, 0);
    const { hidden } = shape;
    this.mix = new Parameter(normal(hidden * this.pooled, 1 / Math.sqrt(this.pooled)), 0, 0.01);
    this.mixBias = new Parameter(new Float32Array(hidden), 0, 0);
    const all = this.pooled + hidden;
    this.out = new Parameter(normal(this.outputs * all, 1 / Math.sqrt(3 * all)), 0, 0.01);
    this.outBias = new Parameter(new Float32Array(this.outputs).fill(-4), 0, 0);
    const cues = new Float32Array(this.outputs * 3);
    for (let c = 0; c < this.outputs; c += 1) cues.set([2, -0.5, -1], c * 3);
    this.cues = new Parameter(cues, 0, 0);
    this.wordIds = new Map(shape.words.map((word, i) => [word, i]));
    this.labelIds = new Map(labels.map((label, i) => [label, i]));
  }

  get parameters(): Parameter[] {
    return [
      this.words,
      this.labels,
      this.kernels,
      this.kernelBias,
      this.mix,
      this.mixBias,
      this.out,
      this.outBias,
      this.cues,
    ];
  }

  /** Features as numbers of rows; unknown words are -1, unknown labels are left out. */
  encode(features: readonly Feature[]): Encoded {
    return {
      words: Int32Array.from(features, (f) => (f.word === null ? -1 : (this.wordIds.get(f.word) ?? -1))),
      labels: features.map((f) => Int32Array.from(f.labels.flatMap((label) => this.labelIds.get(label) ?? []))),
    };
  }

  /** Learns from one sentence: adds to the gradients, returns the loss (weighted binary cross-entropy). */
  learn(
    { words, labels }: Encoded,
    cues: Float32Array,
    target: Float32Array,
    weight: Float32Array,
    positive: number,
  ): number {
    const { width, windows, filters } = this.shape;
    const { random, pooled, outputs } = this;
    const length = words.length;
    // Tokens as vectors, with some of them blotted out.
    const input = new Float64Array(length * width);
    const usedWord = new Int32Array(length).fill(-1);
    const usedLabels: number[][] = [];
    const gate = new Float32Array(length * width);
    for (let t = 0; t < length; t += 1) {
      const own: number[] = [];
      usedLabels.push(own);
      const to = t * width;
      const word = words[t] as number;
      if (word >= 0 && random() >= DROP.word) {
        usedWord[t] = word;
        for (let i = 0; i < width; i += 1) input[to + i] = this.words.values[word * width + i] as number;
      }
      for (const label of labels[t] as Int32Array) {
        if (random() < DROP.label) continue;
        own.push(label);
        for (let i = 0; i < width; i += 1)
          input[to + i] = (input[to + i] as number) + (this.labels.values[label * width + i] as number);
      }
      for (let i = 0; i < width; i += 1) {
        const open = random() < DROP.input ? 0 : 1 / (1 - DROP.input);
        gate[to + i] = open;
        input[to + i] = (input[to + i] as number) * open;
      }
    }
    // Filters, each with its strongest place.
    const values = new Float32Array(pooled);
    const at = new Int32Array(pooled).fill(-1);
    const sum = new Float64Array(filters);
    let first = 0;
    windows.forEach((window, w) => {
      const half = window >> 1;
      for (let t = 0; t < length; t += 1) {
        for (let f = 0; f < filters; f += 1) sum[f] = this.kernelBias.values[w * filters + f] as number;
        for (let o = 0; o < window; o += 1) {
          const s = t + o - half;
          if (s >= 0 && s < length) addProducts(sum, input, s * width, width, this.filters64, (first + o) * width);
        }
        for (let f = 0; f < filters; f += 1)
          if ((sum[f] as number) > (values[w * filters + f] as number)) {
            values[w * filters + f] = sum[f] as number;
            at[w * filters + f] = t;
          }
      }
      first += window;
    });
    const kept = new Float32Array(pooled);
    for (let f = 0; f < pooled; f += 1) {
      kept[f] = random() < DROP.pooled ? 0 : 1 / (1 - DROP.pooled);
      values[f] = (values[f] as number) * (kept[f] as number);
    }
    const { hidden } = this.shape;
    const all = pooled + hidden;
    const heard = Int32Array.from(values.keys()).filter((f) => (values[f] as number) > 0);
    const answers = new Float32Array(all);
    answers.set(values);
    const open = new Float32Array(hidden);
    for (let h = 0; h < hidden; h += 1) {
      let z = this.mixBias.values[h] as number;
      const from = h * pooled;
      for (const f of heard) z += (values[f] as number) * (this.mix.values[from + f] as number);
      if (z <= 0 || random() < DROP.hidden) continue;
      open[h] = 1 / (1 - DROP.hidden);
      answers[pooled + h] = z * (open[h] as number);
    }
    // Most answers are silent: only the others are looked at.
    const loud = Int32Array.from(answers.keys()).filter((f) => (answers[f] as number) > 0);
    // Scores, loss, and the way back to the filters.
    const back = new Float32Array(all);
    let loss = 0;
    for (let c = 0; c < outputs; c += 1) {
      const w = weight[c] as number;
      if (w === 0) continue;
      let z = this.outBias.values[c] as number;
      const from = c * all;
      for (const f of loud) z += (answers[f] as number) * (this.out.values[from + f] as number);
      for (let k = 0; k < 3; k += 1) z += (cues[c * 3 + k] as number) * (this.cues.values[c * 3 + k] as number);
      const y = target[c] as number;
      const p = 1 / (1 + Math.exp(-z));
      const scale = w * (y > 0.5 ? positive : 1);
      loss -= scale * Math.log(Math.max(1e-7, y > 0.5 ? p : 1 - p));
      const g = scale * (p - y);
      this.outBias.gradient[c] = (this.outBias.gradient[c] as number) + g;
      if (Math.abs(g) < SLIGHT) continue;
      for (let k = 0; k < 3; k += 1)
        this.cues.gradient[c * 3 + k] = (this.cues.gradient[c * 3 + k] as number) + g * (cues[c * 3 + k] as number);
      const grad = this.out.gradient;
      const weights = this.out.values;
      for (const f of loud) {
        grad[from + f] = (grad[from + f] as number) + g * (answers[f] as number);
        back[f] = (back[f] as number) + g * (weights[from + f] as number);
      }
    }
    for (let h = 0; h < hidden; h += 1) {
      const g = (back[pooled + h] as number) * (open[h] as number);
      if (g === 0) continue;
      this.mixBias.gradient[h] = (this.mixBias.gradient[h] as number) + g;
      for (const f of heard) {
        const i = h * pooled + f;
        this.mix.gradient[i] = (this.mix.gradient[i] as number) + g * (values[f] as number);
        back[f] = (back[f] as number) + g * (this.mix.values[i] as number);
      }
    }
    this.returnToTokens(back, kept, at, input, gate, usedWord, usedLabels);
    return loss;
  }

  /** Gradients of filters, words and labels, through each filter's strongest place only. */
  private returnToTokens(
    back: Float32Array,
    kept: Float32Array,
    at: Int32Array,
    input: Float64Array,
    gate: Float32Array,
    usedWord: Int32Array,
    usedLabels: number[][],
  ): void {
    const { width, windows, filters } = this.shape;
    const length = usedWord.length;
    const flow = new Float32Array(input.length);
    let first = 0;
    windows.forEach((window, w) => {
      const half = window >> 1;
      for (let f = 0; f < filters; f += 1) {
        const k = w * filters + f;
        const t = at[k] as number;
        const g = (back[k] as number) * (kept[k] as number);
        if (t < 0 || g === 0) continue;
        this.kernelBias.gradient[k] = (this.kernelBias.gradient[k] as number) + g;
        for (let o = 0; o < window; o += 1) {
          const s = t + o - half;
          if (s < 0 || s >= length) continue;
          for (let i = 0; i < width; i += 1) {
            const cell = ((first + o) * width + i) * filters + f;
            this.kernels.gradient[cell] =
              (this.kernels.gradient[cell] as number) + g * (input[s * width + i] as number);
            flow[s * width + i] = (flow[s * width + i] as number) + g * (this.kernels.values[cell] as number);
          }
        }
      }
      first += window;
    });
    for (let t = 0; t < length; t += 1) {
      const word = usedWord[t] as number;
      const rows: [Parameter, number][] = (usedLabels[t] as number[]).map((label) => [this.labels, label]);
      if (word >= 0) rows.push([this.words, word]);
      for (const [parameter, row] of rows) {
        parameter.touch(row);
        for (let i = 0; i < width; i += 1) {
          const cell = row * width + i;
          parameter.gradient[cell] =
            (parameter.gradient[cell] as number) + (flow[t * width + i] as number) * (gate[t * width + i] as number);
        }
      }
    }
  }

  /** One step of learning with the mean gradient of the last `count` sentences. */
  step(rate: number, count: number): void {
    for (const parameter of this.parameters) parameter.step(rate, count);
    this.filters64.set(this.kernels.values);
  }
}

/** Adds a token's numbers, each times its row of kernels, to `sum`; four rows at a time, since that is where the time goes. */
function addProducts(
  sum: Float64Array,
  input: Float64Array,
  from: number,
  width: number,
  kernels: Float64Array,
  row: number,
): void {
  const { length } = sum;
  let i = 0;
  for (; i + 3 < width; i += 4) {
    const a = input[from + i]!;
    const b = input[from + i + 1]!;
    const c = input[from + i + 2]!;
    const d = input[from + i + 3]!;
    const ka = (row + i) * length;
    const kb = ka + length;
    const kc = kb + length;
    const kd = kc + length;
    for (let f = 0; f < length; f += 1)
      sum[f] = sum[f]! + a * kernels[ka + f]! + b * kernels[kb + f]! + (c * kernels[kc + f]! + d * kernels[kd + f]!);
  }
  for (; i < width; i += 1)
    for (let f = 0, k = (row + i) * length; f < length; f += 1, k += 1)
      sum[f] = sum[f]! + input[from + i]! * kernels[k]!;
}

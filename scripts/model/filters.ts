/** The filters of a network while it learns: tokens to their strongest answers, and the errors' way back to the tokens. */
import type { Parameter } from './adam';
import type { Arena, Kernels } from './linear';
import { pooledOf, type Shape, slidingKernels, type Weights } from './weights';

/** Share of numbers, words and labels that are blotted out while learning, so that nothing is learnt by heart. */
const DROP = { input: 0.05, word: 0.06, label: 0.1 };

/** Longer sentences are learnt from their first tokens. */
export const MOST_TOKENS = 400;

/** A sentence's tokens as numbers of rows; unknown words are -1, unknown labels are left out. */
export interface Encoded {
  words: Int32Array;
  labels: Int32Array[];
}

/** What of a sentence was not blotted out. */
interface Shown {
  length: number;
  word: Int32Array;
  labels: number[][];
}

/** Each filter's strongest answer, not below 0, and the token it stood on (-1: none). */
export interface Answers {
  values: Float32Array;
  at: Int32Array;
}

export class Filters {
  private readonly places: { window: number; half: number; first: number; row: number }[];
  /** Empty tokens before and after a sentence, so that no window reaches out of it. */
  private readonly margin: number;
  private readonly sliding: Float32Array;
  private readonly input: Float32Array;
  private readonly flow: Float32Array;
  private readonly open: Float32Array;
  private readonly sum: Float32Array;
  private readonly each: Int32Array;
  private shown: Shown = { length: 0, word: new Int32Array(0), labels: [] };

  constructor(
    private readonly shape: Shape,
    private readonly weights: Weights,
    arena: Arena,
    private readonly kernels: Kernels,
    private readonly random: () => number,
  ) {
    const { width, windows, filters } = shape;
    let first = 0;
    this.places = windows.map((window, w) => {
      const place = { window, half: window >> 1, first: first * width * filters, row: w * filters };
      first += window;
      return place;
    });
    this.margin = Math.max(...windows) >> 1;
    const cells = (MOST_TOKENS + 2 * this.margin) * width;
    this.sliding = arena.floats(weights.kernels.values.length);
    this.input = arena.floats(cells);
    this.flow = arena.floats(cells);
    this.open = new Float32Array(cells);
    this.sum = arena.floats(filters);
    this.each = arena.ints(Math.max(...windows) * width);
    this.each.forEach((_, i) => {
      this.each[i] = i;
    });
    this.slide();
  }

  /** Takes over what the weights have learnt. Call it after each step. */
  slide(): void {
    this.sliding.set(slidingKernels(this.shape, this.weights.kernels.values));
  }

  /** Reads a sentence, with some of it blotted out. */
  read(tokens: Encoded): Answers {
    this.show(tokens);
    const { width, filters } = this.shape;
    const { sum, each, input, sliding, kernels } = this;
    const bias = this.weights.kernelBias.values;
    const values = new Float32Array(pooledOf(this.shape));
    const at = new Int32Array(values.length).fill(-1);
    for (const { window, half, first, row } of this.places)
      for (let t = 0; t < this.shown.length; t += 1) {
        for (let f = 0; f < filters; f += 1) sum[f] = bias[row + f] as number;
        kernels.addRows(
          sum.byteOffset,
          each.byteOffset,
          input.byteOffset + (t + this.margin - half) * width * 4,
          window * width,
          sliding.byteOffset + first * 4,
          filters,
        );
        for (let f = 0; f < filters; f += 1)
          if ((sum[f] as number) > (values[row + f] as number)) {
            values[row + f] = sum[f] as number;
            at[row + f] = t;
          }
      }
    return { values, at };
  }

  /** The way back of the sentence read last: gradients of filters and tokens, through each strongest place only. */
  comeBack(back: Float32Array, at: Int32Array): void {
    const { width, filters } = this.shape;
    const { kernels, kernelBias } = this.weights;
    const { flow, input } = this;
    flow.fill(0, 0, (this.shown.length + 2 * this.margin) * width);
    for (const { window, half, first, row } of this.places)
      for (let f = 0; f < filters; f += 1) {
        const g = back[row + f] as number;
        const t = at[row + f] as number;
        if (t < 0 || g === 0) continue;
        kernelBias.gradient[row + f] = (kernelBias.gradient[row + f] as number) + g;
        const own = (first + f * window * width) * 4;
        const under = (t + this.margin - half) * width * 4;
        this.kernels.add(kernels.gradient.byteOffset + own, input.byteOffset + under, g, window * width);
        this.kernels.add(flow.byteOffset + under, kernels.values.byteOffset + own, g, window * width);
      }
    this.returnToTokens();
  }

  /** Tokens as vectors, with some of them blotted out. */
  private show({ words, labels }: Encoded): void {
    const { random, input, open, weights } = this;
    const { width } = this.shape;
    const length = Math.min(words.length, MOST_TOKENS);
    const shown: Shown = { length, word: new Int32Array(length).fill(-1), labels: [] };
    input.fill(0, 0, (length + 2 * this.margin) * width);
    const add = (to: number, { values }: Parameter, row: number): void => {
      for (let i = 0, from = row * width; i < width; i += 1)
        input[to + i] = (input[to + i] as number) + (values[from + i] as number);
    };
    for (let t = 0; t < length; t += 1) {
      const to = (t + this.margin) * width;
      const word = words[t] as number;
      if (word >= 0 && random() >= DROP.word) {
        shown.word[t] = word;
        add(to, weights.words, word);
      }
      const own = [...(labels[t] as Int32Array)].filter(() => random() >= DROP.label);
      shown.labels.push(own);
      for (const label of own) add(to, weights.labels, label);
      for (let i = to; i < to + width; i += 1) {
        open[i] = random() < DROP.input ? 0 : 1 / (1 - DROP.input);
        input[i] = (input[i] as number) * (open[i] as number);
      }
    }
    this.shown = shown;
  }

  private returnToTokens(): void {
    const { width } = this.shape;
    const { flow, open, weights } = this;
    const { length, word, labels } = this.shown;
    for (let t = 0; t < length; t += 1) {
      const from = (t + this.margin) * width;
      for (let i = from; i < from + width; i += 1) flow[i] = (flow[i] as number) * (open[i] as number);
      const give = (parameter: Parameter, row: number): void => {
        parameter.touch(row);
        this.kernels.add(parameter.gradient.byteOffset + row * width * 4, flow.byteOffset + from * 4, 1, width);
      };
      if ((word[t] as number) >= 0) give(weights.words, word[t] as number);
      for (const label of labels[t] as number[]) give(weights.labels, label);
    }
  }
}

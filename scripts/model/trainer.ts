/** The network of utils/reading/model, with its way back: one sentence forward and backward. */
import type { Feature } from '../../utils/reading/model/features';
import type { Parameter } from './adam';
import { Arena, type Kernels } from './linear';
import { randomOf } from './random';
import { bytesOf, outputsOf, pooledOf, type Shape, slidingKernels, startingWeights, type Weights } from './weights';

/** Share of numbers, words and labels that are blotted out while learning, so that nothing is learnt by heart. */
const DROP = { pooled: 0.25, hidden: 0.25, input: 0.05, word: 0.06, label: 0.1 };

/** An error of an output so slight teaches nothing worth its time; most are. */
const SLIGHT = 3e-4;
/** Longer sentences are learnt from their first tokens. */
const MOST_TOKENS = 400;

export interface Encoded {
  words: Int32Array;
  labels: Int32Array[];
}

/** What an output should say: `weight` 0 where it is not known. */
export interface Lesson {
  tokens: Encoded;
  cues: Float32Array;
  target: Float32Array;
  weight: Float32Array;
}

/** Which rows of a matrix are heard, their numbers, and what comes back to them. */
interface Heard {
  at: Int32Array;
  by: Float32Array;
  back: Float32Array;
}

/** A sentence's tokens while it is learnt. */
interface Shown {
  length: number;
  word: Int32Array;
  labels: number[][];
}

export class Trainer {
  readonly weights: Weights;
  private readonly random: () => number;
  private readonly wordIds: Map<string, number>;
  private readonly labelIds: Map<string, number>;
  private readonly places: { window: number; half: number; first: number; row: number }[];
  /** Empty tokens before and after a sentence, so that no window reaches out of it. */
  private readonly margin: number;
  private readonly sliding: Float32Array;
  private readonly input: Float32Array;
  private readonly flow: Float32Array;
  private readonly open: Float32Array;
  private readonly sum: Float32Array;
  private readonly each: Int32Array;
  private readonly hidden: Float32Array;
  private readonly hiddenBack: Float32Array;
  private readonly score: Float32Array;
  private readonly error: Float32Array;
  private readonly heard: Heard;
  private readonly loud: Heard;

  private constructor(
    readonly shape: Shape,
    vectors: Float32Array,
    seed: number,
    arena: Arena,
    private readonly kernels: Kernels,
  ) {
    this.random = randomOf(seed);
    this.weights = startingWeights(arena, shape, vectors, this.random);
    this.wordIds = new Map(shape.words.map((word, i) => [word, i]));
    this.labelIds = new Map(shape.labels.map((label, i) => [label, i]));
    const { width, windows, filters, hidden } = shape;
    let first = 0;
    this.places = windows.map((window, w) => {
      const place = { window, half: window >> 1, first: first * width * filters, row: w * filters };
      first += window;
      return place;
    });
    this.margin = Math.max(...windows) >> 1;
    const cells = (MOST_TOKENS + 2 * this.margin) * width;
    this.sliding = arena.floats(this.weights.kernels.values.length);
    this.input = arena.floats(cells);
    this.flow = arena.floats(cells);
    this.open = new Float32Array(cells);
    this.sum = arena.floats(filters);
    this.each = arena.ints(Math.max(...windows) * width);
    this.each.forEach((_, i) => {
      this.each[i] = i;
    });
    this.hidden = arena.floats(hidden);
    this.hiddenBack = arena.floats(hidden);
    this.score = arena.floats(outputsOf(shape));
    this.error = arena.floats(outputsOf(shape));
    const most = pooledOf(shape) + hidden;
    const heard = (): Heard => ({ at: arena.ints(most), by: arena.floats(most), back: arena.floats(most) });
    this.heard = heard();
    this.loud = heard();
    this.slide();
  }

  /** `vectors`: where the words start, [word × width]. */
  static async create(shape: Shape, vectors: Float32Array, seed: number): Promise<Trainer> {
    const arena = new Arena(bytesOf(shape));
    return new Trainer(shape, vectors, seed, arena, await arena.kernels());
  }

  get parameters(): Parameter[] {
    return Object.values(this.weights);
  }

  /** Features as numbers of rows; unknown words are -1, unknown labels are left out. */
  encode(features: readonly Feature[]): Encoded {
    const seen = features.slice(0, MOST_TOKENS);
    return {
      words: Int32Array.from(seen, (f) => (f.word === null ? -1 : (this.wordIds.get(f.word) ?? -1))),
      labels: seen.map((f) => Int32Array.from(f.labels.flatMap((label) => this.labelIds.get(label) ?? []))),
    };
  }

  /** Learns from one sentence: adds to the gradients, returns the loss (weighted binary cross-entropy). */
  learn({ tokens, cues, target, weight }: Lesson, positive: number): number {
    const { heard, loud, kernels, weights, hidden } = this;
    const pooled = pooledOf(this.shape);
    const shown = this.show(tokens);
    const { values, at } = this.pool(shown.length);
    const kept = values.map(() => (this.random() < DROP.pooled ? 0 : 1 / (1 - DROP.pooled)));
    const heardCount = gather(heard, pooled, (f) => (values[f] as number) * (kept[f] as number));
    // Units that combine.
    hidden.set(weights.mixBias.values);
    kernels.addRows(
      hidden.byteOffset,
      heard.at.byteOffset,
      heard.by.byteOffset,
      heardCount,
      weights.mix.values.byteOffset,
      hidden.length,
    );
    const open = hidden.map((z) => (z <= 0 || this.random() < DROP.hidden ? 0 : 1 / (1 - DROP.hidden)));
    // Outputs, and what is wrong with them.
    const answer = (f: number): number =>
      f < pooled
        ? (values[f] as number) * (kept[f] as number)
        : (hidden[f - pooled] as number) * (open[f - pooled] as number);
    const loudCount = gather(loud, pooled + hidden.length, answer);
    this.score.set(weights.outBias.values);
    kernels.addRows(
      this.score.byteOffset,
      loud.at.byteOffset,
      loud.by.byteOffset,
      loudCount,
      weights.out.values.byteOffset,
      this.score.length,
    );
    const loss = this.judge(cues, target, weight, positive);
    // The way back.
    this.comeBack(loud, loudCount, weights.out, this.error);
    const back = new Float32Array(pooled);
    this.hiddenBack.fill(0);
    for (let j = 0; j < loudCount; j += 1) {
      const f = loud.at[j] as number;
      if (f < pooled) back[f] = loud.back[j] as number;
      else this.hiddenBack[f - pooled] = (loud.back[j] as number) * (open[f - pooled] as number);
    }
    addTo(weights.mixBias.gradient, this.hiddenBack);
    this.comeBack(heard, heardCount, weights.mix, this.hiddenBack);
    for (let j = 0; j < heardCount; j += 1) {
      const f = heard.at[j] as number;
      back[f] = ((back[f] as number) + (heard.back[j] as number)) * (kept[f] as number);
    }
    this.returnToFilters(back, at, shown.length);
    this.returnToTokens(shown);
    return loss;
  }

  /** One step of learning with the mean gradient of the last `count` sentences. */
  step(rate: number, count: number): void {
    for (const parameter of this.parameters) parameter.step(rate, count);
    this.slide();
  }

  private slide(): void {
    this.sliding.set(slidingKernels(this.shape, this.weights.kernels.values));
  }

  /** Tokens as vectors, with some of them blotted out. */
  private show({ words, labels }: Encoded): Shown {
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
    return shown;
  }

  /** Each filter's strongest answer, not below 0, and the token it stood on. */
  private pool(length: number): { values: Float32Array; at: Int32Array } {
    const { width, filters } = this.shape;
    const { sum, each, input, sliding, kernels } = this;
    const bias = this.weights.kernelBias.values;
    const values = new Float32Array(pooledOf(this.shape));
    const at = new Int32Array(values.length).fill(-1);
    for (const { window, half, first, row } of this.places)
      for (let t = 0; t < length; t += 1) {
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

  /** Fills in each output's error and returns the loss; adds to the gradients of what stands beside the matrices. */
  private judge(cues: Float32Array, target: Float32Array, weight: Float32Array, positive: number): number {
    const { score, error, weights } = this;
    let loss = 0;
    for (let c = 0; c < score.length; c += 1) {
      error[c] = 0;
      const w = weight[c] as number;
      if (w === 0) continue;
      let z = score[c] as number;
      for (let k = 0; k < 3; k += 1) z += (cues[c * 3 + k] as number) * (weights.cues.values[c * 3 + k] as number);
      const y = target[c] as number;
      const p = 1 / (1 + Math.exp(-z));
      const scale = w * (y > 0.5 ? positive : 1);
      loss -= scale * Math.log(Math.max(1e-7, y > 0.5 ? p : 1 - p));
      const g = scale * (p - y);
      weights.outBias.gradient[c] = (weights.outBias.gradient[c] as number) + g;
      if (Math.abs(g) < SLIGHT) continue;
      error[c] = g;
      for (let k = 0; k < 3; k += 1) {
        const { gradient } = weights.cues;
        gradient[c * 3 + k] = (gradient[c * 3 + k] as number) + g * (cues[c * 3 + k] as number);
      }
    }
    return loss;
  }

  private comeBack({ at, by, back }: Heard, count: number, matrix: Parameter, error: Float32Array): void {
    back.fill(0, 0, count);
    this.kernels.returnRows(
      at.byteOffset,
      by.byteOffset,
      back.byteOffset,
      count,
      matrix.values.byteOffset,
      matrix.gradient.byteOffset,
      error.byteOffset,
      error.length,
    );
  }

  /** Gradients of the filters, through each one's strongest place only, and of the tokens under it. */
  private returnToFilters(back: Float32Array, at: Int32Array, length: number): void {
    const { width, filters } = this.shape;
    const { kernels, kernelBias } = this.weights;
    const { flow, input } = this;
    flow.fill(0, 0, (length + 2 * this.margin) * width);
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
  }

  private returnToTokens({ length, word, labels }: Shown): void {
    const { width } = this.shape;
    const { flow, open, weights } = this;
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

/** Lists the rows whose number is not 0; returns how many. */
function gather({ at, by }: Heard, rows: number, numberOf: (row: number) => number): number {
  let count = 0;
  for (let f = 0; f < rows; f += 1) {
    const value = numberOf(f);
    if (value === 0) continue;
    at[count] = f;
    by[count] = value;
    count += 1;
  }
  return count;
}

function addTo(sum: Float32Array, other: Float32Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (other[i] as number);
}

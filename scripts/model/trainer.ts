/** The network of utils/reading/model, with its way back: one sentence forward and backward. */
import type { Feature } from '../../utils/reading/model/features';
import type { Parameter } from './adam';
import { type Encoded, Filters, MOST_TOKENS } from './filters';
import { Arena, type Kernels } from './linear';
import { randomOf } from './random';
import { bytesOf, outputsOf, pooledOf, type Shape, startingWeights, type Weights } from './weights';

/** Share of answers that are blotted out while learning. */
const DROP = { pooled: 0.25, hidden: 0.25 };

/** An error of an output so slight teaches nothing worth its time; most are. */
const SLIGHT = 3e-4;

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

export class Trainer {
  readonly weights: Weights;
  private readonly filters: Filters;
  private readonly random: () => number;
  private readonly wordIds: Map<string, number>;
  private readonly labelIds: Map<string, number>;
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
    this.filters = new Filters(shape, this.weights, arena, kernels, this.random);
    this.wordIds = new Map(shape.words.map((word, i) => [word, i]));
    this.labelIds = new Map(shape.labels.map((label, i) => [label, i]));
    this.hidden = arena.floats(shape.hidden);
    this.hiddenBack = arena.floats(shape.hidden);
    this.score = arena.floats(outputsOf(shape));
    this.error = arena.floats(outputsOf(shape));
    const most = pooledOf(shape) + shape.hidden;
    const heard = (): Heard => ({ at: arena.ints(most), by: arena.floats(most), back: arena.floats(most) });
    this.heard = heard();
    this.loud = heard();
  }

  /** `vectors`: where the words start, [word × width]. */
  static async create(shape: Shape, vectors: Float32Array, seed: number): Promise<Trainer> {
    const arena = new Arena(bytesOf(shape));
    return new Trainer(shape, vectors, seed, arena, await arena.kernels());
  }

  get parameters(): Parameter[] {
    return Object.values(this.weights);
  }

  encode(features: readonly Feature[]): Encoded {
    const seen = features.slice(0, MOST_TOKENS);
    return {
      words: Int32Array.from(seen, (f) => (f.word === null ? -1 : (this.wordIds.get(f.word) ?? -1))),
      labels: seen.map((f) => Int32Array.from(f.labels.flatMap((label) => this.labelIds.get(label) ?? []))),
    };
  }

  /** Learns from one sentence: adds to the gradients, returns the loss (weighted binary cross-entropy). */
  learn({ tokens, cues, target, weight }: Lesson, positive: number): number {
    const { heard, loud, hidden, hiddenBack, weights } = this;
    const pooled = pooledOf(this.shape);
    const { values, at } = this.filters.read(tokens);
    const kept = values.map(() => (this.random() < DROP.pooled ? 0 : 1 / (1 - DROP.pooled)));
    const heardCount = gather(heard, pooled, (f) => (values[f] as number) * (kept[f] as number));
    this.add(hidden, weights.mixBias, heard, heardCount, weights.mix);
    const open = hidden.map((z) => (z <= 0 || this.random() < DROP.hidden ? 0 : 1 / (1 - DROP.hidden)));
    const answer = (f: number): number =>
      f < pooled
        ? (values[f] as number) * (kept[f] as number)
        : (hidden[f - pooled] as number) * (open[f - pooled] as number);
    const loudCount = gather(loud, pooled + hidden.length, answer);
    this.add(this.score, weights.outBias, loud, loudCount, weights.out);
    const loss = this.judge(cues, target, weight, positive);
    // The way back.
    this.comeBack(loud, loudCount, weights.out, this.error);
    const back = new Float32Array(pooled);
    hiddenBack.fill(0);
    for (let j = 0; j < loudCount; j += 1) {
      const f = loud.at[j] as number;
      if (f < pooled) back[f] = loud.back[j] as number;
      else hiddenBack[f - pooled] = (loud.back[j] as number) * (open[f - pooled] as number);
    }
    hiddenBack.forEach((g, h) => {
      weights.mixBias.gradient[h] = (weights.mixBias.gradient[h] as number) + g;
    });
    this.comeBack(heard, heardCount, weights.mix, hiddenBack);
    for (let j = 0; j < heardCount; j += 1) {
      const f = heard.at[j] as number;
      back[f] = ((back[f] as number) + (heard.back[j] as number)) * (kept[f] as number);
    }
    this.filters.comeBack(back, at);
    return loss;
  }

  /** One step of learning with the mean gradient of the last `count` sentences. */
  step(rate: number, count: number): void {
    for (const parameter of this.parameters) parameter.step(rate, count);
    this.filters.slide();
  }

  /** `sum` becomes the bias and the rows that are heard, each times its number. */
  private add(sum: Float32Array, bias: Parameter, { at, by }: Heard, count: number, matrix: Parameter): void {
    sum.set(bias.values);
    this.kernels.addRows(sum.byteOffset, at.byteOffset, by.byteOffset, count, matrix.values.byteOffset, sum.length);
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

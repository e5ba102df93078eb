/** Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter 2019), dense or by rows that were touched. */
import type { Arena } from './linear';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

export class Parameter {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;
  private readonly touched = new Set<number>();
  private steps = 0;

  /** `row`: numbers of a row that is updated only when touched; 0 updates everything every time. */
  constructor(
    arena: Arena,
    start: Float32Array,
    private readonly row: number,
    private readonly decay: number,
  ) {
    this.values = arena.floats(start.length);
    this.values.set(start);
    this.gradient = arena.floats(start.length);
    this.mean = new Float32Array(start.length);
    this.square = new Float32Array(start.length);
  }

  touch(row: number): void {
    this.touched.add(row);
  }

  /** Takes one step against the mean of `count` gradients and clears them. */
  step(rate: number, count: number): void {
    this.steps += 1;
    const correct = Math.sqrt(1 - BETA2 ** this.steps) / (1 - BETA1 ** this.steps);
    if (this.row === 0) this.update(0, this.values.length, rate, correct, count);
    else for (const row of this.touched) this.update(row * this.row, (row + 1) * this.row, rate, correct, count);
    this.touched.clear();
  }

  private update(from: number, to: number, rate: number, correct: number, count: number): void {
    const { values, gradient, mean, square } = this;
    for (let i = from; i < to; i += 1) {
      const g = (gradient[i] as number) / count;
      const m = BETA1 * (mean[i] as number) + (1 - BETA1) * g;
      const s = BETA2 * (square[i] as number) + (1 - BETA2) * g * g;
      mean[i] = m;
      square[i] = s;
      values[i] = (values[i] as number) * (1 - rate * this.decay) - (rate * correct * m) / (Math.sqrt(s) + EPSILON);
      gradient[i] = 0;
    }
  }
}

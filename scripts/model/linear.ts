/**
 * Sums and products of rows of numbers in WebAssembly, four at a time: where the trainer's time goes. Arrays that take
 * part lie in one memory. Sums are taken in a fixed order and rounded as IEEE 754 says: the same bytes each time.
 */
import { readFileSync } from 'node:fs';
import wabt from 'wabt';

/** Addresses are bytes in the arena's memory; `n` is a row's length, `count` the number of rows taken. */
export interface Kernels {
  /** y += a · x */
  add(y: number, x: number, a: number, n: number): void;
  /** y += the rows of `k` that `at` numbers, each times its number in `by`. */
  addRows(y: number, at: number, by: number, count: number, k: number, n: number): void;
  /** The way back of `addRows`: gradients of the rows += g times the row's number; `back` += row · g. */
  returnRows(
    at: number,
    by: number,
    back: number,
    count: number,
    k: number,
    gradient: number,
    g: number,
    n: number,
  ): void;
}

const SOURCE = 'scripts/model/linear.wat';
const PAGE = 65_536;

/** Hands out zeroed arrays of one memory. */
export class Arena {
  private readonly memory = new WebAssembly.Memory({ initial: 1, maximum: PAGE });
  private used = 0;

  /** `bytes`: what all arrays together need, at most. */
  constructor(bytes: number) {
    this.memory.grow(Math.ceil(bytes / PAGE));
  }

  floats(n: number): Float32Array {
    return new Float32Array(this.memory.buffer, this.take(n), n);
  }

  ints(n: number): Int32Array {
    return new Int32Array(this.memory.buffer, this.take(n), n);
  }

  /** Compiles the kernels over this arena. */
  async kernels(): Promise<Kernels> {
    const { parseWat } = await wabt();
    const { buffer } = parseWat(SOURCE, readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
    const module = new WebAssembly.Module(Uint8Array.from(buffer));
    return new WebAssembly.Instance(module, { arena: { memory: this.memory } }).exports as unknown as Kernels;
  }

  private take(n: number): number {
    const at = this.used;
    this.used += Math.ceil(n / 4) * 16;
    if (this.used > this.memory.buffer.byteLength) throw new RangeError('arena: too small for these arrays');
    return at;
  }
}

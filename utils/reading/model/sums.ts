/** The sums of a reading model and the memory that they work on: in WebAssembly, or plainly where that cannot be had. */
import { plainSums } from './plain-sums';
import { binary } from './sums-binary';

/** Numbers in a block: rows are as long as some blocks, and filled up with zeros. */
export const BLOCK = 16;
export const rounded = (length: number): number => Math.ceil(length / BLOCK) * BLOCK;

/**
 * Addresses are bytes in the memory, `stride` the bytes of a row: a whole number of blocks, one at least. Each sum is taken in the
 * order of its list and rounded to single precision after each step, so that every implementation gives the same bits.
 */
export interface Sums {
  /**
   * Slides filters that see `width` tokens over `count` (at least one), and raises `values` to each one's strongest answer.
   * `from` points to the first token's window in a row of addresses, one a token and one more: where the list of the
   * token's parts begins, and so the one before it ends. A part's rows stand one behind another; `place` is the offset of
   * the one for the first token of a window.
   */
  slide(from: number, count: number, width: number, place: number, stride: number, bias: number, values: number): void;
  /** `sums` = `bias` + the rows that the list from `list` to `end` numbers, each times its number in `values`. */
  weigh(sums: number, bias: number, list: number, end: number, values: number, rows: number, stride: number): void;
  /**
   * Lists from `list` on the numbers from `from` to before `to` (one at least) of the values above 0, and gives the list's
   * end; what it writes there is nobody's, so there must be room for one number more.
   */
  louder(values: number, from: number, to: number, list: number): number;
}

/** What WebAssembly calls a memory. */
interface Memory {
  buffer: ArrayBuffer;
  grow(pages: number): unknown;
}

const PAGE = 65_536;
/** A memory grows by so much at least: a hundred new words. */
const STEP = 6;

/** A memory that is taken piece by piece and grows with it; its views are made anew when it does. */
export class Heap {
  floats!: Float32Array;
  ints!: Int32Array;
  private used = 0;

  constructor(
    readonly sums: Sums,
    private readonly memory: Memory,
  ) {
    this.reach(1);
  }

  /** The address of so many numbers, all 0, on a border of blocks. */
  take(numbers: number): number {
    const at = this.used;
    this.used += rounded(numbers) * 4;
    this.reach(this.used);
    return at;
  }

  /** Sees to it that the memory reaches to an address. */
  reach(end: number): void {
    const { memory } = this;
    const short = Math.ceil((end - memory.buffer.byteLength) / PAGE);
    if (short > 0) memory.grow(Math.max(short, STEP));
    if (this.floats?.buffer === memory.buffer) return;
    this.floats = new Float32Array(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
  }
}

let compiled: WebAssembly.Module | undefined;

/** A heap whose sums are taken four numbers at a time; null where WebAssembly is not to be had or not allowed. */
export function vectorHeap(): Heap | null {
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(binary), (c) => c.charCodeAt(0)));
    const { memory, ...sums } = new WebAssembly.Instance(compiled).exports as unknown as Sums & { memory: Memory };
    return new Heap(sums, memory);
  } catch {
    return null;
  }
}

/** A heap with the same sums in JavaScript. */
export function plainHeap(): Heap {
  const heap: Heap = new Heap(
    plainSums(() => heap),
    {
      buffer: new ArrayBuffer(0),
      grow(pages) {
        const grown = new Uint8Array(this.buffer.byteLength + pages * PAGE);
        grown.set(new Uint8Array(this.buffer));
        this.buffer = grown.buffer;
      },
    },
  );
  return heap;
}

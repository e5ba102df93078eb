/** The sums of a reading model in JavaScript: for where WebAssembly is not allowed, and what its sums are tested against. */
import type { Heap, Sums } from './sums';

const { fround } = Math;

/** `heap` gives the memory that the addresses are of. Every step is rounded as the vectors of WebAssembly round it. */
export const plainSums = (heap: () => Pick<Heap, 'floats' | 'ints'>): Sums => ({
  slide(from, count, width, place, stride, bias, values) {
    const { floats, ints } = heap();
    const n = stride >> 2;
    const answers = new Float32Array(n);
    for (let token = from >> 2; token < (from >> 2) + count; token += 1) {
      answers.set(floats.subarray(bias >> 2, (bias >> 2) + n));
      for (let o = 0; o < width; o += 1)
        for (let part = ints[token + o]! >> 2; part < ints[token + o + 1]! >> 2; part += 1) {
          const row = (ints[part]! + place + o * stride) >> 2;
          for (let f = 0; f < n; f += 1) answers[f] = answers[f]! + floats[row + f]!;
        }
      for (let f = 0, v = values >> 2; f < n; f += 1, v += 1) if (answers[f]! > floats[v]!) floats[v] = answers[f]!;
    }
  },

  weigh(sums, bias, list, end, values, rows, stride) {
    const { floats, ints } = heap();
    const n = stride >> 2;
    const out = floats.slice(bias >> 2, (bias >> 2) + n);
    for (let next = list >> 2; next < end >> 2; next += 1) {
      const by = floats[(values >> 2) + ints[next]!]!;
      const row = (rows + ints[next]! * stride) >> 2;
      for (let i = 0; i < n; i += 1) out[i] = out[i]! + fround(by * floats[row + i]!);
    }
    floats.set(out, sums >> 2);
  },

  louder(values, from, to, list) {
    const { floats, ints } = heap();
    let next = list >> 2;
    for (let i = from; i < to; i += 1) if (floats[(values >> 2) + i]! > 0) ints[next++] = i;
    return next << 2;
  },
});

/** Sums over the answers that are not silent: exact in whichever way they are asked for, since the order is one. */

/** Adds to `loud` the places of the values above 0, in order. */
export function louder(loud: number[], values: Float64Array, from: number, to: number): void {
  for (let f = from; f < to; f += 1) if (values[f]! > 0) loud.push(f);
}

/** Adds to `sums` the rows of the loud answers, each times its answer; four at a time read and write the sums less often. */
export function addWeighted(
  sums: Float64Array,
  values: Float64Array,
  loud: readonly number[],
  rows: Float32Array,
): void {
  const n = sums.length;
  let k = 0;
  for (; k + 3 < loud.length; k += 4) {
    const [a, b, c, d] = [values[loud[k]!]!, values[loud[k + 1]!]!, values[loud[k + 2]!]!, values[loud[k + 3]!]!];
    const [p, q, r, s] = [loud[k]! * n, loud[k + 1]! * n, loud[k + 2]! * n, loud[k + 3]! * n];
    for (let i = 0; i < n; i += 1)
      sums[i] = sums[i]! + a * rows[p + i]! + b * rows[q + i]! + c * rows[r + i]! + d * rows[s + i]!;
  }
  for (; k < loud.length; k += 1) {
    const a = values[loud[k]!]!;
    for (let i = 0, p = loud[k]! * n; i < n; i += 1) sums[i] = sums[i]! + a * rows[p + i]!;
  }
}

/** One such sum alone: `bias` and the loud answers times the weights that begin at `from`. */
export function weighted(
  bias: number,
  values: Float64Array,
  loud: readonly number[],
  weights: Float32Array,
  from: number,
): number {
  let sum = bias;
  for (const f of loud) sum += values[f]! * weights[from + f]!;
  return sum;
}

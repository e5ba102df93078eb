/**
 * Moves word vectors so that words of one meaning lie close and opposites apart ("accept" and "reject" stand in the same
 * sentences, and so had almost the same vector). After Mrkšić and others, Counter-fitting Word Vectors, NAACL 2016.
 */
import type { Pair } from './wordnet';

const ROUNDS = 30;
/** A step towards a synonym or away from an opposite, and back to where the word stood. */
const STEP = 0.1;
const BACK = 0.05;
/** Cosines beyond which a pair is left alone. */
const CLOSE = 0.7;
const APART = 0;

/** Changes the directions of `vectors` [word × width] in place; their lengths stay. */
export function counterFit(
  vectors: Float32Array,
  width: number,
  words: readonly string[],
  pairs: { same: readonly Pair[]; opposite: readonly Pair[] },
): void {
  const at = new Map(words.map((word, i) => [word, i]));
  const numbered = (list: readonly Pair[]): [number, number][] =>
    list.map(([a, b]) => [at.get(a) as number, at.get(b) as number]);
  const rules = [
    { list: numbered(pairs.same), pull: 1, due: (cosine: number) => cosine < CLOSE },
    { list: numbered(pairs.opposite), pull: -2, due: (cosine: number) => cosine > APART },
  ];
  const lengths = words.map((_, w) => Math.hypot(...vectors.subarray(w * width, (w + 1) * width)) || 1);
  const start = Float64Array.from(vectors, (x, i) => x / (lengths[Math.floor(i / width)] as number));
  const now = start.slice();
  for (let round = 0; round < ROUNDS; round += 1) {
    const moves = new Float64Array(now.length);
    const counts = new Int32Array(words.length);
    for (const { list, pull, due } of rules)
      for (const [a, b] of list) {
        let cosine = 0;
        for (let i = 0; i < width; i += 1) cosine += now[a * width + i]! * now[b * width + i]!;
        if (!due(cosine)) continue;
        counts[a]! += 1;
        counts[b]! += 1;
        for (let i = 0; i < width; i += 1) {
          const away = pull * (now[b * width + i]! - now[a * width + i]!);
          moves[a * width + i]! += away;
          moves[b * width + i]! -= away;
        }
      }
    for (let w = 0; w < words.length; w += 1) {
      let square = 0;
      for (let i = w * width; i < (w + 1) * width; i += 1) {
        now[i] = now[i]! + (STEP * moves[i]!) / Math.max(1, counts[w]!) + BACK * (start[i]! - now[i]!);
        square += now[i]! ** 2;
      }
      const length = Math.sqrt(square) || 1;
      for (let i = w * width; i < (w + 1) * width; i += 1) now[i]! /= length;
    }
  }
  vectors.forEach((_, i) => {
    vectors[i] = now[i]! * (lengths[Math.floor(i / width)] as number);
  });
}

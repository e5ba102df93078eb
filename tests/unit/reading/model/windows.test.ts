import { describe, expect, it } from 'vitest';
import { decodeTensor, encodeTensor, type ModelData } from '../../../../utils/reading/model/data';
import type { Feature } from '../../../../utils/reading/model/features';
import { loadNetwork, type Network, PIECE } from '../../../../utils/reading/model/network';
import { scores, shares } from '../../../../utils/reading/model/outputs';
import { placesOf, pool } from '../../../../utils/reading/model/pool';
import { plainHeap, vectorHeap } from '../../../../utils/reading/model/sums';

const windows = [1, 3, 5];
const places = 9;
const width = 3;
const hidden = 4;
/** Numbers from -1 to 1 that are the same each time. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state / 0x7fffffff) * 2 - 1;
  });
}
const tensor = (count: number, seed: number) => encodeTensor(numbers(count, seed), 16);

const words = Array.from({ length: 6200 }, (_, i) => `w${i}`);
const labels = ['@x', '@y'];

const modelOf = (filters: number): ModelData => ({
  formatVersion: 1,
  propositions: ['a', 'b'],
  width,
  windows,
  filters,
  hidden,
  words: words.join(' '),
  labels,
  thresholds: new Array(6).fill(0),
  withCue: new Array(6).fill(0),
  tensors: {
    words: tensor(words.length * width, 1),
    labels: tensor(labels.length * width, 2),
    kernels: tensor(places * width * filters, 3),
    kernelBias: tensor(3 * filters, 4),
    mix: tensor(hidden * 3 * filters, 5),
    mixBias: tensor(hidden, 6),
    out: tensor(6 * (3 * filters + hidden), 7),
    outBias: tensor(6, 8),
    cues: tensor(18, 9),
  },
});

/** The network written out, number by number. */
function written(model: ModelData) {
  const { filters } = model;
  const t = Object.fromEntries(Object.entries(model.tensors).map(([name, of]) => [name, decodeTensor(of)])) as Record<
    string,
    Float32Array
  >;
  const vectorOf = ({ word, labels: own }: Feature): number[] =>
    Array.from({ length: width }, (_, k) => {
      const row = words.indexOf(word ?? '');
      const ofWord = row < 0 ? 0 : t.words![row * width + k]!;
      return own.reduce((sum, label) => sum + t.labels![labels.indexOf(label) * width + k]!, ofWord);
    });
  const answers = (sentence: readonly Feature[], filter: number): number[] => {
    const w = Math.floor(filter / filters);
    const before = windows.slice(0, w).reduce((a, b) => a + b, 0);
    const vectors = sentence.map(vectorOf);
    return sentence.map((_, i) => {
      let sum = t.kernelBias![filter]!;
      for (let o = 0; o < windows[w]!; o += 1)
        vectors[i + o - (windows[w]! >> 1)]?.forEach((x, k) => {
          sum += x * t.kernels![((before + o) * width + k) * filters + (filter % filters)]!;
        });
      return sum;
    });
  };
  const scoresOf = (sentence: readonly Feature[]): number[] => {
    const values = Array.from({ length: 3 * filters }, (_, f) => Math.max(0, ...answers(sentence, f)));
    const units = Array.from({ length: hidden }, (_, h) =>
      Math.max(
        0,
        values.reduce((sum, v, f) => sum + v * t.mix![h * values.length + f]!, t.mixBias![h]!),
      ),
    );
    const all = [...values, ...units];
    return [0, 1, 2, 3, 4, 5].map((c) =>
      all.reduce((sum, v, i) => sum + v * t.out![c * all.length + i]!, t.outBias![c]!),
    );
  };
  return { answers, scoresOf };
}

const sentenceOf = (length: number, from = 0): Feature[] =>
  Array.from({ length }, (_, i) => ({
    word: i % 5 === 3 ? null : words[(from + i * 7) % words.length]!,
    labels: labels.slice(0, i % 3),
  }));

const close = (found: ArrayLike<number>, expected: readonly number[]): void => {
  expect(found.length).toBe(expected.length);
  expected.forEach((x, i) => {
    expect(found[i]).toBeCloseTo(x, 3);
  });
};

describe.each([
  ['in WebAssembly', vectorHeap],
  ['in JavaScript', plainHeap],
])('a network %s', (_, heap) => {
  // Less than a block, a block, more than one.
  it.each([1, 3, 32, 45])('of %i filters answers as the sums written out', (filters) => {
    const model = modelOf(filters);
    const net = loadNetwork(model, undefined, heap()!);
    const { answers, scoresOf } = written(model);
    const row = net.row.filters;
    for (const length of [1, 2, 3, 4, 9]) {
      const sentence = sentenceOf(length);
      close(scores(net, sentence), scoresOf(sentence));
      pool(net, sentence);
      const values = net.heap.floats.slice(net.at.values >> 2, (net.at.values >> 2) + 3 * row);
      const own = Array.from({ length: 3 * filters }, (_, f) => Math.floor(f / filters) * row + (f % filters));
      close(
        own.map((f) => values[f]!),
        own.map((_, f) => Math.max(0, ...answers(sentence, f))),
      );
      placesOf(net, sentence, own).forEach((at, f) => {
        const best = Math.max(...answers(sentence, f));
        if (best > 0) expect(answers(sentence, f)[at]).toBeCloseTo(best, 3);
      });
    }
  });

  it('takes a sentence that is longer than a piece as a whole', () => {
    const model = modelOf(3);
    const net = loadNetwork(model, undefined, heap()!);
    for (const length of [PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 3]) {
      const sentence = sentenceOf(length, 11);
      close(scores(net, sentence), written(model).scoresOf(sentence));
      const sum = shares(net, sentence, 0).reduce((a, b) => a + b, 0);
      expect(sum).toBeGreaterThan(0);
    }
  });

  it('forgets words when it has met too many, and knows them again', () => {
    const net = loadNetwork(modelOf(3), undefined, heap()!);
    const sentence = sentenceOf(20);
    const before = [...scores(net, sentence)];
    const all = words.map((word) => ({ word, labels: [] }));
    const inOneGo = [...scores(net, all)];
    expect(net.kept).toBeLessThan(words.length);
    expect([...scores(net, sentence)]).toEqual(before);
    expect([...scores(loadNetwork(modelOf(3), undefined, heap()!), all)]).toEqual(inOneGo);
  });
});

describe('both ways', () => {
  it('give the same bits', () => {
    const nets = [vectorHeap()!, plainHeap()].map((heap) => loadNetwork(modelOf(45), undefined, heap)) as [
      Network,
      Network,
    ];
    for (let i = 0; i < 30; i += 1) {
      const sentence = sentenceOf(1 + i, i * 13);
      const [a, b] = nets.map((net) => [...scores(net, sentence)]);
      expect(a).toEqual(b);
      expect(shares(nets[0], sentence, 1)).toEqual(shares(nets[1], sentence, 1));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { encodeTensor, type ModelData } from '../../../../utils/reading/model/data';
import { Memo } from '../../../../utils/reading/model/memo';
import { loadNetwork } from '../../../../utils/reading/model/network';
import { scoreOf, scores } from '../../../../utils/reading/model/outputs';
import { placeOf, pool } from '../../../../utils/reading/model/pool';

const filters = 3;
const windows = [1, 3, 5];
const places = 9;
const width = 2;
/** Numbers from -1 to 1 that are the same each time. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state / 0x7fffffff) * 2 - 1;
  });
}
const tensor = (count: number, seed: number) => encodeTensor(numbers(count, seed), 16);

const words = 'one two three four five six seven'.split(' ');
const hidden = 4;
const model: ModelData = {
  formatVersion: 1,
  propositions: ['a', 'b'],
  width,
  windows,
  filters,
  hidden,
  words: words.join(' '),
  labels: ['@x'],
  thresholds: new Array(6).fill(0),
  withCue: new Array(6).fill(0),
  tensors: {
    words: tensor(words.length * width, 1),
    labels: tensor(width, 2),
    kernels: tensor(places * width * filters, 3),
    kernelBias: tensor(9, 4),
    mix: tensor(hidden * 9, 5),
    mixBias: tensor(hidden, 6),
    out: tensor(6 * (9 + hidden), 7),
    outBias: tensor(6, 8),
    cues: tensor(18, 9),
  },
};

describe('windows of several widths', () => {
  const net = loadNetwork(model);
  const { kernels, kernelBias } = net.t;
  const vectorOf = (word: string): number[] => {
    const row = net.words.get(word) as number;
    return [net.t.words[row * 2] as number, net.t.words[row * 2 + 1] as number];
  };

  /** Every window by itself, from the vectors. */
  function plainly(sentence: readonly string[], filter: number): number[] {
    const w = Math.floor(filter / filters);
    const first = windows.slice(0, w).reduce((a, b) => a + b, 0);
    return sentence.map((_, t) => {
      let sum = kernelBias[filter] as number;
      for (let o = 0; o < (windows[w] as number); o += 1) {
        const word = sentence[t + o - ((windows[w] as number) >> 1)];
        if (word)
          vectorOf(word).forEach((x, k) => {
            sum += x * (kernels[((first + o) * width + k) * filters + (filter % filters)] as number);
          });
      }
      return sum;
    });
  }

  it.each([1, 2, 3, 4, 7])('answer as the sums written out, for %i tokens', (length) => {
    const sentence = words.slice(0, length);
    const pooled = pool(
      net,
      sentence.map((word) => ({ word, labels: [] })),
    );
    for (let f = 0; f < windows.length * filters; f += 1) {
      const answers = plainly(sentence, f);
      const best = Math.max(0, ...answers);
      expect(pooled.values[f]).toBeCloseTo(best, 5);
      if (best > 0.001) expect(answers[placeOf(net, pooled, f)]).toBeCloseTo(best, 5);
    }
    expect(pooled.loud).toEqual([...pooled.values.keys()].filter((f) => (pooled.values[f] as number) > 0));
    expect([0, 1, 2, 3, 4, 5].map((output) => scoreOf(net, pooled, output))).toEqual([...scores(net, pooled)]);
  });
});

describe('values kept ready', () => {
  it('are made once, and again only when many others were asked for since', () => {
    const kept = new Memo<number>(6);
    let made = 0;
    const get = (name: string): number =>
      kept.get(name, () => {
        made += 1;
        return made;
      });
    const first = get('a');
    for (const name of 'bc') get(name);
    expect(get('a')).toBe(first);
    for (const name of 'defghij') get(name);
    expect(get('a')).not.toBe(first);
  });
});

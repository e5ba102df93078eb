import { describe, expect, it } from 'vitest';
import { decodeTensor, encodeTensor, type ModelData } from '../../../../utils/reading/model/data';
import { loadNetwork } from '../../../../utils/reading/model/network';
import { scores, shares } from '../../../../utils/reading/model/outputs';
import { exchanged, mirrorOf } from '../../../../utils/reading/model/sides';

const tensor = (values: number[], bits: 8 | 16 = 16) => encodeTensor(Float32Array.from(values), bits);

/** Two words, one filter over one token: "peace" answers 1, "war" answers nothing; output 0 likes it. */
const model: ModelData = {
  formatVersion: 1,
  propositions: ['a'],
  width: 2,
  windows: [1],
  filters: 1,
  words: 'peace war',
  labels: ['@x'],
  thresholds: [0, 0, 0],
  withCue: [0, 0, 0],
  tensors: {
    words: tensor([1, 0, 0, 1]),
    labels: tensor([0.5, 0]),
    kernels: tensor([1, -1]),
    kernelBias: tensor([0]),
    out: tensor([2, -1, 0.5]),
    outBias: tensor([-1, 0, 0]),
    cues: tensor(new Array(9).fill(0)),
  },
};

describe('tensors', () => {
  it('come back as they were, within a step', () => {
    const values = Float32Array.from([-3, 0, 0.01, 1.5, 3]);
    for (const bits of [8, 16] as const) {
      const back = decodeTensor(encodeTensor(values, bits));
      values.forEach((value, i) => {
        expect(Math.abs((back[i] as number) - value)).toBeLessThan(bits === 8 ? 0.03 : 0.001);
      });
    }
  });

  it('of the wrong size are refused by name', () => {
    const broken = { ...model, tensors: { ...model.tensors, out: tensor([1]) } };
    expect(() => loadNetwork(broken)).toThrow(/"out" has the wrong size/);
  });

  it('with windows that no loop is made for are refused', () => {
    const wide = { ...model, windows: [2], tensors: { ...model.tensors, kernels: tensor([1, -1, 1, -1]) } };
    expect(() => loadNetwork(wide)).toThrow(/windows of 2 tokens/);
  });
});

describe('a model of nothing', () => {
  it('is refused', () => {
    const t = { ...model.tensors, out: tensor([]), outBias: tensor([]), cues: tensor([]) };
    expect(() => loadNetwork({ ...model, propositions: [], tensors: t })).toThrow(/no filters or no propositions/);
  });
});

describe('network', () => {
  const net = loadNetwork(model);
  const sentence = [
    { word: 'war', labels: [] },
    { word: 'peace', labels: ['@x'] },
    { word: 'unknown', labels: ['@unknown'] },
  ];

  it('takes the strongest answer and scores it', () => {
    expect([...scores(net, sentence)].map((x) => Math.round(x * 100) / 100)).toEqual([2, -1.5, 0.75]);
  });

  it('says which token led to an output', () => {
    expect([...shares(net, sentence, 0)].map((x) => Math.round(x))).toEqual([0, 3, 0]);
    expect(Math.max(...shares(net, sentence, 1))).toBe(0);
  });

  it('reads an empty sentence as nothing', () => {
    expect([...scores(net, [])].map(Math.round)).toEqual([-1, 0, 0]);
  });
});

describe('units that combine the filters', () => {
  // One unit: twice the filter's answer less 1; output 0 likes it, output 1 does not.
  const net = loadNetwork({
    ...model,
    hidden: 1,
    tensors: { ...model.tensors, mix: tensor([2]), mixBias: tensor([-1]), out: tensor([2, 1, -1, -3, 0.5, 0]) },
  });

  it('add to the scores and lead to the words behind the filters', () => {
    const peace = [{ word: 'peace', labels: ['@x'] }];
    expect([...scores(net, peace)].map((x) => Math.round(x * 4) / 4)).toEqual([4, -7.5, 0.75]);
    expect(Math.round(shares(net, peace, 0)[0] as number)).toBe(6);
  });

  it('are silent below zero', () => {
    expect([...scores(net, [{ word: 'war', labels: [] }])].map(Math.round)).toEqual([-1, 0, 0]);
  });

  it('of the wrong size are refused by name', () => {
    expect(() => loadNetwork({ ...model, hidden: 2 })).toThrow(/"mix" has the wrong size/);
  });
});

describe('parties exchanged', () => {
  const mirror = mirrorOf(
    {
      labels: [['@a', '@b']],
      propositions: [
        ['p', 'q'],
        ['r', 'r'],
      ],
    },
    ['p', 'q', 'r', 's'],
  );

  it('turns labels round and leaves a sentence without parties alone', () => {
    expect(exchanged([{ word: 'x', labels: ['@a', '@c'] }], mirror)).toEqual([{ word: 'x', labels: ['@b', '@c'] }]);
    expect(exchanged([{ word: 'x', labels: ['@c'] }], mirror)).toBeNull();
  });
});

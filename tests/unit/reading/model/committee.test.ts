import { describe, expect, it } from 'vitest';
import { committeesOf } from '../../../../utils/reading/model/committee';
import { encodeTensor, type ModelData } from '../../../../utils/reading/model/data';
import { scoreSentence } from '../../../../utils/reading/model/score';
import { mirrorOf } from '../../../../utils/reading/model/sides';

const tensor = (values: number[]) => encodeTensor(Float32Array.from(values), 16);

/** One word, one filter: "peace" gives output 0 this score. */
const modelOf = (score: number, propositions = ['a']): ModelData => ({
  formatVersion: 1,
  propositions,
  width: 1,
  windows: [1],
  filters: 1,
  words: 'peace',
  labels: [],
  thresholds: [2, 2, 2],
  withCue: [0, 0, 0],
  tensors: {
    words: tensor([1]),
    labels: tensor([]),
    kernels: tensor([1]),
    kernelBias: tensor([0]),
    out: tensor([score, 0, 0]),
    outBias: tensor([0, -20, -20]),
    cues: tensor(new Array(9).fill(0)),
  },
});
const ready = (models: ModelData[]) => committeesOf(models, (own) => mirrorOf(undefined, own));
const sentence = [{ word: 'peace', labels: [] }];
const none = new Float32Array(9);

describe('a committee', () => {
  it('is made of the models of the same propositions', () => {
    const [first, second, ...more] = ready([modelOf(1), modelOf(2, ['b']), modelOf(3)]);
    expect([first?.nets.length, second?.nets.length, more.length]).toEqual([2, 1, 0]);
    expect(second?.data.propositions).toEqual(['b']);
  });

  it('believes the mean', () => {
    const [committee] = ready([modelOf(1), modelOf(4)]);
    const { scores, views } = scoreSentence(committee!.nets, committee!.mirror, sentence, null, none);
    expect(scores[0]).toBeCloseTo(2.5, 2);
    expect(views.map((view) => Math.round(view.scores[0]!))).toEqual([1, 4]);
  });

  it('does not ask the others where the first is far below every limit, and a cue brings the limit nearer; where it is sure, they are', () => {
    const [committee] = ready([modelOf(-1), modelOf(9)]);
    const far = scoreSentence(committee!.nets, committee!.mirror, sentence, null, none);
    expect(far.views).toHaveLength(1);
    expect(far.scores[0]).toBeCloseTo(-1, 2);
    const [sure] = ready([modelOf(7), modelOf(0)]);
    expect(scoreSentence(sure!.nets, sure!.mirror, sentence, null, none).scores[0]).toBeCloseTo(3.5, 2);
    const cues = Float32Array.from([0.5, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(scoreSentence(committee!.nets, committee!.mirror, sentence, null, cues).views).toHaveLength(2);
  });
});

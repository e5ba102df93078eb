import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../scripts/pack/source';
import { attribute } from '../../../../utils/reading/attribution';
import { featuresOf } from '../../../../utils/reading/model/features';
import { exchanged } from '../../../../utils/reading/model/sides';
import { labelSentence } from '../../../../utils/reading/read-sentence';
import { compileTopic } from '../../../../utils/reading/topic';

const topic = compileTopic(readSource('scripts/pack/ukraine-peace-talks'));
const { mirror } = topic.models[0]!;

function featuresIn(text: string) {
  const read = attribute([{ text, kind: 'paragraph' }], topic.people, '2025-12-01');
  const around = labelSentence(read.text, read.sentences[0]!, topic)!;
  return featuresOf(around.tokens, around.index, mirror);
}

const owners = (features: ReturnType<typeof featuresIn>, word: string): string[] =>
  features.find((f) => f.word === word)!.labels.filter((label) => label.startsWith('of:'));

describe('features', () => {
  const features = featuresIn('Peace is near, but Moscow wants more land and Kyiv demands guarantees.');

  it('say of a word which side was named last before it', () => {
    expect(owners(features, 'peace')).toEqual([]);
    expect(owners(features, 'wants')).toEqual(['of:side:Russia']);
    expect(owners(features, 'demands')).toEqual(['of:side:Ukraine']);
  });

  it('exchange that side with the parties', () => {
    const other = exchanged(features, mirror)!;
    expect(owners(other, 'wants')).toEqual(['of:side:Ukraine']);
    expect(owners(other, 'demands')).toEqual(['of:side:Russia']);
  });
});

import { describe, expect, it } from 'vitest';
import { joined } from '../../../../scripts/model/lessons';
import type { Lesson } from '../../../../scripts/model/trainer';

const lesson = (words: number[], target: number[], weight: number[]): Lesson => ({
  tokens: { words: Int32Array.from(words), labels: words.map(() => new Int32Array()) },
  cues: new Float32Array(target.length * 3),
  target: Float32Array.from(target),
  weight: Float32Array.from(weight),
});

describe('two sentences as one', () => {
  const both = joined(lesson([1, 2], [1, 0, 0], [1, 1, 0.3]), lesson([3], [0, 1, 0], [0, 0.5, 1]));

  it('hold the words of both in order', () => {
    expect([...both.tokens.words]).toEqual([1, 2, 3]);
    expect(both.tokens.labels).toHaveLength(3);
  });

  it('say what each says, and are sure of silence only where both are', () => {
    expect([...both.target]).toEqual([1, 1, 0]);
    expect([...both.weight].map((w) => Math.round(w * 10) / 10)).toEqual([1, 0.5, 0.3]);
  });
});

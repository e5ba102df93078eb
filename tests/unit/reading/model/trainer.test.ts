import { describe, expect, it } from 'vitest';
import { Trainer } from '../../../../scripts/model/trainer';
import type { Feature } from '../../../../utils/reading/model/features';

const words = ['peace', 'war', 'near', 'far', 'the', 'talks'];
const sentence = (text: string): Feature[] => text.split(' ').map((word) => ({ word, labels: [] }));
const lessons: [string, number][] = [
  ['peace near', 0],
  ['the peace near', 0],
  ['peace far', 1],
  ['the peace far talks', 1],
  ['war near', -1],
  ['the talks', -1],
];

/** Learns the lessons and returns every number of the network. */
async function taught(seed: number): Promise<{ trainer: Trainer; losses: number[] }> {
  const shape = { propositions: ['close'], width: 4, windows: [1, 3], filters: 6, hidden: 5, words, labels: [] };
  const start = Float32Array.from({ length: words.length * 4 }, (_, i) => Math.sin(i + 1));
  const trainer = await Trainer.create(shape, start, seed);
  const losses: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    let loss = 0;
    for (const [text, output] of lessons) {
      const target = new Float32Array(3);
      if (output >= 0) target[output] = 1;
      const tokens = trainer.encode(sentence(text));
      loss += trainer.learn({ tokens, cues: new Float32Array(9), target, weight: new Float32Array(3).fill(1) }, 1);
    }
    trainer.step(0.02, lessons.length);
    losses.push(loss);
  }
  return { trainer, losses };
}

const numbers = ({ trainer }: { trainer: Trainer }): number[] => trainer.parameters.flatMap((p) => [...p.values]);

describe('trainer', () => {
  const first = taught(3);

  it('learns: the loss falls to a fraction', async () => {
    const { losses } = await first;
    const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
    expect(mean(losses.slice(-30))).toBeLessThan(mean(losses.slice(0, 10)) / 3);
  });

  it('gives the same numbers twice from one seed, and others from another', async () => {
    expect(numbers(await taught(3))).toEqual(numbers(await first));
    expect(numbers(await taught(4))).not.toEqual(numbers(await first));
  });
});

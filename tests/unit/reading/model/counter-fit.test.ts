import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterFit } from '../../../../scripts/model/counter-fit';
import { pairsOf } from '../../../../scripts/model/wordnet';

const cosine = (vectors: Float32Array, a: number, b: number): number => {
  const [x, y] = [a, b].map((row) => [...vectors.subarray(row * 2, row * 2 + 2)]) as [number[], number[]];
  return (x[0]! * y[0]! + x[1]! * y[1]!) / (Math.hypot(...x) * Math.hypot(...y));
};

describe('counter-fitting', () => {
  it('sets opposites apart and brings words of one meaning together; lengths and other words stay', () => {
    const words = ['accept', 'reject', 'agree', 'stone'];
    const vectors = Float32Array.from([3, 1, 3, 1.2, 1, 1.5, -1, 2]);
    const before = vectors.slice();
    counterFit(vectors, 2, words, { same: [['accept', 'agree']], opposite: [['accept', 'reject']] });
    expect(cosine(before, 0, 1)).toBeGreaterThan(0.99);
    expect(cosine(vectors, 0, 1)).toBeLessThan(0.3);
    expect(cosine(vectors, 0, 2)).toBeGreaterThan(cosine(before, 0, 2) - 0.05);
    for (const row of [0, 1, 2])
      expect(Math.hypot(...vectors.subarray(row * 2, row * 2 + 2))).toBeCloseTo(
        Math.hypot(...before.subarray(row * 2, row * 2 + 2)),
        4,
      );
    expect(vectors[6]).toBeCloseTo(-1, 5);
    expect(vectors[7]).toBeCloseTo(2, 5);
  });
});

describe('pairs of WordNet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'said-before-wordnet-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    const files: Record<string, string> = {
      'index.sense': 'accept%2:40:00:: 00000001 1 9\nagree%2:40:00:: 00000001 2 3\ntake%2:40:00:: 00000001 7 1\n',
      'data.verb':
        '  1 a notice\n00000001 40 v 03 accept 0 agree 0 take 0 001 ! 00000002 v 0101 00 | say yes\n00000002 40 v 01 reject 0 001 ! 00000001 v 0101 00 | say no\n',
      'data.noun': '',
      'data.adj': '',
      'data.adv': '',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });

  it('are of common senses, in all forms that are known, and never both', () => {
    const known = new Set('accept accepted accepts agree agreed agrees take taken reject rejected'.split(' '));
    const { same, opposite } = pairsOf(folder, known);
    expect(same.map((pair) => pair.join(' ')).sort()).toEqual(['accept agree', 'accepted agreed', 'accepts agrees']);
    expect(opposite.map((pair) => pair.join(' ')).sort()).toEqual(['accept reject', 'accepted rejected']);
  });
});

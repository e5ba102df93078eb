import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containmentOf, likenessOf, numbersOf } from '../../../utils/evidence/numbered';
import { containment, likeness } from '../../../utils/evidence/similar';

it('words as numbers are as like as the words are', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'bridge safe cost ferry road tower gate river'.split(' ')));
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [new Set(one), new Set(other)];
      const [x, y] = [numbersOf(a), numbersOf(b)];
      expect(likenessOf(x, y)).toBe(likeness(a, b));
      expect(containmentOf(x, y)).toBe(containment(a, b));
    }),
  );
});

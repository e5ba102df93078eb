import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countOf, Postings } from '../../../utils/corpus/catalogue/postings';

it('gives each term its documents in order, with their weights, however they were cut', () => {
  const document = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 120 })), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(3),
      (docs, most, looks) => {
        const postings = new Postings(most);
        const plain = new Map<number, Map<number, number>>();
        docs.forEach((terms, doc) => {
          postings.begin();
          for (const [term, weight] of terms) {
            postings.add(term, doc, weight);
            const of = plain.get(term) ?? new Map<number, number>();
            of.set(doc, Math.min(255, (of.get(doc) ?? 0) + weight));
            plain.set(term, of);
          }
          // A search in between must not spoil what comes after.
          if (doc % 4 < looks) postings.segments();
        });
        const segments = postings.segments();
        for (let term = 0; term <= 13; term += 1) {
          const found = segments.flatMap(({ starts, postings: list }) => [
            ...list.subarray(starts[term] ?? 0, starts[term + 1] ?? 0),
          ]);
          const wanted = [...(plain.get(term) ?? [])].map(([doc, weight]) => doc * 256 + weight);
          expect(found).toEqual(wanted);
          expect(countOf(segments, term)).toBe(wanted.length);
        }
      },
    ),
  );
});

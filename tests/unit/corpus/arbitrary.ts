import fc from 'fast-check';
import { unquoted } from '../../../utils/corpus/unquoted';
import type { Figure, Reading, Statement } from '../../../utils/types';

/** Text that can be kept as it is: no control characters, single spaces, but quotes, formulas, tags and all scripts. */
const text = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '-5',
        '@a',
        '+',
        "''=",
        'a,"b";c\td',
        '<script>alert(1)</script>',
        'два\nслова',
        '"',
      ),
    )
    .map((s) => s.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim())
    .filter((s) => s.length > 0 && s.length <= max);

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((n) => n + 0);
const figure: fc.Arbitrary<Figure> = fc
  .oneof(
    number.map((value) => ({ value })),
    fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) + 1 })),
    number.map((low) => ({ low })),
    number.map((high) => ({ high })),
  )
  .chain((f) => fc.option(text(20), { nil: undefined }).map((unit) => ({ ...f, ...(unit ? { unit } : {}) })));

const reading: fc.Arbitrary<Reading> = fc.record(
  {
    proposition: fc.constantFrom('p1', 'p2', 'p3'),
    stance: fc.constantFrom('affirms' as const, 'denies' as const, 'hedges' as const),
    figure,
  },
  { requiredKeys: ['proposition', 'stance'] },
);

/** Statements as an import may bring them, with what CSV can say. */
export const statements: fc.Arbitrary<Statement[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.record(
        {
          id: text(30),
          speaker: text(30),
          date: day,
          gist: text(60),
          readings: fc.uniqueArray(reading, { maxLength: 3, selector: (r) => r.proposition }),
          role: text(30),
          side: text(20),
          place: text(20),
        },
        { requiredKeys: ['id', 'speaker', 'date', 'gist', 'readings'] },
      ),
      fc.option(text(60), { nil: '' }),
      fc.option(day, { nil: undefined }),
      fc.option(text(20), { nil: '' }),
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true }),
    )
    .map(([own, quote, published, publisher, url]) => ({
      ...own,
      quote: unquoted(quote),
      source: { publisher, url, ...(published ? { published } : {}) },
    })),
  { maxLength: 12, selector: (s) => s.id },
);

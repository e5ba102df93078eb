import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withField } from '../../../components/options/Facets';
import { listed } from '../../../components/options/ValueFacet';
import { formatAddress, parseAddress } from '../../../entrypoints/options/address';
import { isNarrow, paramsOf, queryOf } from '../../../entrypoints/options/query';
import type { Query } from '../../../utils/corpus-service';

const toParams = (query: Query): URLSearchParams => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(paramsOf(query)))
    for (const one of Array.isArray(value) ? value : value ? [value] : []) params.append(key, one);
  return params;
};
const words = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 });
const query = fc.record(
  {
    text: fc.stringMatching(/^[a-z“”"&=?#%]+( [a-z]+)*$/),
    speaker: words,
    side: words,
    proposition: words,
    publisher: words,
    pack: words,
    stance: fc.subarray(['affirms', 'denies', 'hedges'] as const, { minLength: 1 }),
    own: fc.subarray(['added', 'changed'] as const, { minLength: 1 }),
    from: fc.constantFrom('2022-02-24', '2025-01-01'),
    machine: fc.constant(true as const),
    muted: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

describe('the address', () => {
  it('keeps every query through link, bookmark and reload', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const hash = formatAddress({ view: 'statements', params: toParams(asked as Query) });
        expect(queryOf(parseAddress(hash).params)).toEqual(asked);
      }),
    );
  });
  it('keeps the order', () => {
    for (const sort of ['date', 'speaker'] as const)
      for (const descending of [true, false])
        expect(queryOf(toParams({ sort, descending }))).toEqual({ sort, descending });
  });
  it('takes a filter without a view for one of the statements', () => {
    const { view, params } = parseAddress('#proposition=ferry-stays');
    expect([view, params.get('proposition')]).toEqual(['statements', 'ferry-stays']);
    expect(parseAddress('').view).toBe('statements');
    expect(parseAddress('#packs').view).toBe('packs');
  });
  it('leaves out what cannot be meant', () => {
    const params = new URLSearchParams('stance=maybe&from=yesterday&sort=colour&machine=0&own=stolen&id=x');
    expect(queryOf(params)).toEqual({});
    expect(isNarrow({ sort: 'date' })).toBe(false);
    expect(isNarrow({ text: 'x' })).toBe(true);
  });
});

describe('facets', () => {
  it('a field that is emptied leaves the query', () => {
    expect(withField({ speaker: ['a'], text: 'x' }, 'speaker', [])).toEqual({ text: 'x' });
    expect(withField({}, 'machine', true)).toEqual({ machine: true });
  });
  it('chosen values come first and stay, even where they would show nothing', () => {
    const counts = [
      { value: 'a', count: 9 },
      { value: 'b', count: 3 },
    ];
    const nameOf = (value: string) => ({ name: value.toUpperCase() });
    expect(listed(counts, ['b', 'gone'], '', nameOf).map((c) => c.value)).toEqual(['gone', 'b', 'a']);
    expect(listed(counts, [], 'B', nameOf).map((c) => c.value)).toEqual(['b']);
  });
});

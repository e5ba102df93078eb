import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pieces, t, useCatalogue } from '../../utils/i18n';
import { reasonPieces, reasonText } from '../../utils/reason-words';
import type { Effect, Reason, Stance } from '../../utils/types';
import { useLocale } from './support/catalogue';

const stances: Stance[] = ['affirms', 'denies', 'hedges'];
const effects: Effect[] = ['excludes', 'supports', 'leaves'];
const claim = 'The bridge is safe.';
const every: Reason[] = [
  { code: 'source' },
  ...stances.flatMap((passage): Reason[] => [
    { code: 'alike', claim, passage },
    ...stances
      .filter((statement) => statement !== passage)
      .map((statement): Reason => ({ code: 'apart', claim, passage, statement })),
    ...effects.map((statement): Reason => ({ code: 'opposed', claim, passage, statement })),
  ]),
  { code: 'figures', kind: 'cost', passage: { value: 27500, unit: 'euros' }, statement: { low: 1.25, high: 2 } },
];

beforeEach(() => useLocale('en'));
afterAll(() => useLocale('en'));

describe('the reason in words', () => {
  for (const locale of ['en', 'uk', 'de', 'fr'])
    it(`${locale}: every reason has words of its own, with the claim as the pack has it`, () => {
      useLocale(locale);
      const told = every.map(reasonText);
      expect(told.filter((text) => /reason[A-Z]|undefined|\$\d/.test(text))).toEqual([]);
      expect(new Set(told).size).toBe(every.length);
      for (const [i, reason] of every.entries()) if ('claim' in reason) expect(told[i]).toContain('The bridge is safe');
    });

  it('gives figures with the separators of the language', () => {
    const figures = every.at(-1) as Reason;
    expect(reasonText(figures)).toBe('Figures for cost: 27,500 euros here, 1.3 to 2 in this statement.');
    useLocale('de');
    expect(reasonText(figures)).toBe('Beide nennen eine Zahl („cost“): hier 27.500 Euro, in dieser Aussage 1,3 bis 2.');
  });

  it('keeps apart what was put in, so that its language can be marked', () => {
    expect(reasonPieces({ code: 'alike', claim, passage: 'denies' })).toEqual([
      { text: 'Both deny “', given: false },
      { text: 'The bridge is safe', given: true },
      { text: '”.', given: false },
    ]);
  });
});

it('pieces are the text, whatever the order of its places', () => {
  useCatalogue((_, [a, b] = []) => `${b}, then ${a}!`, 'en');
  const found = pieces('k', 'one', 'two');
  expect(found.map(({ text }) => text).join('')).toBe(t('k', 'one', 'two'));
  expect(found.filter(({ given }) => given).map(({ text }) => text)).toEqual(['two', 'one']);
});

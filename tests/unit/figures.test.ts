import { afterAll, describe, expect, it } from 'vitest';
import { figurePieces, figureText } from '../../utils/figures';
import type { Figure } from '../../utils/types';
import { useLocale } from './support/catalogue';

/** As it is read: no-break and narrow spaces are spaces. */
const told = (figure: Figure): string => figureText(figure).replace(/[\u00a0\u202f]/g, ' ');

describe('figures in words', () => {
  afterAll(() => useLocale('en'));
  const rows: [string, Figure, string][] = [
    ['en', { value: 1, unit: 'wars' }, '1 war'],
    ['en', { low: 25000, high: 30000, unit: 'soldiers per month' }, '25,000 to 30,000 soldiers per month'],
    ['en', { value: 30415, unit: 'soldiers per month', said: '7,000 in a week' }, 'about 30,000 soldiers per month'],
    ['en', { low: 21725, unit: 'soldiers per month', said: 'over 5,000 a week' }, 'at least 22,000 soldiers per month'],
    ['en', { value: 30400, unit: 'soldiers per month', said: '7,000' }, 'about 30,000 soldiers per month'],
    ['en', { value: 110e9, unit: 'US dollars', said: '100 billion euros' }, 'about 110 billion US dollars'],
    ['en', { value: 1000, unit: 'soldiers', said: 'a thousand' }, '1,000 soldiers'],
    ['en', { value: 46370, unit: 'soldiers', said: '46,370 killed' }, '46,370 soldiers'],
    ['uk', { value: 30415, unit: 'soldiers per month', said: '7,000 in a week' }, 'близько 30 000 солдатів на місяць'],
    ['en', { value: 350e9, unit: 'US dollars' }, '350 billion US dollars'],
    ['en', { value: 90, unit: 'percent' }, '90%'],
    ['en', { low: 90, unit: 'percent' }, 'at least 90%'],
    ['en', { high: 3, unit: 'days' }, 'up to 3 days'],
    ['de', { value: 1150000, unit: 'soldiers' }, '1,15 Millionen Soldaten'],
    ['de', { low: 25000, high: 30000, unit: 'soldiers per month' }, '25.000 bis 30.000 Soldaten pro Monat'],
    ['fr', { value: 350e9, unit: 'US dollars' }, '350 milliards de dollars américains'],
    ['fr', { value: 1.5, unit: 'days' }, '1,5 jour'],
    ['uk', { value: 21, unit: 'wars' }, '21 війна'],
    ['uk', { value: 3, unit: 'wars' }, '3 війни'],
    ['uk', { value: 8, unit: 'wars' }, '8 воєн'],
    ['uk', { value: 1.5e6, unit: 'US dollars' }, '1,5 мільйона доларів США'],
    ['uk', { low: 25000, high: 30000, unit: 'soldiers per month' }, '25 000–30 000 солдатів на місяць'],
  ];
  for (const [locale, figure, expected] of rows)
    it(`${locale}: ${expected}`, () => {
      useLocale(locale);
      expect(told(figure)).toBe(expected);
    });

  it('a unit that no catalogue knows is the pack’s, and marked so', () => {
    useLocale('de');
    expect(figurePieces({ value: 27500, unit: 'tonnes per day' })).toEqual([
      { text: '27.500 ', given: false },
      { text: 'tonnes per day', given: true },
    ]);
    expect(figurePieces({ value: 2 })).toEqual([{ text: '2', given: false }]);
  });

  it('every unit of the bundled pack has words in every language', async () => {
    const { readFileSync } = await import('node:fs');
    const pack = JSON.parse(readFileSync('public/packs/ukraine-peace-talks/pack.json', 'utf8')) as {
      propositions: { figure?: { unit: string } }[];
    };
    const units = [...new Set(pack.propositions.flatMap(({ figure }) => figure?.unit ?? []))];
    expect(units.length).toBeGreaterThan(3);
    for (const locale of ['en', 'de', 'fr', 'uk']) {
      useLocale(locale);
      const unknown = units.filter((unit) => figurePieces({ value: 2, unit }).some(({ given }) => given));
      expect(unknown, locale).toEqual([]);
    }
  });
});

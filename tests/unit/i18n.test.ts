import { afterAll, describe, expect, it } from 'vitest';
import { longDay, number, shortDay, spanOf, yearOf } from '../../utils/dates';
import { t, tagOf, tn, useCatalogue } from '../../utils/i18n';
import { useLocale } from './support/catalogue';

afterAll(() => useLocale('en'));

describe('words', () => {
  it('take the browser’s region where its language is ours, and ours where it is not', () => {
    expect([tagOf('en', 'en-GB'), tagOf('en', 'es'), tagOf('de', 'de-AT'), tagOf('uk', 'ru')]).toEqual([
      'en-GB',
      'en',
      'de-AT',
      'uk',
    ]);
  });

  it('come in the plural of the language, with its number, and show a gap as its key', () => {
    const words: Record<string, string> = { a_one: 'одне', a_few: '$1 два', a_many: '$1 багато', a_other: '$1 інше' };
    useCatalogue((key, values = []) => (words[key] ?? '').replace('$1', values[0] ?? ''), 'uk');
    expect([1, 3, 5, 1.5].map((n) => tn('a', n))).toEqual(['одне', '3 два', '5 багато', '1,5 інше']);
    expect(t('gone')).toBe('gone');
  });
});

describe('dates and numbers', () => {
  it('follow the language', () => {
    const told = (tag: string): string[] => {
      useCatalogue((key) => key, tag);
      return [longDay('2025-12-16'), shortDay('2025-12-16'), number(12345.5)];
    };
    expect(told('en-GB')).toEqual(['16 December 2025', '16 Dec 2025', '12,345.5']);
    expect(told('de')).toEqual(['16. Dezember 2025', '16. Dez. 2025', '12.345,5']);
    expect(told('fr')[0]).toBe('16 décembre 2025');
    expect(told('uk')[0]).toBe('16 грудня 2025\u00a0р.');
  });

  it('name a day by itself, wherever the reader is', () => {
    useCatalogue((key) => key, 'en');
    expect(longDay('2025-01-01')).toBe('January 1, 2025');
    expect(yearOf('2025-01-01')).toBeCloseTo(2025, 1);
    expect(yearOf('2024-12-31')).toBeLessThan(2025);
  });

  it('measure a span in the largest unit of which there are two', () => {
    expect([0, 1, 13, 20, 45, 61, 290, 700, 731].map((days) => spanOf(days))).toEqual([
      { count: 1, unit: 'day' },
      { count: 1, unit: 'day' },
      { count: 2, unit: 'week' },
      { count: 3, unit: 'week' },
      { count: 6, unit: 'week' },
      { count: 2, unit: 'month' },
      { count: 10, unit: 'month' },
      { count: 2, unit: 'year' },
      { count: 2, unit: 'year' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { bytes } from '../../../components/options/bytes';
import { useLocale } from '../support/catalogue';

describe('a size in words', () => {
  it('has the unit that suits it, in the plural where there is one', () => {
    useLocale('en');
    expect([0, 1, 825, 1200, 81_234_567].map(bytes)).toEqual(['0 bytes', '1 byte', '825 bytes', '1 kB', '81.2 MB']);
    useLocale('de');
    expect(bytes(81_234_567)).toBe('81,2 MB');
    useLocale('en');
  });
});

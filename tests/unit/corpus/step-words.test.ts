import { describe, expect, it } from 'vitest';
import { stepWords } from '../../../utils/corpus/step-words';
import { useLocale } from '../support/catalogue';

describe('a step in words', () => {
  it('writes how many it was as the language does, and leaves names alone', () => {
    useLocale('en');
    expect(stepWords({ key: 'stepImported', args: ['20250301', '100000'] })).toBe(
      'Import of 20250301 (100,000 statements)',
    );
    expect(stepWords({ key: 'stepStatementsDeleted', args: ['1200'] })).toContain('(1,200)');
    expect(stepWords({ key: 'stepPackUpdated', args: ['Pack', '20250301'] })).toContain('20250301');
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { fileFault, fileFaults } from '../../../utils/corpus/file-faults';
import { rowCodes, rowWords } from '../../../utils/corpus/row-faults';
import { validateFile } from '../../../utils/corpus/validate-file';
import { useLocale } from '../support/catalogue';

afterAll(() => useLocale('en'));
const args = ['FIRST', 'SECOND', 'THIRD'];

describe('faults of files', () => {
  for (const locale of ['en', 'uk', 'de', 'fr'])
    it(`${locale}: each says what is wrong and what to do`, () => {
      useLocale(locale);
      const told = [
        ...rowCodes.map((code) => ({ name: code as string, ...rowWords({ code, args }) })),
        ...fileFaults
          .map((name) => ({ name: name as string, ...fileFault(name, ...args) }))
          // What to do about a statement is told by the statement's own fault.
          .filter(({ name }) => name !== 'Statement'),
      ];
      // A key that the catalogue lacks would stand there itself.
      const wrong = told.filter((one) =>
        [one.message, one.todo].some((text) => !text || /^(?:row_|file[A-Z])|\$\d|undefined/.test(text)),
      );
      expect(wrong).toEqual([]);
    });

  it('are told in the language of the interface, with numbers as it writes them', async () => {
    const line = JSON.stringify({
      speaker: 'Ann',
      date: '2025-02-30',
      gist: 'x'.repeat(2001),
      source: { url: 'https://a.example/' },
    });
    const told = async (): Promise<string[]> =>
      (await validateFile('a.jsonl', new TextEncoder().encode(line))).faults.map((fault) => {
        const { message, todo } = rowWords(fault);
        return `${fault.row}: ${fault.field}: ${message} ${todo}`;
      });
    useLocale('en');
    expect(await told()).toEqual([
      '1: date: “2025-02-30” is not a day from 1900 to 2100. Write it as YYYY-MM-DD.',
      '1: gist: Longer than 2,000 characters. Shorten it.',
    ]);
    useLocale('de');
    expect(await told()).toEqual([
      '1: date: „2025-02-30“ ist kein Tag zwischen 1900 und 2100. Schreiben Sie es als JJJJ-MM-TT.',
      '1: gist: Länger als 2.000 Zeichen. Kürzen Sie es.',
    ]);
  });
});

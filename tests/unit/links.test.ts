import { beforeAll, describe, expect, it } from 'vitest';
import { cite } from '../../utils/cite';
import { linkTo, publisherOf, textDirective } from '../../utils/links';
import type { Statement } from '../../utils/types';
import { useLocale } from './support/catalogue';

const words = (quote: string): string => decodeURIComponent(textDirective(quote)).replace(':~:text=', '');

describe('text directives', () => {
  it.each([
    ['the ferry will not be replaced', 'the ferry will not be replaced'],
    ['“The ferry will not be replaced.”', 'The ferry will not be replaced'],
    ['it’s clear that the ferry will stay', 'clear that the ferry will stay'],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      'one two three four five six seven eight,nine ten eleven twelve thirteen',
    ],
    [
      'we have told them many times, and it’s clear, that nobody will replace the ferry',
      'we have told them many times,that nobody will replace the ferry',
    ],
    ['the well-known state-run ferry company here', 'ferry company here'],
    ['no deal', ''],
    ['it is no', ''],
    ['', ''],
  ])('%s → %s', (quote, expected) => expect(words(quote)).toBe(expected));

  it('encode what has a meaning in a fragment', () => {
    expect(textDirective('Straße über den Fluss')).toBe(':~:text=Stra%C3%9Fe%20%C3%BCber%20den%20Fluss');
    expect(textDirective('a quick & simple answer to all')).not.toMatch(/&/);
  });

  it('every word looked for stands in the quotation as it is, next to each other', () => {
    const quote = '“Nobody, I repeat: nobody, will sell the 1,000-year-old harbour to them… not now, not in ten years”';
    for (const part of words(quote).split(',')) expect(quote).toContain(part);
  });
});

describe('links', () => {
  const at = (url: string) => linkTo({ quote: 'the ferry will not be replaced', source: { publisher: '', url } });
  const directive = ':~:text=the%20ferry%20will%20not%20be%20replaced';
  it('keep a hash of the address, and replace a directive in it', () => {
    expect(at('https://a.example/x?y=1')).toBe(`https://a.example/x?y=1#${directive}`);
    expect(at('https://a.example/x#part')).toBe(`https://a.example/x#part${directive}`);
    expect(at('https://a.example/x#part:~:text=old')).toBe(`https://a.example/x#part${directive}`);
  });
  it('name the host where there is no publisher', () => {
    expect(publisherOf({ publisher: '', url: 'https://a.example/x' })).toBe('a.example');
    expect(publisherOf({ publisher: '', url: 'nonsense' })).toBe('');
  });
});

describe('citations', () => {
  beforeAll(() => useLocale());
  const statement: Statement = {
    id: 's',
    speaker: 'Ann *Lee*',
    role: 'mayor <acting>',
    date: '2025-03-01',
    quote: 'the ferry will "not" be replaced',
    gist: 'The ferry stays.',
    readings: [],
    source: { publisher: 'Gazette [& Co]', url: 'https://a.example/x_(y)' },
  };
  it('carry words, speaker, role, day, publisher and link in each form', () => {
    const { text, markdown, html } = cite(statement);
    expect(text).toMatch(
      /^“the ferry will "not" be replaced” — Ann \*Lee\*, mayor <acting>, said on .*2025\. Gazette \[& Co\], https:\/\/a\.example\/x_\(y\)/,
    );
    expect(markdown).toContain('**Ann \\*Lee\\***');
    expect(markdown).toContain('[Gazette \\[& Co\\]](https://a.example/x_%28y%29');
    expect(html).toContain(
      '<blockquote cite="https://a.example/x_(y)"><p>“the ferry will &quot;not&quot; be replaced”',
    );
    expect(html).toContain('mayor &lt;acting&gt;');
    expect(html).toContain('<time datetime="2025-03-01">');
  });
  it('say when the words are ours, and when only the day of publication is known', () => {
    const { text } = cite({ ...statement, quote: '', dateBasis: 'published' });
    expect(text).toMatch(/^The ferry stays\. \(in our words\) — .*published on /);
  });
});

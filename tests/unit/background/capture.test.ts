import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fragment, recordFrom } from '../../../entrypoints/background/capture-record';
import { extractArticle } from '../../../utils/article/extract';
import { captureSelection } from '../../../utils/article/selection';
import { indexPeople } from '../../../utils/reading/people';

const people = indexPeople([
  { id: 'lee', name: 'Ann Lee', kind: 'person', gender: 'f', side: 'Port', short: ['Lee'] },
  { id: 'moor', name: 'Tom Moor', kind: 'person', gender: 'm', side: 'Town', short: ['Moor'] },
]);
const url = 'https://gazette.example/2025/ferry?utm_source=mail&id=7#top';
const html = `<!doctype html><html lang="en"><head><title>The ferry stays | Gazette</title>
<link rel="canonical" href="https://gazette.example/2025/ferry?id=7">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-02","publisher":{"@type":"Organization","name":"The Harbour \\"Gazette\\""}}</script>
</head><body><article><h1>The ferry stays where it is for now</h1>
<p>“The ferry will not be replaced this year or in any year that I can see from here, whatever the council of the town decides in the end,” Ann Lee told the harbour council on Saturday.</p>
<p>Tom Moor said that the old boat was a danger to everybody on it and to the quay as well.</p>
<p>The quay was built a hundred years ago by people who are long gone, and it shows its age in the rain.</p>
</article></body></html>`;

function select(words: string) {
  const { document } = parseHTML(html) as unknown as { document: Document };
  const node = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words))?.firstChild as Text;
  const at = node.data.indexOf(words);
  const range = { startContainer: node, startOffset: at };
  const selection = { rangeCount: 1, toString: () => words, getRangeAt: () => range };
  Object.defineProperty(document, 'getSelection', { value: () => selection });
  const captured = captureSelection(document, url);
  if (!captured) throw new Error('nothing captured');
  return recordFrom(captured, people);
}

describe('a captured selection', () => {
  it('of a quotation has its speaker, its day, and at most fifteen of the words', () => {
    const record = select(
      '“The ferry will not be replaced this year or in any year that I can see from here, whatever',
    );
    expect(record).toMatchObject({ speaker: 'Ann Lee', side: 'Port', date: '2025-03-02', gist: '' });
    expect(record.quote).toBe('The ferry will not be replaced this year or in any year that I can');
  });

  it('is shown as it was selected, quotation marks and all', () => {
    const words = '“The ferry will not be replaced this year or in any year that I can see from here, whatever';
    expect(select(words).selection).toBe(words);
    expect(fragment('“the ferry stays here”')).toBe('the ferry stays here');
  });

  it('that reaches beyond the quotation keeps to the words within the marks', () => {
    const record = select('whatever the council of the town decides in the end,” Ann Lee told the harbour council');
    expect(record.quote).toBe('whatever the council of the town decides in the end');
    expect(record.speaker).toBe('Ann Lee');
  });

  it('of somebody’s account is no quotation', () => {
    const record = select('Tom Moor said that the old boat was a danger to everybody on it');
    expect(record).toMatchObject({ speaker: 'Tom Moor', side: 'Town', quote: '' });
    expect(record.gist).toContain('a danger to everybody');
  });

  it('of the reporter’s own words names nobody', () => {
    expect(select('The quay was built a hundred years ago')).toMatchObject({ speaker: '', side: '', quote: '' });
  });

  it('carries the page’s own address and name, without what tracks', () => {
    expect(select('The quay was built')).toMatchObject({
      url: 'https://gazette.example/2025/ferry?id=7',
      publisher: 'The Harbour "Gazette"',
      published: '2025-03-02',
    });
  });

  it('is nothing when nothing is selected', () => {
    const { document } = parseHTML(html) as unknown as { document: Document };
    Object.defineProperty(document, 'getSelection', { value: () => null });
    expect(captureSelection(document, url)).toBeNull();
    expect(extractArticle(document, url).blocks.length).toBeGreaterThan(2);
  });
});

describe('a fragment', () => {
  it('loses the marks around it and stops after so many words', () => {
    expect(fragment('“It is over,”')).toBe('It is over');
    expect(fragment(Array(40).fill('word').join(' ')).split(' ')).toHaveLength(15);
    expect(fragment('  ')).toBe('');
  });
});

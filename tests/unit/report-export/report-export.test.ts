import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { isOwnReport } from '../../../utils/article/own-report';
import { writtenReport } from '../../../utils/reason-words';
import { reportFile, reportName } from '../../../utils/report-export/file';
import { reportHtml } from '../../../utils/report-export/html';
import { escapeMarkdown, linkMarkdown, reportMarkdown } from '../../../utils/report-export/markdown';
import { useLocale } from '../support/catalogue';
import { reply, statementView } from '../support/reply';

beforeAll(() => useLocale('en'));

describe('JSON', () => {
  it('is the report with each reason as one line, and nothing else', () => {
    const file = reportFile(reply(), 'json', { made: '2025-12-20', styles: '' });
    const written = JSON.parse(file.text);
    expect(written).toEqual(writtenReport(reply().report));
    expect(written.passages[0].evidence[0].reason).toBe(
      'The passage affirms “The bridge will open”; this statement denies it.',
    );
    expect(file).toMatchObject({ name: 'said-before-2025-12-16-news.example.json', type: 'application/json' });
  });
});

describe('names', () => {
  it('hold nothing that a file system refuses', () => {
    expect(reportName(reply({ url: 'https://ex<am>ple.org:81/a', published: null }), 'md')).toBe(
      'said-before-undated-example.org.md',
    );
    expect(reportName(reply({ url: 'file:///x' }), 'html')).toBe('said-before-2025-12-16-page.html');
  });
});

describe('Markdown', () => {
  it('names speaker, claim, relation, day, source and reason of everything', () => {
    const text = reportMarkdown(reply(), '2025-12-20');
    expect(text).toContain('# Bridge “soon” \\<open\\> & \\*free\\*');
    expect(text).toContain(
      '**3 claims found, 2 with earlier statements.** Compared with statements before December 16, 2025.',
    );
    expect(text).toContain('- **Contradicts, Reversal** · Ada Example (mayor), March 1, 2025 · 10 months earlier');
    expect(text).toContain('[Example Times](https://news.example/s1#:~:text=words%20of%20s1%20as%20spoken)');
    expect(text).toContain('## 2. The article');
    expect(text).toContain('Nothing earlier known');
    expect(text).toContain('### Source of this quote');
  });

  it('calls nothing earlier when the page has no date', () => {
    const text = reportMarkdown(reply({ published: null }), '2025-12-20');
    expect(text).not.toMatch(/months? earlier|weeks? earlier|with earlier/);
    expect(text).toContain('3 claims found, 2 with known statements.');
    expect(text).toContain('Article date unknown');
  });

  it('keeps marks in the text from becoming marks', () => {
    expect(escapeMarkdown('1. *a* [b](c) <i>\n# d')).toBe('1\\. \\*a\\* \\[b\\](c) \\<i\\> \\# d');
    expect(linkMarkdown('a]', 'https://x.example/a b(c)<d>')).toBe('[a\\]](https://x.example/a%20b%28c%29%3Cd%3E)');
  });
});

describe('HTML', () => {
  it('carries the whole report, runs nothing and loads nothing', () => {
    const text = reportHtml(reply(), '2025-12-20', 'p{color:red}</style><script>1</script>');
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    // By which the scout knows it.
    expect(isOwnReport(document)).toBe(true);
    expect(document.querySelector('h1')?.textContent).toBe('Bridge “soon” <open> & *free*');
    expect(document.querySelectorAll('section')).toHaveLength(3);
    expect(document.querySelectorAll('li.contradicts')).toHaveLength(1);
    expect(document.querySelector('li.contradicts .tag')?.textContent).toBe('Reversal');
    expect(document.querySelector('li.contradicts a')?.getAttribute('href')).toMatch(/^https:\/\/news\.example\/s1/);
    // On paper the address that one can type, in full and without what only scrolls a browser.
    expect(document.querySelector('li.contradicts .printed')?.textContent).toBe('https://news.example/s1');
  });

  it('lets no text of a page or a statement become an element', () => {
    const bad = reply({ title: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)' });
    const passage = bad.report.passages[0];
    if (passage) passage.text = '</blockquote><script>alert(1)</script>';
    bad.statements.s1 = statementView('s1', {
      quote: '"><svg onload=alert(1)>',
      source: { publisher: '<b>', url: 'javascript:alert(1)' },
    });
    const { document } = parseHTML(reportHtml(bad, '2025-12-20', ''));
    expect(document.querySelectorAll('script, img, svg, [onload], [onerror]')).toHaveLength(0);
    expect(document.querySelectorAll('a[href^="javascript"]')).toHaveLength(0);
    expect(document.querySelector('blockquote.passage')?.textContent).toContain('<script>');
  });

  it('says so when there is nothing', () => {
    const empty = reply();
    empty.report.passages = [];
    empty.report.counts = { passages: 0, covered: 0, contradicts: 0, confirms: 0 };
    expect(parseHTML(reportHtml(empty, '2025-12-20', '')).document.querySelector('.headline')?.textContent).toBe(
      'Nothing known',
    );
  });
});

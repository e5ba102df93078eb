import { describe, expect, it } from 'vitest';
import { printReport } from '../../../scripts/check/print';
import { useEnglish } from '../../../scripts/setup/words';
import type { Evidence, ReportPassage, Statement } from '../../../utils/types';

useEnglish();

const statement: Statement = {
  ...{ id: 's', speaker: 'Ann Lee', date: '2025-03-01', dateBasis: 'published', gist: '', readings: [] },
  quote: 'the bridge will never be safe for lorries',
  source: { publisher: 'The Times', url: 'https://news.example/1' },
};
const found = (relation: Evidence['relation'], id = 's'): Evidence => ({
  ...{ statement: id, relation, sameSpeaker: true, daysEarlier: 306 },
  reason: { code: 'apart', claim: 'The bridge is safe.', passage: 'affirms', statement: 'denies' },
});
const print = (published: string | null, evidence: Evidence[]): string => {
  const passage: ReportPassage = {
    ...{ id: 'p1', text: '“It is safe,”', start: 0, end: 13, kind: 'direct', speaker: 'Ann Lee' },
    readings: [{ proposition: 'b', stance: 'affirms', figure: null, because: ['is safe'] }],
    evidence,
  };
  const page = {
    url: '',
    title: 'A bridge',
    published,
    publishedFrom: 'given' as const,
    language: 'en',
    topical: true,
  };
  const counts = { passages: 1, covered: evidence.length, contradicts: evidence.length, confirms: 0 };
  return printReport(
    'a.html',
    {
      report: { format: 'said-before-report', formatVersion: 1, page, counts, passages: [passage] },
      statements: { s: statement, t: { ...statement, id: 't' } },
      quotations: [],
    },
    new Map([['b', { id: 'b', group: 'g', claim: 'The bridge is safe.' }]]),
  );
};

describe('a report for people', () => {
  it('says how long before, what the day is, who published it, with a link to the words', () => {
    const text = print('2026-01-01', [found('contradicts')]);
    expect(text).toContain('≠ 2025-03-01 (day of publication), 10 months earlier  Ann Lee (reversal): “the bridge');
    expect(text).toContain('The passage affirms “The bridge is safe”; this statement denies it. The Times, https://');
    expect(text).toContain('#:~:text=the%20bridge%20will');
    expect(text).toContain('1 with earlier statements');
  });

  it('calls nothing earlier on a page without a date', () => {
    expect(print(null, [found('contradicts')])).toMatch(/article date unknown/);
    for (const text of [print(null, [found('contradicts')]), print(null, [])])
      expect(text.replace('article date unknown: nothing can be called earlier', '')).not.toMatch(/earlier/);
  });

  it('offers the passage’s own utterance as its source', () => {
    const text = print('2025-03-02', [found('same', 't')]);
    expect(text).toContain('no earlier statement known');
    expect(text).toContain('source of this quote: 2025-03-01  The Times, https://news.example/1');
  });
});

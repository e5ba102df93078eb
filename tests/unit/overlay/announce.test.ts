import { beforeEach, describe, expect, it } from 'vitest';
import { Announcer } from '../../../entrypoints/overlay.content/announce';
import { defaultSettings } from '../../../utils/settings';
import type { PageReport, Relation, ReportPassage } from '../../../utils/types';
import { useLocale } from '../support/catalogue';

const { show } = defaultSettings;
const passage = (id: number, relation: Relation): ReportPassage => ({
  id: `p${id}`,
  text: `p${id}`,
  start: 0,
  end: 1,
  kind: 'direct',
  speaker: null,
  readings: [],
  evidence: [{ statement: 's', relation, sameSpeaker: false, daysEarlier: 1, reason: { code: 'source' } }],
});
const report = (
  covered: number,
  published: string | null = '2025-12-16',
  relation: Relation = 'confirms',
): PageReport => ({
  format: 'said-before-report',
  formatVersion: 1,
  page: { url: '', title: '', published, publishedFrom: published ? 'meta' : 'none', language: 'en', topical: true },
  counts: { passages: covered + 1, covered, contradicts: 0, confirms: covered },
  passages: Array.from({ length: covered }, (_, i) => passage(i, relation)),
});

useLocale();

let live: HTMLElement;
let announcer: Announcer;
beforeEach(() => {
  live = { textContent: '' } as HTMLElement;
  announcer = new Announcer(live);
});
const told = (of: PageReport, marks = of.counts.covered, painted = true, settings = { show }): string | null => {
  live.textContent = '';
  announcer.found(of, { settings, marks, painted });
  return live.textContent;
};

describe('what is told of a page', () => {
  it('is told once; later only what is more, and nothing where nothing is', () => {
    expect(told(report(3))).toBe(
      '4 claims found, 3 with earlier statements. Use the Said Before commands to go through them.',
    );
    expect(told(report(3))).toBe('');
    expect(told(report(5))).toBe('2 more passages with earlier statements.');
    expect(told(report(4))).toBe('');
    announcer.forget();
    expect(told(report(4))).toMatch(/^5 claims found, 4 with/);
  });

  it('names where the commands go first, or alone', () => {
    expect(told(report(9), 5)).toMatch(/The Said Before commands go to 5 of them first, then to the others;/);
    announcer.forget();
    const only = { show: { ...show, confirms: false } };
    expect(told(report(9), 2, true, only)).toMatch(/The Said Before commands go to 2 of them; the toolbar popup/);
  });

  it('calls nothing earlier on a page without a date, and says where marks cannot be painted', () => {
    expect(told(report(1, null), 1, false)).toMatch(/^2 claims found, 1 with known statements\. (?!Use)/);
    expect(told(report(2, null))).toBe('1 more passage with known statements.');
    expect(told(report(0))).toBe('');
  });
});

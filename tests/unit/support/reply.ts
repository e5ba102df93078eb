/** A page's report with a contradicting and a confirming statement, a passage without any, and one without a speaker. */
import type { PageReply, StatementView } from '../../../utils/messages';
import type { Evidence, ReportPassage } from '../../../utils/types';

export const statementView = (id: string, more: Partial<StatementView> = {}): StatementView => ({
  id,
  pack: 'sample',
  speaker: 'Ada Example',
  role: 'mayor',
  date: '2025-03-01',
  quote: `words of ${id} as spoken`,
  gist: `What ${id} came to.`,
  readings: [{ proposition: 'p1', stance: 'denies' }],
  source: { publisher: 'Example Times', url: `https://news.example/${id}` },
  ...more,
});

export const evidence = (statement: string, more: Partial<Evidence> = {}): Evidence => ({
  statement,
  relation: 'contradicts',
  sameSpeaker: true,
  daysEarlier: 290,
  reason: { code: 'apart', claim: 'The bridge will open.', passage: 'affirms', statement: 'denies' },
  ...more,
});

export const passage = (id: string, more: Partial<ReportPassage> = {}): ReportPassage => ({
  id,
  text: `The bridge ${id} will open soon.`,
  start: 0,
  end: 10,
  kind: 'direct',
  speaker: 'Ada Example',
  readings: [{ proposition: 'p1', stance: 'affirms', figure: null, because: ['will open'] }],
  evidence: [],
  ...more,
});

export function reply(more: Partial<PageReply['report']['page']> = {}): PageReply {
  const passages = [
    passage('a', {
      evidence: [evidence('s1'), evidence('s2', { relation: 'confirms', sameSpeaker: false, daysEarlier: 40 })],
    }),
    passage('b', { speaker: null, readings: [{ proposition: 'p2', stance: 'denies', figure: null, because: [] }] }),
    passage('c', {
      speaker: 'Bo Sample',
      evidence: [evidence('s2', { relation: 'confirms', sameSpeaker: true }), evidence('s3', { relation: 'same' })],
    }),
  ];
  return {
    report: {
      format: 'said-before-report',
      formatVersion: 1,
      page: {
        url: 'https://news.example/today',
        title: 'Bridge “soon” <open> & *free*',
        published: '2025-12-16',
        publishedFrom: 'json-ld',
        language: 'en',
        topical: true,
        ...more,
      },
      counts: { passages: 3, covered: 2, contradicts: 1, confirms: 2 },
      passages,
    },
    statements: {
      s1: statementView('s1'),
      s2: statementView('s2', { speaker: 'Bo Sample', date: '2025-11-06' }),
      s3: statementView('s3', { speaker: 'Bo Sample', date: '2025-12-15' }),
    },
    propositions: {
      p1: { id: 'p1', claim: 'The bridge will open.', label: 'Bridge opens', group: 'g' },
      p2: { id: 'p2', claim: 'The toll will rise.', group: 'g' },
    },
  };
}

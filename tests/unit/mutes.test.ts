import { expect, it } from 'vitest';
import { applyMutes, muteWords } from '../../utils/mutes';
import type { PageReport, Proposition, ReportPassage, Statement } from '../../utils/types';

const claim = (id: string, opposes: string[] = []): Proposition => ({ id, group: 'g', claim: id, opposes });
const propositions = new Map([claim('a', ['b']), claim('b'), claim('c')].map((p) => [p.id, p]));
const said = (id: string, proposition: string): Statement => ({
  id,
  speaker: 'X',
  date: '2025-01-01',
  quote: id,
  gist: '',
  readings: [{ proposition, stance: 'denies' }],
  source: { publisher: '', url: 'https://a.example/' },
});
const statements = Object.fromEntries([said('s1', 'b'), said('s2', 'c')].map((s) => [s.id, s]));
const passage: ReportPassage = {
  id: 'p1',
  text: '“It’s close,” she said.',
  start: 0,
  end: 9,
  kind: 'direct',
  speaker: null,
  readings: ['a', 'c'].map((proposition) => ({ proposition, stance: 'affirms', figure: null, because: [] })),
  evidence: ['s1', 's2'].map((statement) => ({
    statement,
    relation: 'contradicts',
    sameSpeaker: false,
    daysEarlier: 1,
    reason: { code: 'source' as const },
  })),
};
const report: PageReport = {
  format: 'said-before-report',
  formatVersion: 1,
  page: { url: '', title: '', published: null, publishedFrom: 'none', language: 'en', topical: true },
  counts: { passages: 1, covered: 1, contradicts: 2, confirms: 0 },
  passages: [passage],
};
const words = muteWords('it’s CLOSE she   said');

it('a passage mute takes the reading and what it brought, opposing claims included', () => {
  const muted = applyMutes(report, [{ kind: 'passage', words, proposition: 'a' }], statements, propositions);
  expect(muted.passages[0]?.readings.map((r) => r.proposition)).toEqual(['c']);
  expect(muted.passages[0]?.evidence.map((e) => e.statement)).toEqual(['s2']);
  expect(muted.counts).toMatchObject({ passages: 1, contradicts: 1 });
});

it('a passage without any reading left is gone', () => {
  const mutes = ['a', 'c'].map((proposition) => ({ kind: 'passage' as const, words, proposition }));
  expect(applyMutes(report, mutes, statements, propositions).counts).toEqual({
    passages: 0,
    covered: 0,
    contradicts: 0,
    confirms: 0,
  });
});

it('a pair mute takes one statement from one passage; other words are not met', () => {
  const pair = { kind: 'pair' as const, words, statement: 's1' };
  expect(applyMutes(report, [pair], statements, propositions).passages[0]?.evidence).toHaveLength(1);
  expect(applyMutes(report, [{ ...pair, words: 'close' }], statements, propositions)).toEqual(report);
});

it('a statement muted without words is shown on no passage', () => {
  const muted = applyMutes(report, [{ kind: 'pair', words: '', statement: 's1' }], statements, propositions);
  expect(muted.passages[0]?.evidence.map((e) => e.statement)).toEqual(['s2']);
});

import { describe, expect, it } from 'vitest';
import { type EvidenceSource, findEvidence } from '../../../utils/evidence/find';
import type { Passage, Proposition, Stance, Statement } from '../../../utils/types';

const propositions = new Map<string, Proposition>([['p', { id: 'p', group: 'g', claim: 'The bridge is safe.' }]]);
const statement = (id: string, date: string, speaker: string, stance: Stance, quote = `words of ${id}`): Statement => ({
  id,
  date,
  speaker,
  quote,
  gist: `Gist number ${id} alone`,
  readings: [{ proposition: 'p', stance }],
  source: { publisher: 'x', url: 'https://example.org/' },
});
const source = (all: Statement[]): EvidenceSource => ({
  earlier: async (proposition, before, after) =>
    all.filter(
      (s) =>
        s.readings.some((r) => r.proposition === proposition) &&
        (!before || s.date < before) &&
        (!after || s.date >= after),
    ),
});
const passage: Passage = {
  id: 'p1',
  text: '“The bridge is perfectly safe for everybody,”',
  start: 0,
  end: 45,
  kind: 'direct',
  speaker: 'Ann Lee',
  readings: [{ proposition: 'p', stance: 'affirms', figure: null, because: [] }],
};
const find = (all: Statement[], published: string | null = '2025-06-10') =>
  findEvidence(passage, published, propositions, source(all), '2025-12-01');

describe('findEvidence', () => {
  it('gives nothing dated on or after the day of the page', async () => {
    const { evidence } = await find([
      statement('same-day', '2025-06-10', 'Bo Ek', 'denies'),
      statement('later', '2025-07-01', 'Bo Ek', 'denies'),
    ]);
    expect(evidence).toEqual([]);
  });
  it('states relation, days and reason', async () => {
    const { evidence } = await find([statement('a', '2025-05-10', 'Bo Ek', 'denies')]);
    expect(evidence).toEqual([
      {
        statement: 'a',
        relation: 'contradicts',
        sameSpeaker: false,
        daysEarlier: 31,
        reason: { code: 'apart', claim: 'The bridge is safe.', passage: 'affirms', statement: 'denies' },
      },
    ]);
  });
  it('puts a reversal of the same speaker first', async () => {
    const { evidence } = await find([
      statement('other', '2025-06-01', 'Bo Ek', 'denies'),
      statement('own', '2024-01-01', 'Ann Lee', 'denies'),
    ]);
    expect(evidence.map((e) => e.statement)).toEqual(['own', 'other']);
  });
  it('lets both sides take turns', async () => {
    const all = ['1', '2', '3'].flatMap((n) => [
      statement(`c${n}`, `2025-03-0${n}`, `C${n}`, 'denies'),
      statement(`f${n}`, `2025-03-0${n}`, `F${n}`, 'affirms'),
    ]);
    const relations = (await find(all)).evidence.map((e) => e.relation);
    expect(new Set(relations.slice(0, 2)).size).toBe(2);
    expect(new Set(relations.slice(2, 4)).size).toBe(2);
  });
  it('knows the passage’s own utterance, reported a day late', async () => {
    const { evidence } = await find([
      statement('own', '2025-06-09', 'Ann Lee', 'affirms', 'bridge is perfectly safe for everybody'),
    ]);
    expect(evidence[0]?.relation).toBe('same');
  });
  it('does not call an old repetition the same utterance', async () => {
    const { evidence } = await find([
      statement('own', '2025-01-09', 'Ann Lee', 'affirms', 'bridge is perfectly safe for everybody'),
    ]);
    expect(evidence[0]).toMatchObject({ relation: 'confirms', sameSpeaker: true });
  });
  it('shows one of two near copies', async () => {
    const twice = [
      statement('a', '2025-05-10', 'Bo Ek', 'denies', 'the bridge will fall down'),
      statement('b', '2025-05-10', 'Bo Ek', 'denies', 'the bridge will fall down'),
    ];
    expect((await find(twice)).evidence).toHaveLength(1);
  });
});

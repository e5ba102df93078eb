import { describe, expect, it } from 'vitest';
import { isSame, tellsOf } from '../../../utils/evidence/same';
import type { Passage, Relation, Statement } from '../../../utils/types';

const passage = (text: string, kind: Passage['kind'] = 'indirect'): Passage => ({
  ...{ id: 'p1', text, start: 0, end: text.length, kind, speaker: 'Ann Lee', readings: [] },
});
const statement = (quote: string, gist = ''): Statement => ({
  ...{ id: 's', speaker: 'Ann Lee', date: '2025-06-01', quote, gist, readings: [] },
  source: { publisher: 'x', url: 'https://example.org/' },
});
const told = statement(
  'the new bridge over the sound will be safe for everybody',
  'Ann Lee said that the new bridge had been tested by two teams and would be safe.',
);

describe('one utterance', () => {
  it.each<[string, number, Relation, boolean]>([
    ['“The new bridge over the sound will be safe for everyone,”', 4, 'confirms', true],
    ['“The new bridge over the sound will be safe for everyone,”', 5, 'confirms', false],
    ['Lee told the council the bridge was safe after tests by two teams.', 1, 'confirms', true],
    ['Lee told the council the bridge was safe after tests by two teams.', 3, 'confirms', false],
    ['Lee told the council the bridge was safe after tests by two teams.', 1, 'contradicts', false],
    [
      'In her view it “will be safe for everybody”, whatever the critics of the town council may write.',
      2,
      'confirms',
      true,
    ],
    ['The mayor spoke of boats, schools and the price of bread.', 1, 'confirms', false],
    ['“The bridge.”', 1, 'related', false],
  ])('%s %i days later, %s: %s', (text, days, relation, same) =>
    expect(isSame(passage(text, text.startsWith('“') ? 'direct' : 'indirect'), told, days, relation)).toBe(same),
  );

  it('is told in a long passage by much of its gist, or by its words in other forms', () => {
    const long =
      'Opening the yearly fair, in a hall full of farmers and fishermen, she spoke of prices and the weather and went on that two teams had tested the new bridge, whatever others may write.';
    const decided = statement('she believes this wanted crossing', 'Nobody wrote it down.');
    const forms = 'Asked about it, Lee replied that people believed in a crossing they always wanted.';
    for (const [text, of] of [
      [long, told],
      [forms, decided],
    ] as const) {
      expect(isSame(passage(text), of, 2, 'confirms')).toBe(true);
      expect(isSame(passage(text), of, 3, 'confirms')).toBe(false);
    }
  });

  it('quoted whole months later is still the same', () => {
    const words = '“The new bridge over the sound will be safe for everybody, whatever comes,”';
    expect(isSame(passage(words, 'direct'), told, 200, 'confirms')).toBe(true);
    expect(isSame(passage('“It will be safe,”', 'direct'), statement('it will be safe'), 200, 'confirms')).toBe(false);
  });

  it('only recalled by its name was said up to a fortnight before', () => {
    for (const text of [
      'suggestion that wolves built it',
      'Lee’s claim that wolves built it',
      'Her boast that wolves did',
    ]) {
      expect(isSame(passage(text), told, 14, 'confirms')).toBe(true);
      expect(isSame(passage(text), told, 15, 'confirms')).toBe(false);
      expect(isSame(passage(text), told, 6, 'contradicts')).toBe(false);
    }
    expect(isSame(passage('Lee dismissed Ek’s claim that wolves built it'), told, 6, 'confirms')).toBe(false);
  });

  it('is retold by some of its words, a day or two later', () => {
    const retold = 'Lee added that her sound new bridge had cost more than planned.';
    expect(tellsOf(retold, told, 2)).toBe(true);
    expect(tellsOf(retold, told, 3)).toBe(false);
    expect(tellsOf('Lee added that her new bridge had cost more than planned.', told, 1)).toBe(false);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { countsOf, filterLines, linesOf, propositionsOf, speakersOf } from '../../../components/popup/model';
import { noteOf } from '../../../components/popup/notes';
import { useLocale } from '../support/catalogue';
import { reply } from '../support/reply';

beforeAll(() => useLocale('en'));

describe('lines', () => {
  const lines = linesOf(reply());

  it('name the strongest earlier statement and whether it is a reversal', () => {
    expect(lines[0]?.strongest).toMatchObject({ statement: { id: 's1' }, reversal: true });
    expect(lines[1]?.strongest).toBeNull();
    expect(lines[2]?.strongest).toMatchObject({ statement: { id: 's2' }, reversal: false });
  });

  it('count passages, and a passage’s own source counts as nothing', () => {
    expect(countsOf(lines)).toEqual({ all: 3, contradicts: 1, confirms: 2, none: 1 });
    const alone = reply();
    for (const passage of alone.report.passages)
      passage.evidence = passage.evidence.filter((e) => e.relation === 'same');
    expect(countsOf(linesOf(alone))).toEqual({ all: 3, contradicts: 0, confirms: 0, none: 3 });
  });

  it('are narrowed by relation, speaker (also none) and proposition', () => {
    const ids = (filter: Parameters<typeof filterLines>[1]) => filterLines(lines, filter).map((line) => line.id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ relation: 'confirms' })).toEqual(['a', 'c']);
    expect(ids({ relation: 'none' })).toEqual(['b']);
    expect(ids({ speaker: '' })).toEqual(['b']);
    expect(ids({ speaker: 'Bo Sample', relation: 'contradicts' })).toEqual([]);
    expect(ids({ proposition: 'p1' })).toEqual(['a', 'c']);
  });

  it('offer speakers and propositions with their numbers, the most frequent first', () => {
    expect(speakersOf(lines, 'Reporter').map((c) => c.name)).toEqual(['Ada Example', 'Bo Sample', 'Reporter']);
    expect(propositionsOf(lines)).toEqual([
      { value: 'p1', name: 'Bridge opens', count: 2 },
      { value: 'p2', name: 'The toll will rise', count: 1 },
    ]);
  });
});

describe('notes', () => {
  it('say for every state but a report what is the case and, where something can be done, what', () => {
    const fault = { code: 'x', message: 'It broke.', todo: 'Mend it.' };
    expect(noteOf({ status: 'report', reply: reply(), quiet: false, shown: [] })).toBeNull();
    const bare = reply();
    bare.report.passages = [];
    expect(noteOf({ status: 'report', reply: bare, quiet: false, shown: [] })?.actions).toEqual(['claims']);
    expect(noteOf({ status: 'fault', fault })).toMatchObject({ title: 'It broke.', body: 'Mend it.', kind: 'fault' });
    const actions = Object.fromEntries(
      (
        [
          'loading',
          'preparing',
          'not-here',
          'no-access',
          'not-topical',
          'no-article',
          'language',
          'off',
          'off-site',
          'not-chosen',
          'click-only',
          'read-in-vain',
        ] as const
      ).map((status) => [status, noteOf({ status })?.actions[0] ?? null]),
    );
    expect(actions).toEqual({
      loading: null,
      preparing: null,
      'not-here': null,
      'no-access': 'grant',
      'not-topical': 'force',
      'no-article': 'again',
      language: 'help',
      off: 'switch-on',
      'off-site': 'allow-site',
      'not-chosen': 'choose-site',
      'click-only': 'read',
      'read-in-vain': 'claims',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { chooseMarks, kindOf } from '../../../utils/overlay/choose';
import { defaultSettings } from '../../../utils/settings';
import type { Evidence, ReportPassage } from '../../../utils/types';

const { show } = defaultSettings;

/** A passage of one saying; `against` and `along` are numbers of statements. */
function passage(id: string, saying: string, against: number, along = 0, sameSpeaker = false): ReportPassage {
  const evidence = (relation: Evidence['relation'], i: number): Evidence => ({
    statement: `${relation}-${i}`,
    relation,
    sameSpeaker,
    daysEarlier: 10,
    reason: { code: 'source' },
  });
  const [speaker = null, proposition = ''] = saying.split(' ');
  return {
    id,
    text: id,
    start: 0,
    end: 1,
    kind: 'direct',
    speaker,
    readings: [{ proposition, stance: 'affirms', figure: null, because: [] }],
    evidence: [
      ...Array.from({ length: against }, (_, i) => evidence('contradicts', i)),
      ...Array.from({ length: along }, (_, i) => evidence('confirms', i)),
    ],
  };
}
const ids = (passages: ReportPassage[], density: number, words: number, all = false): string[] =>
  chooseMarks(passages, { show, density }, words, all).map((chosen) => chosen.passage.id);

describe('which passages are marked', () => {
  it('all that have earlier statements, as long as they are not too many', () => {
    const page = [passage('a', 'A x', 1), passage('b', 'B x', 0), passage('c', 'A x', 0, 2)];
    expect(ids(page, 25, 1000)).toEqual(['a', 'c']);
    expect(kindOf(passage('d', 'A x', 1, 1), show)).toBe('mixed');
  });
  it('a page that repeats one claim has every claim marked before one is marked a third time', () => {
    const page = Array.from({ length: 20 }, (_, i) => passage(`often-${i}`, 'A x', 9, 9, true));
    page.splice(3, 0, passage('rare', 'B y', 1));
    page.push(passage('other-voice', 'B x', 0, 1));
    expect(ids(page, 5, 1000)).toEqual(['often-0', 'often-1', 'often-2', 'rare', 'other-voice']);
  });
  it('what the lead says and a quotation says again is marked twice', () => {
    const page = Array.from({ length: 6 }, (_, i) => passage(`light-${i}`, `B y${i}`, 0, 1));
    page.unshift(passage('lead', 'A x', 4, 4, true), passage('quotation', 'A x', 4, 4, true));
    expect(ids(page, 5, 1000)).toEqual(['lead', 'quotation', 'light-0', 'light-1', 'light-2']);
  });
  it('of different claims those that tell most, in reading order; everything when asked for', () => {
    const page = Array.from({ length: 8 }, (_, i) => passage(`p${i}`, `A claim${i}`, i === 6 ? 1 : 0, i, i === 6));
    expect(ids(page, 1, 100)).toEqual(['p3', 'p4', 'p5', 'p6', 'p7']);
    expect(ids(page, 1, 100, true)).toHaveLength(7);
  });
});

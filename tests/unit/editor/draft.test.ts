import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amountText, parseAmount } from '../../../components/editor/amount';
import { changesBetween } from '../../../components/editor/changes';
import { draftOf, emptyDraft, recordOf, typedOn, withSpeaker } from '../../../components/editor/draft';
import { standing } from '../../../components/editor/Proposals';
import { withClaim } from '../../../components/editor/ReadingFields';
import { checkStatement } from '../../../utils/corpus/check-statement';
import type { RowFault } from '../../../utils/corpus/row-faults';
import { fingerprint } from '../../../utils/corpus/same';
import type { Statement } from '../../../utils/types';
import { statements } from '../corpus/arbitrary';
import { statement } from '../corpus/support';
import { useLocale } from '../support/catalogue';

const checked = (value: unknown): { statement: Statement | null; faults: RowFault[] } => {
  const faults: RowFault[] = [];
  return { statement: checkStatement(value, 1, {}, faults), faults };
};

describe('a record in the editor', () => {
  it('comes out as it went in when nothing is changed', () => {
    fc.assert(
      fc.property(statements, (all) => {
        for (const raw of all) {
          const before = checked(raw).statement as Statement;
          const after = checked(recordOf(draftOf(before), before)).statement;
          expect(after && fingerprint(after)).toBe(fingerprint(before));
        }
      }),
    );
  });

  it('keeps of what is typed on during saving only what differs from what was saved', () => {
    const saving = { ...draftOf(statement('a')), id: '', quote: ' spaced ', readings: [] };
    const saved = { ...draftOf(statement('a')), id: 'made', quote: 'spaced' };
    expect(typedOn(saving, saving, saved)).toEqual(saved);
    const later = { ...saving, place: 'Quay', gist: '' };
    expect(typedOn(saving, later, saved)).toEqual({ ...saved, place: 'Quay', gist: '' });
  });

  it('names what is missing, by field', () => {
    expect(checked(recordOf(emptyDraft)).faults.map((f) => f.field)).toEqual([
      'speaker',
      'date',
      'quote',
      'source.url',
    ]);
    const figure = { kind: 'one' as const, low: 'many', high: '', said: '', unit: '' };
    const draft = {
      ...draftOf(statement('a')),
      readings: [{ proposition: 'p', stance: 'affirms' as const, figure, machine: false }],
    };
    expect(checked(recordOf(draft)).faults.map((f) => f.field)).toEqual(['readings[0].figure']);
  });

  it('takes role and side of a known speaker, but never over what was typed', () => {
    const people = [
      { name: 'Ann Lee', role: 'harbour master', side: 'Port' },
      { name: 'Ann Leeson', role: 'mayor', side: 'Town' },
    ];
    const lee = withSpeaker(emptyDraft, 'Ann Lee', people);
    expect(lee.role).toBe('harbour master');
    const leeson = withSpeaker(withSpeaker(lee, 'Ann Lees', people), 'Ann Leeson', people);
    expect([leeson.role, leeson.side]).toEqual(['mayor', 'Town']);
    expect(withSpeaker({ ...lee, role: 'captain' }, 'Ann Leeson', people).role).toBe('captain');
  });
});

describe('amounts as typed', () => {
  beforeEach(() => useLocale('en'));
  it('are read with groups, scales and decimals', () => {
    const read = ['25,000', '25 000', '1.5 million', '350bn', '90 %', '-3', '.5'].map(parseAmount);
    expect(read).toEqual([25_000, 25_000, 1_500_000, 350e9, 90, -3, 0.5]);
  });
  it('are refused when they are none', () => {
    expect(['', 'many', '12 sheep', '1..2', '1e400', 'NaN', '-'].map(parseAmount)).toEqual(Array(7).fill(null));
  });
  it('are read as the interface’s language writes them, and as English sources do', () => {
    useLocale('de');
    const german = [
      '25.000',
      '25,000',
      '1.250,5',
      '1,5',
      '1.5',
      '1,5 Mio.',
      '2 Milliarden',
      '3 Tsd',
      '350bn',
      '29 000 %',
    ];
    expect(german.map(parseAmount)).toEqual([
      ...[25_000, 25_000, 1250.5, 1.5, 1.5, 1_500_000, 2e9, null, 350e9, 29_000],
    ]);
    expect(['1..2', '1,2,3', '1.5,2,5', '.,'].map(parseAmount)).toEqual(Array(4).fill(null));
    expect([amountText(29_000), amountText(1.5), amountText(12.345)]).toEqual(['29.000', '1,5', '12,3450']);
    expect(['2 billion', '2 Billionen', '3 mio'].map(parseAmount)).toEqual([2e9, 2e12, 3e6]);
    useLocale('fr');
    expect(['1,5 milliard', '3 millions', '25\u202f000'].map(parseAmount)).toEqual([1.5e9, 3e6, 25_000]);
    useLocale('uk');
    expect(['25 тис.', '1,5 млн', '3 мільярди'].map(parseAmount)).toEqual([25_000, 1.5e6, 3e9]);
  });
  it.each(['en', 'de', 'fr', 'uk'])('%s: read back as they are shown', (locale) => {
    useLocale(locale);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseAmount(amountText(value + 0))).toBe(value + 0);
      }),
    );
  });
});

describe('the past of a record', () => {
  beforeAll(() => useLocale('en'));
  const name = (text: string): string => text;
  it('tells what changed, field by field, readings by their claims', () => {
    const before = statement('a', { readings: [{ proposition: 'ferry-stays', stance: 'affirms' }] });
    const after = {
      ...before,
      place: 'Port',
      readings: [{ proposition: 'ferry-stays', stance: 'denies' as const, figure: { value: 3, unit: 'boats' } }],
    };
    expect(changesBetween(before, after, name, name)).toEqual([
      { field: 'place', before: before.place ?? '', after: 'Port' },
      { field: 'readings', before: 'affirms: ferry-stays', after: '' },
      { field: 'readings', before: '', after: 'denies: ferry-stays (3 boats)' },
    ]);
  });
  it('tells of a confirmation, which changes no field that is shown', () => {
    const read = { proposition: 'ferry-stays', stance: 'affirms' as const };
    const before = statement('a', { readings: [{ ...read, readBy: 'machine' }] });
    expect(changesBetween(before, { ...before, readings: [read] }, name, name)).toEqual([
      { field: 'confirmed', before: '', after: '' },
    ]);
  });
});

describe('a reading in the editor', () => {
  const figure = { kind: 'one' as const, low: '5', high: '', said: '', unit: 'percent' };
  const reading = { proposition: 'share', stance: 'affirms' as const, figure, machine: true };
  const claim = (id: string, unit?: string) => ({
    id,
    claim: id,
    group: 'g',
    cues: [],
    ...(unit ? { figure: { unit, growing: false } } : {}),
  });

  it('of another claim has its figure in that claim’s unit, and is no longer the engine’s alone', () => {
    const moved = withClaim(reading, claim('wait', 'days') as never, 'wait');
    expect(moved).toMatchObject({ proposition: 'wait', machine: false, figure: { low: '5', unit: 'days' } });
    // Where the claim has no unit the field for one is shown, with what stands in it.
    expect(withClaim(reading, claim('other') as never, 'other').figure).toEqual(figure);
  });
});

describe('the engine beside the editor', () => {
  it('agrees, differs or adds', () => {
    const own = [{ proposition: 'p', stance: 'affirms' as const, figure: null, machine: false }];
    expect(standing({ proposition: 'p', stance: 'affirms' }, own)).toBe('same');
    expect(standing({ proposition: 'p', stance: 'denies' }, own)).toBe('other');
    expect(standing({ proposition: 'q', stance: 'denies' }, own)).toBe('new');
  });
});

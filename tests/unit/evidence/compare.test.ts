import { describe, expect, it } from 'vitest';
import { compare } from '../../../utils/evidence/compare';
import type { Proposition, Stance } from '../../../utils/types';

const plain: Proposition = { id: 'p', group: 'g', claim: 'c', opposes: ['q'] };
const windowed: Proposition = { ...plain, windowDays: 60 };
const total: Proposition = { ...plain, figure: { kind: 'k', unit: 'u', growing: true } };
const rate: Proposition = { ...plain, figure: { kind: 'k', unit: 'u' } };
const at = (stance: Stance, value?: number, proposition = 'p') => ({
  proposition,
  stance,
  figure: value === undefined ? null : { value },
});

describe('compare', () => {
  it.each<[Stance, Stance, string]>([
    ['affirms', 'affirms', 'confirms'],
    ['denies', 'denies', 'confirms'],
    ['affirms', 'denies', 'contradicts'],
    ['denies', 'affirms', 'contradicts'],
    ['hedges', 'affirms', 'related'],
    ['affirms', 'hedges', 'related'],
  ])('%s after %s: %s', (now, before, relation) => expect(compare(at(now), at(before), 100, plain)).toBe(relation));

  it('same stance on opposing claims contradicts, opposite stances confirm', () => {
    expect(compare(at('affirms'), at('affirms', undefined, 'q'), 5, plain)).toBe('contradicts');
    expect(compare(at('affirms'), at('denies', undefined, 'q'), 5, plain)).toBe('confirms');
  });
  it('another proposition is no evidence', () =>
    expect(compare(at('affirms'), at('affirms', undefined, 'r'), 5, plain)).toBeNull());
  it('claims of the moment compare only within their window', () => {
    expect(compare(at('affirms'), at('denies'), 60, windowed)).toBe('contradicts');
    expect(compare(at('affirms'), at('denies'), 61, windowed)).toBeNull();
  });
  it('figures within 20 % confirm, further apart contradict', () => {
    expect(compare(at('affirms', 120), at('affirms', 100), 5, rate)).toBe('confirms');
    expect(compare(at('affirms', 121), at('affirms', 100), 5, rate)).toBe('contradicts');
    expect(compare(at('affirms', 83), at('affirms', 100), 5, rate)).toBe('contradicts');
  });
  it('ranges count to their ends', () => {
    const range = { proposition: 'p', stance: 'affirms' as const, figure: { low: 100, high: 200 } };
    expect(compare(range, at('affirms', 230), 5, rate)).toBe('confirms');
    expect(compare(range, at('affirms', 250), 5, rate)).toBe('contradicts');
  });
  it('a running total may grow, but not within 60 days, and not shrink', () => {
    expect(compare(at('affirms', 300), at('affirms', 100), 61, total)).toBeNull();
    expect(compare(at('affirms', 300), at('affirms', 100), 60, total)).toBe('contradicts');
    expect(compare(at('affirms', 100), at('affirms', 300), 400, total)).toBe('contradicts');
  });
  it('figures with one end are open at the other', () => {
    const more = { proposition: 'p', stance: 'affirms' as const, figure: { low: 300 } };
    const upTo = { proposition: 'p', stance: 'affirms' as const, figure: { high: 88 } };
    expect(compare(at('affirms', 100), more, 5, rate)).toBe('contradicts');
    expect(compare(at('affirms', 350), more, 5, rate)).toBe('confirms');
    expect(compare(more, at('affirms', 100), 5, rate)).toBe('contradicts');
    expect(compare(at('affirms', 350), upTo, 5, rate)).toBe('contradicts');
    expect(compare(upTo, at('affirms', 60), 5, rate)).toBe('confirms');
  });
  it('a figure that is denied contradicts the same affirmed, and tells nothing of another', () => {
    expect(compare(at('denies', 100), at('affirms', 110), 5, rate)).toBe('contradicts');
    expect(compare(at('affirms', 100), at('denies', 300), 5, rate)).toBeNull();
    expect(compare(at('denies', 100), at('denies', 100), 5, rate)).toBe('confirms');
    expect(compare(at('denies', 100), at('denies', 300), 5, rate)).toBeNull();
  });
  it('figures in two units are not compared', () => {
    const euros = { ...at('affirms', 100), figure: { value: 100, unit: 'euros' } };
    const dollars = { ...at('affirms', 100), figure: { value: 100, unit: 'US dollars' } };
    expect(compare(euros, dollars, 5, rate)).toBeNull();
    expect(compare(euros, at('affirms', 100), 5, rate)).toBe('confirms');
  });
});

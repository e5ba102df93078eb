import { describe, expect, it } from 'vitest';
import type { Comparable } from '../../../utils/evidence/compare';
import { reasonFor, reasonsFor } from '../../../utils/evidence/reason';
import type { Figure, Proposition, Stance } from '../../../utils/types';

const bridge: Proposition = { id: 'bridge', group: 'g', claim: 'The bridge is safe.', opposes: ['ferry'] };
const cost: Proposition = { id: 'cost', group: 'g', claim: 'It costs …', figure: { kind: 'cost', unit: 'euros' } };
const on = (proposition: string, stance: Stance, figure?: Figure): Comparable => ({
  proposition,
  stance,
  ...(figure ? { figure } : {}),
});

describe('the reason', () => {
  it('names both stances on the claim', () => {
    expect(reasonFor(on('bridge', 'affirms'), on('bridge', 'denies'), 'contradicts', bridge)).toEqual({
      code: 'apart',
      claim: bridge.claim,
      passage: 'affirms',
      statement: 'denies',
    });
    expect(reasonFor(on('bridge', 'denies'), on('bridge', 'denies'), 'confirms', bridge)).toEqual({
      code: 'alike',
      claim: bridge.claim,
      passage: 'denies',
    });
  });

  it('says what an opposing claim means for the passage’s: affirmed it excludes, denied it supports', () => {
    const meaning = (passage: Stance, earlier: Stance) =>
      reasonFor(on('bridge', passage), on('ferry', earlier), 'related', bridge);
    expect(meaning('affirms', 'affirms')).toMatchObject({ code: 'opposed', passage: 'affirms', statement: 'excludes' });
    expect(meaning('denies', 'denies')).toMatchObject({ passage: 'denies', statement: 'supports' });
    expect(meaning('denies', 'hedges')).toMatchObject({ passage: 'denies', statement: 'leaves' });
  });

  it('gives the figures only where they decided', () => {
    const both = reasonFor(
      on('cost', 'affirms', { value: 5 }),
      on('cost', 'affirms', { low: 8, high: 9 }),
      'confirms',
      cost,
    );
    expect(both).toEqual({ code: 'figures', kind: 'cost', passage: { value: 5 }, statement: { low: 8, high: 9 } });
    // "At least 8" has no other end, but one end is enough.
    const open = reasonFor(on('cost', 'affirms', { value: 5 }), on('cost', 'affirms', { low: 8 }), 'contradicts', cost);
    expect(open.code).toBe('figures');
    const denied = reasonFor(
      on('cost', 'denies', { value: 5 }),
      on('cost', 'affirms', { value: 5 }),
      'contradicts',
      cost,
    );
    expect(denied).toMatchObject({ code: 'apart', passage: 'denies', statement: 'affirms' });
  });

  it('is the source where the words are the passage’s own', () => {
    expect(reasonFor(on('bridge', 'affirms'), on('bridge', 'affirms'), 'same', bridge)).toEqual({ code: 'source' });
  });

  it('is given once for many that say the same, and the same as for each alone', () => {
    const passage = on('cost', 'affirms', { value: 5 });
    const reasonOf = reasonsFor(passage, cost);
    const earlier = [
      on('cost', 'affirms'),
      on('cost', 'denies'),
      on('cost', 'affirms', { value: 9 }),
      on('cost', 'affirms', { value: 3 }),
      on('cost', 'affirms'),
    ];
    expect(earlier.map((one) => reasonOf(one, 'related'))).toEqual(
      earlier.map((one) => reasonFor(passage, one, 'related', cost)),
    );
    expect(reasonOf(on('cost', 'affirms'), 'related')).toBe(reasonOf(on('cost', 'affirms'), 'confirms'));
    expect(reasonOf(on('cost', 'affirms'), 'same')).toEqual({ code: 'source' });
  });
});

import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../utils/reading/cue-readings';
import { cueFeatures } from '../../../../utils/reading/model/cue-scores';
import { mirrorOf } from '../../../../utils/reading/model/sides';
import { parsePattern } from '../../../../utils/reading/patterns';

const mirror = mirrorOf(undefined, ['close']);
/** A cue found, of weight 2. */
const found = (source: string, stance: Candidate['stance'] = 'affirms'): Candidate => {
  const [pattern] = parsePattern(source, new Set());
  return { cue: { pattern }, proposition: 'close', stance, weight: 2 } as unknown as Candidate;
};
/** What the cues say for the first stance: for it, for another, against the proposition. */
const affirming = (...candidates: Candidate[]): number[] => [...cueFeatures(candidates, ['close'], mirror)].slice(0, 3);

const four = ['deal close', 'close than ever', 'near to deal', 'nearly there'].map((source) => found(source));

describe('cues as evidence', () => {
  it('count as the strongest of them', () => {
    expect(affirming(found('deal close'))).toEqual([0.5, 0, 0]);
    expect(affirming(...four.slice(0, 3))).toEqual([0.5, 0, 0]);
  });

  it('are sure where four say the same in other ways', () => {
    expect(affirming(...four)).toEqual([1, 0, 0]);
  });

  it('are not made sure by one that is met again and again', () => {
    expect(affirming(...four.map(() => found('deal close')))).toEqual([0.5, 0, 0]);
  });

  it('are not sure where one says otherwise or speaks against', () => {
    expect(affirming(...four, found('no deal', 'denies'))).toEqual([0.5, 0.5, 0]);
    expect(affirming(...four, found('minerals', 'never'))).toEqual([0.5, 0, 1]);
  });
});

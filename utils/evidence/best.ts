/** What a passage is given where a corpus has hundreds of answers to it. Pure. */
import type { Evidence } from '../types';

/** Of so many items that only touch on a passage one is given. */
const SHARE = 3;

/**
 * The first `most` that contradict or confirm, in their order; a third as many `related` ones; and whatever a passage's own
 * words come from.
 */
export function best(ranked: readonly Evidence[], most: number): Evidence[] {
  const left = { turns: most, related: Math.floor(most / SHARE) };
  return ranked.filter(({ relation }) => {
    if (relation === 'same') return true;
    const kind = relation === 'related' ? 'related' : 'turns';
    left[kind] -= 1;
    return left[kind] >= 0;
  });
}

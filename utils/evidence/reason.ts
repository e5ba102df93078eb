/** Why an earlier statement is shown: a code with what it speaks of. Its words come from `utils/reason-words.ts`. */
import type { Effect, Proposition, Reason, Relation } from '../types';
import { byFigures, type Comparable } from './compare';

/** What a stance on an opposing proposition means for the passage's own. */
const effect: Record<Comparable['stance'], Effect> = { affirms: 'excludes', denies: 'supports', hedges: 'leaves' };

/** The reason for a relation that `compare` found. `proposition` is the passage's; says nothing of time, for on an undated page nothing is earlier. */
export function reasonFor(
  passage: Comparable,
  earlier: Comparable,
  relation: Relation,
  proposition: Proposition,
): Reason {
  if (relation === 'same') return { code: 'source' };
  const { claim, figure } = proposition;
  // Where one of two like figures is denied, the stances say it.
  const denied = (passage.stance === 'denies') !== (earlier.stance === 'denies');
  if (figure && passage.figure && earlier.figure && !denied && byFigures(passage, earlier, proposition))
    return { code: 'figures', kind: figure.kind, passage: passage.figure, statement: earlier.figure };
  if (passage.proposition !== earlier.proposition)
    return { code: 'opposed', claim, passage: passage.stance, statement: effect[earlier.stance] };
  if (passage.stance === earlier.stance) return { code: 'alike', claim, passage: passage.stance };
  return { code: 'apart', claim, passage: passage.stance, statement: earlier.stance };
}

/**
 * `reasonFor` of one passage's reading, for many earlier ones: those that say the same are given the same reason, once.
 * What figures say is told apart each time.
 */
export function reasonsFor(
  passage: Comparable,
  proposition: Proposition,
): (earlier: Comparable, relation: Relation) => Reason {
  const known = new Map<string, Reason>();
  return (earlier, relation) => {
    if (passage.figure && earlier.figure) return reasonFor(passage, earlier, relation, proposition);
    const key = relation === 'same' ? relation : `${earlier.stance} ${earlier.proposition}`;
    const reason = known.get(key) ?? reasonFor(passage, earlier, relation, proposition);
    known.set(key, reason);
    return reason;
  };
}

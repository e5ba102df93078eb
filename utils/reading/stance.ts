/** What negation, doubt and silence around a cue make of its stance. */
import type { Stance } from '../types';
import type { LabelIndex, SequenceMatch, TokenSpan } from './match';
import { turnsOf } from './negation';
import { following, governing, overlaps, REACH } from './reach';
import type { Token } from './tokens';

/** What a stance becomes when it is turned round. */
export const opposite: Record<Stance, Stance> = { affirms: 'denies', denies: 'affirms', hedges: 'hedges' };

export interface Surroundings {
  index: LabelIndex;
  tokens: readonly Token[];
  /** The sentence's text and the offset of its first character. */
  text: string;
  base: number;
}

/** "in May". */
const isMonth = ({ text, base, tokens }: Surroundings, { start }: TokenSpan): boolean =>
  text.startsWith('May', (tokens[start] as Token).start - base);

/** Words that leave a cue's claim open; "could not" does not. */
function doubtsOf(around: Surroundings, match: SequenceMatch): TokenSpan[] {
  const nots = around.index.spans.get('@not') ?? [];
  return governing(around.index, '@hedge', match, REACH.doubt)
    .concat(following(around.index, '@modal', match, REACH.modal).filter((span) => !isMonth(around, span)))
    .filter((span) => !nots.some((not) => overlaps(not, span) && not.end - not.start > span.end - span.start));
}

/**
 * The stance of a matched cue in its sentence, or null when the sentence leaves the claim unsaid ("gave no sign that").
 * `sure`: doubt around the cue is let pass.
 */
export function judge(
  around: Surroundings,
  match: SequenceMatch,
  stance: Stance,
  sure: boolean,
): { stance: Stance; because: TokenSpan[] } | null {
  const { index, tokens } = around;
  // "on condition of anonymity" says how it was told, not whether it holds.
  const untold = (span: TokenSpan): boolean => tokens[span.end + 1]?.labels[0] !== 'anonymity';
  const open = governing(index, '@open', match, REACH.doubt)
    .concat(following(index, '@open', match, REACH.after))
    .filter(untold);
  if (!sure && open.length > 0) return { stance: 'hedges', because: open.slice(0, 1) };
  if (governing(index, '@unsaid', match, REACH.unsaid).length > 0) return null;
  if (governing(index, '@condition', match, REACH.unsaid).filter(untold).length > 0) return null;
  const doubt = doubtsOf(around, match);
  const question = index.spans.get('?')?.find((span) => span.start >= match.end);
  if (!sure && doubt.length + (question ? 1 : 0) > 0)
    return { stance: 'hedges', because: [doubt[0] ?? (question as TokenSpan)] };
  const turns = turnsOf(around, match);
  return { stance: turns.length % 2 === 1 ? opposite[stance] : stance, because: turns };
}

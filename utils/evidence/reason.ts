/** The one line that says why an earlier statement is shown. */
import type { Figure, Proposition, Relation, Stance } from '../types';
import type { Comparable } from './compare';

const verb: Record<Stance, string> = { affirms: 'affirms', denies: 'denies', hedges: 'leaves open' };

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

function amount(figure: Figure): string {
  const range =
    figure.value !== undefined
      ? number.format(figure.value)
      : `${number.format(figure.low ?? 0)} to ${number.format(figure.high ?? 0)}`;
  return `${range} ${figure.unit ?? ''}`.trim();
}

/** A claim inside a sentence: no full stop, no capital unless the first word is a name (its second letter or a later word tells nothing, so only articles are lowered). */
const inner = (claim: string): string =>
  claim
    .replace(/\.$/, '')
    .replace(/^(?:A|An|The|So|Most|Some|Territory|Strikes|New|Sanctions)\b/, (word) => word.toLowerCase());

/** "Both speak of “…”; the passage affirms, this statement denies." Says nothing of time: on an undated page nothing is earlier. */
export function reasonFor(
  passage: Comparable,
  earlier: Comparable,
  relation: Relation,
  proposition: Proposition,
): string {
  if (relation === 'same') return 'Source of this quote.';
  const topic = `Both speak of whether ${inner(proposition.claim)}`;
  if (passage.figure && earlier.figure && proposition.figure)
    return `Both give a figure for ${proposition.figure.kind}: ${amount(passage.figure)} here, ${amount(earlier.figure)} in this statement.`;
  if (passage.proposition !== earlier.proposition)
    return `The passage ${verb[passage.stance]} what this statement ${relation === 'contradicts' ? 'excludes' : 'supports'}: ${inner(proposition.claim)}.`;
  if (passage.stance === earlier.stance)
    return `${topic}: both ${passage.stance === 'affirms' ? 'affirm it' : passage.stance === 'denies' ? 'deny it' : 'leave it open'}.`;
  return `${topic}: the passage ${verb[passage.stance]} it, this statement ${verb[earlier.stance]} it.`;
}

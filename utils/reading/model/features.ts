/** A sentence's tokens as the model sees them: a word or none, and labels; speakers and names are not seen, only sides. */
import type { LabelIndex } from '../match';
import type { Token } from '../tokens';
import type { Mirror } from './sides';

export interface Feature {
  word: string | null;
  labels: string[];
}

/** How far words of a class reach over what follows them in their clause, in tokens; as the cue grammar counts it. */
const scopes: Record<string, number> = {
  '@not': 7,
  '@reverse': 7,
  '@hedge': 10,
  '@open': 10,
  '@condition': 9,
  '@unsaid': 9,
};
const pronouns = new Set('he she it they we i his her him our their us my me ours theirs them its himself'.split(' '));
const seen = /^(?:side:|@|#(?!who))/;

function scopeLabels(index: LabelIndex, out: Feature[]): void {
  for (const [label, reach] of Object.entries(scopes))
    for (const span of index.spans.get(label) ?? [])
      for (let i = span.end; i < Math.min(out.length, span.end + reach); i += 1)
        if (index.barriers[i] === index.barriers[span.end - 1]) out[i]?.labels.push(`in:${label}`);
}

/** Words shorter than this that belong to no class say little of their owner. */
const SHORT = 4;

/** Whose deed, wish or word it may be: the side of the claimant named last before it. */
function ownerLabels(tokens: readonly Token[], out: readonly Feature[]): void {
  let owner: string | null = null;
  tokens.forEach((token, i) => {
    const { word, labels } = out[i] as Feature;
    if (token.labels.includes('#who')) owner = token.labels.find((l) => l.startsWith('side:')) ?? 'other';
    else if (owner && word && (word.length >= SHORT || labels.length > 0)) labels.push(`of:${owner}`);
  });
}

/** Does a token stand for a party? Then classes that only one party's word belongs to are not seen. */
const isParty = (token: Token | undefined, at: number, index: LabelIndex, sides: ReadonlySet<string>): boolean =>
  token?.labels.some((label) => sides.has(label)) === true ||
  [...sides].some((side) => index.spans.get(side)?.some((span) => span.start === at && span.end === at + 1));

/**
 * Features of a labelled sentence. A word that stands for a party of the conflict is seen as the party alone, so that
 * the parties can be exchanged.
 */
export function featuresOf(
  tokens: readonly Token[],
  index: LabelIndex,
  mirror: Pick<Mirror, 'sides' | 'partial'>,
): Feature[] {
  const { sides, partial } = mirror;
  const out = tokens.map((): Feature => ({ word: null, labels: [] }));
  for (const [label, spans] of index.spans)
    if (label.startsWith('@') && !partial.has(label))
      for (const span of spans)
        if (sides.has(label) || span.end - span.start > 1 || !isParty(tokens[span.start], span.start, index, sides))
          out[span.start]?.labels.push(label);
  tokens.forEach((token, i) => {
    const feature = out[i] as Feature;
    const [first] = token.labels;
    const name = token.labels.some((l) => l.startsWith('who:')) && !pronouns.has(first as string);
    const number = token.labels.some((l) => l.startsWith('#') && l !== '#who');
    for (const label of token.labels) if (seen.test(label)) feature.labels.push(label);
    const party = feature.labels.some((l) => sides.has(l));
    if (name && !token.labels.some((l) => l.startsWith('side:'))) feature.labels.push('#name');
    if (!name && !number && !party) feature.word = token.labels.find((l) => !/^[=@#]|:/.test(l)) ?? null;
  });
  scopeLabels(index, out);
  ownerLabels(tokens, out);
  for (const feature of out) feature.labels = [...new Set(feature.labels)];
  return out;
}

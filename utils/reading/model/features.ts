/** A sentence's tokens as the model sees them: a word or none, and labels; speakers and names are not seen, only sides. */
import type { LabelIndex, TokenSpan } from '../match';
import type { Form, Token } from '../tokens';
import type { Mirror } from './sides';

export interface Feature {
  word: string | null;
  labels: string[];
  /** The word's, where it stands for nothing else. */
  form?: Form | undefined;
  /** The vectors of both, by the vocabulary whose they are; noted when a network first asks. */
  known?: { by: unknown; vectors: number[] } | undefined;
}

/** How far words of a class reach over what follows them in their clause, in tokens; as the cue grammar counts it. */
const scopes = (
  [
    ['@not', 7],
    ['@reverse', 7],
    ['@hedge', 10],
    ['@open', 10],
    ['@condition', 9],
    ['@unsaid', 9],
  ] as const
).map(([label, reach]) => ({ label, reach, name: `in:${label}` }));
const pronouns = new Set('he she it they we i his her him our their us my me ours theirs them its himself'.split(' '));

function scopeLabels(index: LabelIndex, out: Feature[]): void {
  for (const { label, reach, name } of scopes)
    for (const span of index.spans.get(label) ?? [])
      for (let i = span.end; i < Math.min(out.length, span.end + reach); i += 1)
        if (index.barriers[i] === index.barriers[span.end - 1]) out[i]?.labels.push(name);
}

/** Words shorter than this that belong to no class say little of their owner. */
const SHORT = 4;

/** Whose deed, wish or word it may be: the side of the claimant named last before it. */
function ownerLabels(tokens: readonly Token[], out: readonly Feature[]): void {
  let owner: string | null = null;
  tokens.forEach((token, i) => {
    const { word, labels } = out[i] as Feature;
    if (!token.form && token.labels.includes('#who'))
      owner = `of:${token.labels.find((l) => l.startsWith('side:')) ?? 'other'}`;
    else if (owner && word && (word.length >= SHORT || labels.length > 0)) labels.push(owner);
  });
}

/** Which tokens stand for a party: there classes that only one party's word belongs to are not seen. */
function parties(tokens: readonly Token[], index: LabelIndex, sides: ReadonlySet<string>): boolean[] {
  const out = tokens.map((token) => !token.form && token.labels.some((label) => sides.has(label)));
  for (const side of sides)
    for (const { start, end } of index.spans.get(side) ?? []) if (end === start + 1) out[start] = true;
  return out;
}

/** Adds the labels of a token that is more than a word, and gives its word, unless it is a name or a number. */
function ownLabels({ labels }: Token, feature: Feature): string | null {
  let who = false;
  let side = false;
  let number = false;
  let word: string | null = null;
  for (const label of labels) {
    const mark = label[0];
    if (mark === '@') feature.labels.push(label);
    else if (mark === '#') {
      if (label !== '#who') number = true;
      if (!label.startsWith('#who')) feature.labels.push(label);
    } else if (label.startsWith('side:')) {
      side = true;
      feature.labels.push(label);
    } else if (label.startsWith('who:')) who = true;
    else if (mark !== '=' && word === null && !label.includes(':')) word = label;
  }
  const name = who && !pronouns.has(labels[0] as string);
  if (name && !side) feature.labels.push('#name');
  return name || number ? null : word;
}

const once = (labels: string[]): string[] =>
  labels.some((label, i) => labels.indexOf(label) < i) ? [...new Set(labels)] : labels;

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
  const out = tokens.map((): Feature => ({ word: null, labels: [], form: undefined, known: undefined }));
  const party = parties(tokens, index, sides);
  // The networks were taught while no class stood by a claimant's side alone.
  const isSeen = (label: string, { start, end }: TokenSpan): boolean =>
    (!party[start] || end - start > 1 || sides.has(label)) &&
    (index.bySide.size === 0 || !index.bySide.has(`${label} ${start}`));
  for (const [label, spans] of index.spans)
    if (label.startsWith('@') && !partial.has(label))
      for (const span of spans) if (isSeen(label, span)) out[span.start]?.labels.push(label);
  tokens.forEach((token, i) => {
    const feature = out[i] as Feature;
    const word = token.form ? (token.labels[0] as string) : ownLabels(token, feature);
    if (feature.labels.some((l) => sides.has(l))) return;
    feature.word = word;
    feature.form = token.form;
  });
  scopeLabels(index, out);
  ownerLabels(tokens, out);
  for (const feature of out) feature.labels = once(feature.labels);
  return out;
}

/** Labels one sentence: who and what its words stand for, so that cues can be matched on it. */
import type { Entity } from '../types';
import { allMet, possibleCues, type Row } from './asked';
import type { Known } from './known-labels';
import { findSequence, type LabelIndex, type TokenSpan } from './match';
import type { Token } from './tokens';
import type { Phrase, Topic } from './topic';
import type { Mention, Segment, Sentence, Span } from './types';

const first = new Set(['i', 'we', 'us', 'our', 'ours', 'me', 'my', 'mine', 'ourselves', 'myself']);

/** Words that say whose something is: "our contacts" are not we. */
const owned = new Set(['our', 'my', 'his', 'her', 'their', 'its']);

/** Labels by which an entity can be met in a cue. */
export function labelsOfEntity(entity: Entity): string[] {
  return entity.side ? ['#who', `who:${entity.id}`, `side:${entity.side}`] : ['#who', `who:${entity.id}`];
}

/** Whose quoted words a token is one of. */
const speakerAt = (quoted: readonly Segment[], { start, end }: Span): Entity | null =>
  quoted.find((s) => start >= s.start && end <= s.end)?.speaker ?? null;

/** Makes a name or title of several words one token and gives pronouns the labels of whom they mean. */
export function withEntities(tokens: readonly Token[], sentence: Sentence): Token[] {
  const out: Token[] = [];
  const quoted = sentence.segments.filter((s) => s.kind === 'direct');
  const spelled = ({ form, labels, exact }: Token): string[] => (form ? [...labels, exact] : labels);
  let next = 0;
  for (const token of tokens) {
    while (next < sentence.mentions.length && (sentence.mentions[next] as Mention).end <= token.start) next += 1;
    const mention = sentence.mentions[next];
    const inside = mention && token.start >= mention.start && token.end <= mention.end ? mention : null;
    const last = out.at(-1);
    if (inside && last && last.start >= inside.start && last.end <= inside.end && inside.how !== 'pronoun') {
      last.end = token.end;
      last.labels = [...spelled(last), ...token.labels];
      last.form = undefined;
      continue;
    }
    out.push(token);
    const isSpeaker = quoted.length > 0 && first.has(token.labels[0] as string);
    const meant = inside?.entity ?? (isSpeaker ? speakerAt(quoted, token) : null);
    if (!meant) continue;
    token.labels = [...token.labels, token.exact, ...labelsOfEntity(meant)];
    token.form = undefined;
  }
  return out;
}

/** Is such a span among them? */
const holds = (list: readonly TokenSpan[], start: number, end: number): boolean =>
  list.some((known) => known.start === start && known.end === end);

/** Every label of a sentence with the spans where it stands: words, base forms, entities, classes and phrases. */
export function indexLabels(tokens: readonly Token[], topic: Topic): LabelIndex {
  const { vocabulary } = topic;
  vocabulary.sentences += 1;
  const { sentences: sentence, places, phrases } = vocabulary;
  places.fill(0);
  phrases.fill(0);
  const spans = new Map<string, TokenSpan[]>();
  const met: Row[] = [];
  let labels = 0;
  const put = (known: Known, span: TokenSpan): void => {
    if (known.sentence === sentence) {
      if (known.spans.at(-1) !== span) known.spans.push(span);
      return;
    }
    known.sentence = sentence;
    known.spans = [span];
    spans.set(known.label, known.spans);
    labels += 1;
    for (const row of known.lists) {
      if (places[row.number] !== 0) continue;
      met.push(row);
      for (const phrase of row.phrases) phrases[phrase] = 1;
    }
    for (const number of known.rows) if (places[number] === 0) places[number] = labels;
  };
  const putAll = (known: readonly Known[], span: TokenSpan): void => {
    for (const one of known) put(one, span);
  };
  const bySide = new Set<string>();
  const putSide = (side: Known, span: TokenSpan): void => {
    for (const one of side.brings) {
      if (one !== side && (one.sentence !== sentence || one.spans.at(-1) !== span))
        bySide.add(`${one.label} ${span.start}`);
      put(one, span);
    }
  };
  tokens.forEach((token, i) => {
    const span = { start: i, end: i + 1 };
    if (token.form) {
      putAll(vocabulary.ofForm(token.form), span);
      return;
    }
    let side: Known | undefined;
    for (const label of token.labels) {
      const known = vocabulary.of(label);
      if (!known) continue;
      if (label.startsWith('side:')) side = known;
      else putAll(known.brings, span);
    }
    // Last, so that what the words themselves say is known.
    if (side && owned.has(token.labels[0] as string)) put(side, span);
    else if (side) putSide(side, span);
  });
  const barriers = new Array<number>(tokens.length + 1).fill(0);
  for (const { start } of spans.get('@barrier') ?? []) barriers[start + 1] = 1;
  for (let i = 1; i < barriers.length; i += 1) barriers[i] = (barriers[i] as number) + (barriers[i - 1] as number);
  const joined = /^(?:and|or|nor|with)$/;
  const actors = tokens.map(
    (token, i) => !token.form && token.labels.includes('#who') && !joined.test(tokens[i - 1]?.labels[0] ?? ''),
  );
  const index: LabelIndex = { spans, barriers, actors, length: tokens.length, bySide, cues: [] };
  // In order: a phrase may make others possible, which stand behind it.
  for (let i = 0; i < phrases.length; i += 1) {
    if (phrases[i] === 0) continue;
    const phrase = topic.phrases[i] as Phrase;
    if (!allMet(places, phrase.needs)) continue;
    for (const { start, end } of findSequence(index, phrase.sequence))
      for (const one of vocabulary.of(phrase.label)?.brings ?? [])
        if (one.sentence !== sentence || !holds(one.spans, start, end)) put(one, { start, end });
  }
  index.cues = possibleCues(met, places);
  return index;
}

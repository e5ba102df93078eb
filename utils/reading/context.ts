/** What attribution carries from one sentence to the next. */
import type { Entity } from '../types';
import { Memory } from './memory';
import type { Mention, Sentence } from './types';
import { claimNouns } from './verbs';
import { hangs, owns, type Word } from './words';

export class Context {
  readonly memory = new Memory();
  /** Who spoke last in this paragraph. */
  turn: Entity | null = null;
  /** The sentence right before this one spoke for them. */
  turnIsFresh = false;
  /** The speaker of the quotation that the paragraph before left open. */
  carried: Entity | null = null;

  constructor(readonly text: string) {}

  /** Whose turn of a transcript this paragraph is. */
  spoken: Entity | null = null;

  openBlock(carried: Entity | null): void {
    this.carried = carried;
    this.turn = null;
    this.spoken = null;
    this.turnIsFresh = false;
  }
}

interface Seen {
  words: readonly Word[];
  mentions: readonly Mention[];
}

const fronting = /^(?:asked|when|while|after|before|as|if|although|though|since|because|once)$/;

/** "X's remarks highlight his wish": a person whose words or acts are the subject is what the sentence is about. */
function topical(words: readonly Word[], mentions: readonly Mention[]): Mention | undefined {
  return mentions.find((m) => {
    if (m.entity.kind !== 'person' || !owns(words, m)) return false;
    const at = words.findIndex((w) => w.start >= m.start);
    if (words[at]?.quoted || hangs(words, at)) return false;
    const before = words[at - 1];
    if (before && !/^[,;:]$/.test(before.text) && !/^(?:but|and|while|though|although|yet)$/.test(before.low))
      return false;
    const owned = words.findIndex((w) => w.start >= m.end) + 1;
    return [owned, owned + 1].some((i) => claimNouns.has(words[i]?.low ?? '') || doings.test(words[i]?.low ?? ''));
  });
}

const doings =
  /^(?:approach|plan|plans|proposal|proposals|policy|stance|position|view|views|tone|strategy|push|bid|effort|efforts|attempt|attempts|decision|announcement|speech|address|interview|visit|trip|idea|argument|message|post|answer|response|reaction|assessment|vision|initiative)$/;

/** Whoever is known by somebody else is rarely whom the text goes on with. */
const kin = /^(?:mother|father|wife|husband|son|daughter|brother|sister) \(unnamed\)$/;

/**
 * Persons who stand as subjects: not behind a preposition, not as owners, not inside a quotation. The first come first,
 * those of a fronted clause last ("Asked what he thought, X shrugged").
 */
function subjects({ words, mentions }: Seen): Entity[] {
  const owner = topical(words, mentions);
  const free = mentions.filter((m) => {
    const at = words.findIndex((w) => w.start >= m.start);
    return (
      m.entity.kind !== 'institution' &&
      !/s \(unnamed\)$/.test(m.entity.name) &&
      !kin.test(m.entity.name) &&
      !words[at]?.quoted &&
      !hangs(words, at) &&
      (!owns(words, m) || m === owner)
    );
  });
  const first = words.find((w) => !w.quoted);
  const comma = words.find((w) => !w.quoted && w.text === ',');
  if (!first || !comma || !fronting.test(first.low)) return free.map((m) => m.entity);
  return [...free.filter((m) => m.start > comma.start), ...free.filter((m) => m.start < comma.start)].map(
    (m) => m.entity,
  );
}

/** Where in a sentence its subject stands, in words. */
const OPENING = 5;

/** Several people without a name who open a sentence: "Some European leaders met in Paris". */
function severalIn({ words, mentions }: Seen): Entity | null {
  const first = mentions.find(({ start }) => words.findIndex((w) => w.start >= start) < OPENING);
  const at = first ? words.findIndex((w) => w.start >= first.start) : -1;
  if (!first || !/(?:s|people) \(unnamed\)$/.test(first.entity.name)) return null;
  return words[at]?.quoted || hangs(words, at) || owns(words, first) ? null : first.entity;
}

/** Notes who is in focus after some sentences: their speaker first, then their subjects. */
export function attend(context: Context, seen: readonly Seen[], sentences: readonly Sentence[]): void {
  seen.forEach((parsed, i) => {
    for (const entity of subjects(parsed).reverse()) context.memory.attend(entity);
    const segments = sentences[i]?.segments ?? [];
    const spoken = [...segments].reverse().find((s) => s.speaker)?.speaker ?? null;
    context.turnIsFresh = spoken !== null;
    context.memory.several = spoken ? null : severalIn(parsed);
    if (!spoken) return;
    // "X bristled at Y's claim that …": Y's claim, told of X, who may answer it next.
    const own = parsed.mentions.filter((m) => m.entity === spoken);
    const [subject] = own.length > 0 && own.every((m) => owns(parsed.words, m)) ? subjects(parsed) : [];
    context.memory.attend(subject ?? spoken);
    context.turn = subject ?? spoken;
  });
}

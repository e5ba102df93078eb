/** What attribution carries from one sentence to the next. */
import type { Entity } from '../types';
import { Memory } from './memory';
import type { Mention, Sentence } from './types';
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

/**
 * Persons who stand as subjects: not behind a preposition, not as owners, not inside a quotation. The first come first,
 * those of a fronted clause last ("Asked what he thought, X shrugged").
 */
function subjects({ words, mentions }: Seen): Entity[] {
  const free = mentions.filter((m) => {
    const at = words.findIndex((w) => w.start >= m.start);
    return (
      m.entity.kind !== 'institution' &&
      !/s \(unnamed\)$/.test(m.entity.name) &&
      !words[at]?.quoted &&
      !hangs(words, at) &&
      !owns(words, m)
    );
  });
  const first = words.find((w) => !w.quoted);
  const comma = words.find((w) => !w.quoted && w.text === ',');
  if (!first || !comma || !fronting.test(first.low)) return free.map((m) => m.entity);
  return [...free.filter((m) => m.start > comma.start), ...free.filter((m) => m.start < comma.start)].map(
    (m) => m.entity,
  );
}

/** Notes who is in focus after some sentences: their speaker first, then their subjects. */
export function attend(context: Context, seen: readonly Seen[], sentences: readonly Sentence[]): void {
  seen.forEach((parsed, i) => {
    for (const entity of subjects(parsed).reverse()) context.memory.attend(entity);
    const segments = sentences[i]?.segments ?? [];
    const spoken = [...segments].reverse().find((s) => s.speaker)?.speaker ?? null;
    context.turnIsFresh = spoken !== null;
    if (!spoken) return;
    context.memory.attend(spoken);
    context.turn = spoken;
  });
}

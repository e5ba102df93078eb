/** “X stressed that …,” Y, his aide, said: the words are Y's, the claim in them is X's. */
import type { Entity } from '../types';
import type { Mention, Segment } from './types';
import { verbKind } from './verbs';
import type { Word } from './words';

/** In words: from a name to its verb ("also once more stressed"), and from the start of the quotation to the name. */
const TO_VERB = 3;
const LEAD = 3;

/** Whose claim the words of a direct segment pass on: somebody on the speaker's own side, named as the one who says it. */
export function relayed(
  segment: Segment,
  { words, mentions }: { words: readonly Word[]; mentions: readonly Mention[] },
): Entity | null {
  const { speaker } = segment;
  if (segment.kind !== 'direct' || speaker?.kind !== 'person' || !speaker.side) return null;
  const first = words.findIndex((w) => w.start >= segment.start);
  const told = mentions.find((m) => m.start >= segment.start && m.how !== 'pronoun');
  if (!told || told.end > segment.end || told.entity === speaker) return null;
  if (told.entity.kind !== 'person' || told.entity.side !== speaker.side) return null;
  const lead = words.slice(first).filter((w) => w.end <= told.start);
  if (lead.length > LEAD || lead.some((w) => /^(?:if|when|what|because|unless|whether|why|how)$/.test(w.low)))
    return null;
  let verb = words.findIndex((w) => w.start >= told.end);
  for (
    let steps = 0;
    steps < TO_VERB && /ly$|^(?:has|had|also|once|again|and|more|just|then)$/.test(words[verb]?.low ?? '');
    steps += 1
  )
    verb += 1;
  return words[verb] && verbKind(words, verb) === 'say' ? told.entity : null;
}

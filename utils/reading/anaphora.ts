/**
 * "Kyiv has rejected this condition": a sentence that turns down what the sentence before it said, without naming it. It
 * takes the opposite stance on the claims found there. Facts of English.
 */
import type { PassageReading, Stance } from '../types';
import { becauseOf } from './because';
import { voiceOf } from './cue-readings';
import type { TokenSpan } from './match';
import type { Surroundings } from './stance';
import type { Segment, Sentence } from './types';

/** What was said, taken up by a noun. */
const nouns = new Set(
  'demand demands condition conditions idea proposal proposals suggestion suggestions offer claim claims accusation accusations allegation allegations charge charges assertion assertions notion request plan terms scenario option prospect requirement requirements ultimatum'.split(
    ' ',
  ),
);
const pointers = new Set(['this', 'that', 'these', 'those', 'such', 'any', 'both', 'all']);
/** What makes the noun say itself what is meant: "rejected the idea of a truce", "the demand that …". */
const complements = new Set('of that to for from on about by as made put over under in'.split(' '));
/** In tokens, between the verb and the noun or pronoun. */
const REACH = 3;

/** What turning a claim down makes of its stance; one that was only raised is denied too. */
const refused: Record<Stance, Stance> = { affirms: 'denies', denies: 'affirms', hedges: 'denies' };

/** The span that turns down what went before, or null. */
export function turnsDown({ tokens, index }: Surroundings): TokenSpan | null {
  const word = (i: number): string => tokens[i]?.labels[0] ?? '';
  const taken = (i: number): boolean => nouns.has(word(i)) && !complements.has(word(i + 1));
  for (const verb of index.spans.get('@accept-') ?? []) {
    if ((index.spans.get('@not') ?? []).some((n) => n.end <= verb.start && verb.start - n.end < 4)) continue;
    // "rejected this condition", "dismissed the idea"
    for (let i = verb.end; i < Math.min(tokens.length, verb.end + REACH); i += 1) {
      if (taken(i)) return { start: verb.start, end: i + 1 };
      if (!pointers.has(word(i)) && !/^(?:as|both|outright|its|his|their)$/.test(word(i))) break;
    }
    // "this condition has been rejected", "the idea was dismissed by Kyiv"
    for (let i = verb.start - 1; i >= Math.max(0, verb.start - 5); i -= 1) {
      if (taken(i) && i + 1 < verb.start && /^(?:be|is|was|were|are|has|have|had)$/.test(word(i + 1)))
        return { start: i, end: verb.end };
    }
  }
  return null;
}

/**
 * What a sentence takes from the readings right before it: their opposites, by the voice that turns them down. Null where
 * it turns nothing down, or speaks for the same claimant.
 */
export function turnedDown(
  around: Surroundings,
  sentence: Sentence,
  before: readonly { speaker: string | null; reading: PassageReading }[],
): { segment: Segment; readings: PassageReading[] } | null {
  const span = before.length > 0 ? turnsDown(around) : null;
  if (!span) return null;
  const segment = voiceOf(around.tokens, sentence, span);
  if (!segment.speaker || before.some(({ speaker }) => speaker === segment.speaker?.name)) return null;
  return {
    segment,
    readings: before.map(({ reading }) => ({
      proposition: reading.proposition,
      stance: refused[reading.stance],
      figure: null,
      because: [becauseOf(around, span)],
    })),
  };
}

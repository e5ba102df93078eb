/**
 * "Kyiv has rejected this condition", "“That is a lie,” said Moscow", "Warsaw backed the idea": a sentence that takes up
 * what the sentence before it said, without naming it. It takes the opposite stance on the claims found there, or the same.
 * Facts of English.
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

/** In tokens before a verb; a refusal of refusing is none. */
const NOT_BEFORE = 4;

/** The span that takes on what went before ("has accepted this condition", "backed the idea"), or null. */
export function takesOn({ tokens, index }: Surroundings): TokenSpan | null {
  const word = (i: number): string => tokens[i]?.labels[0] ?? '';
  const near = (label: string, verb: TokenSpan): boolean =>
    (index.spans.get(label) ?? []).some((n) => n.start < verb.start && verb.start - n.end < NOT_BEFORE);
  for (const verb of index.spans.get('@accept+') ?? []) {
    if (!finished.test(word(verb.start))) continue;
    if (['@not', '@reverse', '@hedge', '@open', '@condition', '@accept-'].some((label) => near(label, verb))) continue;
    for (let i = verb.end; i < Math.min(tokens.length, verb.end + REACH); i += 1) {
      if (nouns.has(word(i)) && !complements.has(word(i + 1))) return { start: verb.start, end: i + 1 };
      if (!pointers.has(word(i)) && word(i) !== 'to') break;
    }
  }
  return null;
}

const finished = /^(?:accepted|agreed|approved|backed|supported|welcomed|endorsed|embraced)$/;

const degree =
  '(?:an?|the|pure|total|totally|complete|completely|utter|utterly|absolute|absolutely|simply|just|all|such|yet another|another|plain|outright|blatant|deliberate|entirely)';
const falsehood =
  '(?:lies?|nonsense|untrue|not true|false|fake|fake news|fabrications?|inventions?|disinformation|rubbish|falsehoods?|propaganda|made up|fiction)';
const what =
  '(?:this|that|it|these|those|(?:the|this|that|these|such) (?:claims?|accusations?|allegations?|assertions?|charges?|reports?|suggestion|notion|idea|story|account))';
const disbelief = [
  // "“That is a complete lie,” …", "The claim was untrue, …"
  new RegExp(
    `^${what}(?: (?:is|was|are|were|has been)|['’]s) (?:${degree} ){0,3}${falsehood}(?= ?$| ?[,.;!?”"])`,
    'iu',
  ),
  // "“Total nonsense,” …"
  new RegExp(`^(?:${degree} ){0,3}${falsehood}(?= ?[,.;!?”"])`, 'iu'),
  // "… called it a lie", "… dismissed the claim as nonsense"
  new RegExp(
    `(?:called|calls|dismissed|dismisses|described|denounced|branded) ${what} (?:as )?[“"]?(?:${degree} ){0,3}${falsehood}(?=[,.;!?”" ])`,
    'iu',
  ),
];

/** Whether any of it can be there: most sentences end here. */
const anyFalsehood = new RegExp(`\\b${falsehood}\\b`, 'iu');

/** Words that say of what went before that it is not so, as a span of tokens, or null. */
export function disbelieves({ tokens, text, base }: Surroundings): TokenSpan | null {
  if (!anyFalsehood.test(text)) return null;
  const opened = text.length - text.replace(/^[\s“"‘']+/u, '').length;
  for (const [i, shape] of disbelief.entries()) {
    const found = shape.exec(i < 2 ? text.slice(opened) : text);
    if (!found) continue;
    const from = base + (i < 2 ? opened : 0) + found.index;
    const start = tokens.findIndex((token) => token.end > from);
    const end = tokens.findLastIndex((token) => token.start < from + found[0].length) + 1;
    if (start >= 0 && end > start) return { start, end };
  }
  return null;
}

/**
 * What a sentence takes from the readings right before it, by the voice that takes it up: their opposites where it turns
 * them down or calls them untrue, themselves where it takes them on. Null where it does neither, or speaks for the same
 * claimant.
 */
export function takenUp(
  around: Surroundings,
  sentence: Sentence,
  before: readonly { speaker: string | null; reading: PassageReading }[],
): { segment: Segment; readings: PassageReading[] } | null {
  if (before.length === 0) return null;
  const down = turnsDown(around) ?? disbelieves(around);
  const span = down ?? takesOn(around);
  if (!span) return null;
  const segment = voiceOf(around.tokens, sentence, span);
  if (!segment.speaker || before.some(({ speaker }) => speaker === segment.speaker?.name)) return null;
  return {
    segment,
    readings: before.map(({ reading }) => ({
      proposition: reading.proposition,
      stance: down ? refused[reading.stance] : reading.stance,
      figure: null,
      because: [becauseOf(around, span)],
    })),
  };
}

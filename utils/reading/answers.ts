/**
 * "Asked if X wants peace, Y replied: “I do.”" A short answer makes the question's clause a claim of whoever answers, or
 * its opposite. Facts of English.
 */
import type { Segment, Sentence } from './types';

const yes =
  /^(?:oh,? |well,? |look,? )?(?:yes|yeah|yep|absolutely|definitely|certainly|sure|of course|correct|exactly|very much(?: so)?|i do(?: believe (?:that|so))?|i really do|i did|i am|we do|we did|we are|we will|he does|he did|she does|they do|they are|it is|it will|i (?:think|believe|guess) (?:so|he does|they do|we will|it is|it will)|that['’]s right|that is right)(?:,? (?:yes|i do|absolutely|he does|they do|we do|very much|sir))?$/;
const no =
  /^(?:oh,? |well,? |look,? )?(?:no|nope|never|not at all|absolutely not|of course not|certainly not|definitely not|no way|i don['’]t|i do not|i don['’]t (?:think|believe) (?:so|that)|we don['’]t|we do not|we won['’]t|he doesn['’]t|he does not|they don['’]t|they do not|it isn['’]t|it is not|i (?:think|believe|guess) not)(?:,? (?:no|not at all|i don['’]t|sir|never))?$/;

/** Words that answer clearly: true for yes, false for no, null for anything else. */
export function answerOf(text: string): boolean | null {
  const plain = text
    .toLowerCase()
    .replace(/[“”"‘]|[.,!?…]+$/g, '')
    .replace(/[.,!?…]+(?=\s|$)/g, ',')
    .replace(/,+$/, '')
    .trim();
  if (yes.test(plain)) return true;
  return no.test(plain) ? false : null;
}

const asked = /\basked\b[^“”"]{0,70}?\b(?:if|whether)\s+/i;

export interface Answered {
  /** The clause that was asked about, as a sentence of whoever answers. */
  clause: Sentence;
  agreed: boolean;
  /** The sentence as a whole, by whoever answers. */
  voice: Segment;
}

/** A clause shorter than this, in characters, says nothing: "if Kyiv, which …". */
const SHORTEST = 8;

/** The question that a sentence reports with a clear answer to it, or null. `text` is the article's. */
export function answeredIn(text: string, sentence: Sentence): Answered | null {
  const own = text.slice(sentence.start, sentence.end);
  const question = asked.exec(own);
  const answer = question && /[“"]([^“”"]{2,40})[”"]/.exec(own);
  const agreed = answer ? answerOf(answer[1] as string) : null;
  const speaker = (sentence.segments.find((s) => s.speaker && s.kind === 'direct') ?? sentence.segments[0])?.speaker;
  if (!question || agreed === null || !speaker) return null;
  const from = question.index + question[0].length;
  const length = own.slice(from).search(/[,;:“"]|[.!?…]*\s*$/);
  if (length < SHORTEST) return null;
  const span = { start: sentence.start + from, end: sentence.start + from + length };
  return {
    agreed,
    voice: { start: sentence.start, end: sentence.end, kind: 'indirect', speaker, attribution: question[0].trim() },
    clause: {
      ...span,
      block: sentence.block,
      segments: [{ ...span, kind: 'indirect', speaker, attribution: null }],
      mentions: sentence.mentions.filter((m) => m.start >= span.start && m.end <= span.end),
    },
  };
}

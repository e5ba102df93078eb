/**
 * "Asked if X wants peace, Y replied: “I do.”" "Does X want peace? “Yes,” said Y." A short answer makes what was asked a
 * claim of whoever answers, or its opposite, or leaves it open. Facts of English.
 */
import type { Segment, Sentence } from './types';

const yes =
  /^(?:oh,? |well,? |look,? )?(?:yes|yeah|yep|absolutely|definitely|certainly|sure|of course|correct|exactly|very much(?: so)?|i do(?: believe (?:that|so))?|i really do|i did|i am|we do|we did|we are|we will|he does|he did|she does|they do|they are|it is|it will|i (?:think|believe|guess) (?:so|he does|they do|we will|it is|it will)|that['’]s right|that is right)(?:,? (?:yes|i do|absolutely|he does|they do|we do|very much|sir))?$/;
const no =
  /^(?:oh,? |well,? |look,? )?(?:no|nope|never|not at all|absolutely not|of course not|certainly not|definitely not|no way|i don['’]t|i do not|i don['’]t (?:think|believe) (?:so|that)|we don['’]t|we do not|we won['’]t|he doesn['’]t|he does not|they don['’]t|they do not|it isn['’]t|it is not|i (?:think|believe|guess) not)(?:,? (?:no|not at all|i don['’]t|sir|never))?$/;

const open =
  /^(?:well,? )?(?:maybe|perhaps|possibly|it['’]s possible|it is possible|could be|it could be|it might|we['’]ll see(?: what happens)?|we will see(?: what happens)?|we['’]ll find out|we will find out|we shall see|time will tell|it depends)$/;

export type Answer = 'yes' | 'no' | 'open';

/** What words answer; null where they evade ("No comment") or say something else. */
export function answerOf(text: string): Answer | null {
  const plain = text
    .toLowerCase()
    .replace(/[“”"‘]|[.,!?…]+$/g, '')
    .replace(/[.,!?…]+(?=\s|$)/g, ',')
    .replace(/,+$/, '')
    .trim();
  if (yes.test(plain)) return 'yes';
  if (no.test(plain)) return 'no';
  return open.test(plain) ? 'open' : null;
}

const asked = /\basked\b[^“”"]{0,70}?\b(?:if|whether)\s+/i;

export interface Answered {
  /** The clause that was asked about, as a sentence of whoever answers. */
  clause: Sentence;
  answer: Answer;
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
  const said = answer ? answerOf(answer[1] as string) : null;
  const speaker = (sentence.segments.find((s) => s.speaker && s.kind === 'direct') ?? sentence.segments[0])?.speaker;
  if (!question || said === null || !speaker) return null;
  const from = question.index + question[0].length;
  const length = own.slice(from).search(/[,;:“"]|[.!?…]*\s*$/);
  if (length < SHORTEST) return null;
  const span = { start: sentence.start + from, end: sentence.start + from + length };
  return {
    answer: said,
    voice: { start: sentence.start, end: sentence.end, kind: 'indirect', speaker, attribution: question[0].trim() },
    clause: {
      ...span,
      block: sentence.block,
      segments: [{ ...span, kind: 'indirect', speaker, attribution: null }],
      mentions: sentence.mentions.filter((m) => m.start >= span.start && m.end <= span.end),
    },
  };
}

/** The first words of a quotation that opens a sentence: "“Yes, he will,” Y said." → "Yes". */
const opening = /^[“"‘']([^“”"‘,.;!?—–]{2,30})/u;

/**
 * The answer with which a sentence's first quotation takes up the reporter's question before it, or null. The question is
 * read as a claim of whoever answers. `text` is the article's.
 */
export function answerTo(text: string, question: Sentence, sentence: Sentence): Answered | null {
  const voice = sentence.segments[0];
  // A quotation of one word ("“No,” said Y") has no segment of its own.
  if (!voice?.speaker || voice.kind === 'reporter') return null;
  const first = opening.exec(text.slice(voice.start, voice.end).trimStart());
  const answer = first ? answerOf(first[1] as string) : null;
  const end = question.start + text.slice(question.start, question.end).lastIndexOf('?');
  if (answer === null || end - question.start < SHORTEST) return null;
  const span = { start: question.start, end };
  // "“Absolutely,” he said" alone tells nobody what was marked.
  const start = question.block === sentence.block ? question.start : voice.start;
  return {
    answer,
    voice: { ...voice, start },
    clause: {
      ...span,
      block: question.block,
      segments: [{ ...span, kind: 'indirect', speaker: voice.speaker, attribution: null }],
      mentions: question.mentions.filter((m) => m.end <= end),
    },
  };
}

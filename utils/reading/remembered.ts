/**
 * Readings kept from one reading of a page to the next: a live blog that gains a post is read for its new sentences only.
 * What a sentence says depends on its words, its voices, those it names and what the sentence before claims or asks; where all of
 * these are the same, so is the reading.
 */
import { type Before, nothingBefore, readSentence, type SegmentReadings } from './read-sentence';
import type { Topic } from './topic';
import type { Segment, Sentence } from './types';

/** Reads one sentence, as readSentence does. */
export type SentenceReader = typeof readSentence;

/** Sentences kept: those of some ten long pages. */
const MOST = 5000;

const moved = <T extends { start: number; end: number }>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});

const placed = ({ start, mentions }: Sentence): unknown[] =>
  mentions.map((m) => [m.start - start, m.end - start, m.how, m.entity.id, m.entity.side]);

function keyOf(text: string, sentence: Sentence, { claims, question }: Before): string {
  const { start, end } = sentence;
  const voices = sentence.segments.map((s) => [
    s.start - start,
    s.end - start,
    s.kind,
    s.speaker?.id,
    s.speaker?.side,
    s.attribution,
  ]);
  const asked = question && [question.start - start, text.slice(question.start, question.end), placed(question)];
  return JSON.stringify([text.slice(start, end), voices, placed(sentence), claims, asked]);
}

/** The segment of a sentence that a kept reading belongs to: its own where it has it, else one made for it. */
const segmentIn = (sentence: Sentence, kept: Segment): Segment => {
  const here = moved(kept, sentence.start);
  return sentence.segments.find((s) => s.start === here.start && s.end === here.end && s.kind === here.kind) ?? here;
};

/** A reader that remembers what it has read with a topic; the least lately read is forgotten first. */
export function rememberingReader(read: SentenceReader = readSentence): SentenceReader {
  const topics = new WeakMap<Topic, Map<string, SegmentReadings[]>>();
  return (text, sentence, topic, before = nothingBefore) => {
    let kept = topics.get(topic);
    if (!kept) {
      kept = new Map();
      topics.set(topic, kept);
    }
    const key = keyOf(text, sentence, before);
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known.map(({ segment, readings }) => ({
        segment: segmentIn(sentence, segment),
        readings: structuredClone(readings),
      }));
    }
    const found = read(text, sentence, topic, before);
    if (kept.size >= MOST) kept.delete(kept.keys().next().value as string);
    kept.set(
      key,
      found.map(({ segment, readings }) => ({
        segment: moved(segment, -sentence.start),
        readings: structuredClone(readings),
      })),
    );
    return found;
  };
}

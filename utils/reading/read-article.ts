/** An article → the passages that take a stance, and its quotations. Pure; the same in the extension's worker and in Node. */
import type { Article, Passage, Quotation, Reading } from '../types';
import { attribute } from './attribution';
import { besideTopic } from './beside-topic';
import { type Before, isQuestion, nothingBefore, readSentence, type SegmentReadings } from './read-sentence';
import type { SentenceReader } from './remembered';
import type { Topic } from './topic';
import { type Beside, onlyTopic, seenBy, type Topics, topicsOfWords, topicsOn } from './topics';
import type { Attributed, Segment, Sentence } from './types';

export interface ReadArticle {
  topical: boolean;
  passages: Passage[];
  /** Every direct quotation, whether the page is topical or not. */
  quotations: Quotation[];
}

/** The article's text, to which all offsets refer: its blocks joined with "\n". */
export const textOf = (article: Pick<Article, 'blocks'>): string =>
  article.blocks.map((block) => block.text).join('\n');

const trimmed = (text: string, start: number, end: number): { start: number; end: number } => {
  let [from, to] = [start, end];
  while (from < to && /[\s,;:]/.test(text[from] as string)) from += 1;
  while (to > from && /[\s,;:]/.test(text[to - 1] as string)) to -= 1;
  return { start: from, end: to };
};

/** What a passage covers: the whole sentence where it has one voice, else that voice's part. */
function extent(text: string, sentence: Sentence, segment: Segment): { start: number; end: number } {
  const voices = new Set(sentence.segments.filter((s) => s.kind !== 'reporter').map((s) => s.speaker?.id ?? null));
  const whole = segment.kind !== 'direct' && voices.size <= 1;
  const start = Math.min(sentence.start, segment.start);
  return whole ? trimmed(text, start, sentence.end) : trimmed(text, segment.start, segment.end);
}

/** What a sentence leaves to the next. */
const leftBy = (text: string, sentence: Sentence, read: readonly SegmentReadings[]): Before => ({
  claims: read.flatMap(({ segment, readings }) =>
    readings.map((reading) => ({ speaker: segment.speaker?.name ?? null, reading })),
  ),
  question: isQuestion(text, sentence) ? sentence : null,
});

function passagesOf(attributed: Attributed, article: Article, beside: Beside, reader: SentenceReader): Passage[] {
  const passages: Passage[] = [];
  const { topic } = beside;
  const skipped = besideTopic(article.blocks, topic);
  let before = nothingBefore;
  let block = -1;
  for (const plain of attributed.sentences) {
    if (skipped.has(plain.block)) continue;
    const sentence = seenBy(beside, plain);
    const read = reader(attributed.text, sentence, topic, sentence.block - block <= 1 ? before : nothingBefore);
    before = leftBy(attributed.text, sentence, read);
    block = sentence.block;
    for (const { segment, readings } of read) {
      const span = extent(attributed.text, sentence, segment);
      const last = passages.at(-1);
      if (last && last.start === span.start && last.end === span.end) {
        last.readings.push(...readings.filter((r) => !last.readings.some((own) => own.proposition === r.proposition)));
        continue;
      }
      passages.push({
        id: `p${passages.length + 1}`,
        text: attributed.text.slice(span.start, span.end),
        ...span,
        kind: segment.kind,
        speaker: segment.speaker?.name ?? null,
        readings,
      });
    }
  }
  return passages;
}

/** What several topics found, in the order of the text; the same words are one passage. */
function together(found: readonly Passage[][]): Passage[] {
  if (found.length < 2) return found[0] ?? [];
  const passages = new Map<string, Passage>();
  for (const passage of found.flat()) {
    const key = `${passage.start} ${passage.end}`;
    const same = passages.get(key);
    if (same) same.readings.push(...passage.readings);
    else passages.set(key, passage);
  }
  return [...passages.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((passage, i) => ({ ...passage, id: `p${i + 1}` }));
}

/** A topic by itself is all topics. */
const allOf = (topics: Topics | Topic): Topics => ('all' in topics ? topics : onlyTopic(topics));

/** Characters read of one page: some 100,000 words, three times the longest live blog. What follows is no article. */
const MOST = 600_000;

/** The blocks that are read: all of them, or those that begin within the first 600,000 characters. */
function readable(blocks: Article['blocks']): Article['blocks'] {
  let length = 0;
  const end = blocks.findIndex((block) => {
    const past = length > MOST;
    length += block.text.length + 1;
    return past;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

/**
 * Reads an article, for each topic that it is on. A page off every topic, or in a language other than the engine's, gets
 * quotations but no passages. `reader` reads one sentence; one that remembers spares a page that is read again.
 */
export function readArticle(
  article: Article,
  topics: Topics | Topic,
  reader: SentenceReader = readSentence,
): ReadArticle {
  const held = allOf(topics);
  const blocks = readable(article.blocks);
  const english = article.language === '' || article.language.startsWith('en');
  const on = english ? topicsOn(textOf({ blocks }), held) : [];
  const company = held.together(on.length > 0 ? on : held.all);
  const attributed = attribute(blocks, company.people, article.published);
  return {
    topical: on.length > 0,
    passages: on.length > 0 ? together(company.topics.map((one) => passagesOf(attributed, article, one, reader))) : [],
    quotations: attributed.quotations.map(({ text, speaker, start, end }) => ({
      text,
      speaker: speaker?.name ?? null,
      start,
      end,
    })),
  };
}

/**
 * What the engine makes of one statement's words by a known speaker: readings marked as machine-read.
 * `date` (ISO day) settles who held which title.
 */
export function readStatement(
  text: string,
  speaker: string,
  topics: Topics | Topic,
  date: string | null = null,
): (Reading & { because: string[] })[] {
  const quoted = `“${text.replace(/[“”"]/g, "'")}”, ${speaker} said.`;
  const held = allOf(topics);
  const company = held.together(topicsOfWords(text, held));
  const attributed = attribute([{ text: quoted, kind: 'paragraph' }], company.people, date);
  const found = new Map<string, Reading & { because: string[] }>();
  for (const beside of company.topics)
    for (const { readings } of attributed.sentences.flatMap((sentence) =>
      readSentence(attributed.text, seenBy(beside, sentence), beside.topic),
    ))
      for (const { proposition, stance, figure, because } of readings)
        if (!found.has(proposition))
          found.set(proposition, { proposition, stance, ...(figure ? { figure } : {}), readBy: 'machine', because });
  return [...found.values()];
}

/** Who speaks each part of an article: sentences, quotations and their claimants. Pure, linear in the text. */
import type { Block, Entity } from '../types';
import { type AttributionCue, colonSpeaker, dashSpeaker, findCues } from './cues';
import { findMentions, Memory, type Word, wordsOf } from './mentions';
import type { PeopleIndex } from './people';
import { findQuotations, type QuoteSpan } from './quotations';
import { splitSentences } from './sentences';
import type { Attributed, AttributedQuotation, Segment, Sentence, Span } from './types';
import { turns } from './verbs';

const within = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A quotation that stands on its own, not a few quoted words inside a reported clause. */
function standsAlone(text: string, quote: Span, sentence: Span): boolean {
  const inside = text.slice(Math.max(quote.start, sentence.start), Math.min(quote.end, sentence.end)).trim();
  const atStart = quote.start <= sentence.start + 2;
  if (quote.start < sentence.start) return true;
  return (
    (atStart && inside.split(/\s+/).length >= 2) ||
    (/^\p{Lu}/u.test(inside) && /[.,!?…—–-]$/.test(inside) && inside.split(/\s+/).length >= 3) ||
    (/^\p{Lu}/u.test(inside) && /[:,]\s*[“"‘']?$/.test(text.slice(sentence.start, quote.start)))
  );
}

/** The cue that speaks a quotation: right after it, else the last before it, else the nearest. */
function cueFor(quote: Span, cues: readonly AttributionCue[]): AttributionCue | null {
  const says = cues.filter((c) => c.kind !== 'position');
  const pool = says.length > 0 ? says : cues;
  const after = pool.find((c) => c.span.start >= quote.end && c.span.start - quote.end <= 40);
  if (after) return after;
  const before = pool.filter((c) => c.span.end <= quote.start).at(-1);
  return before ?? pool.find((c) => c.span.start >= quote.end) ?? null;
}

/** "…, Zelensky told reporters": a tag behind a comma at the end of a sentence speaks all of it, whoever claims what in it. */
function closingTag(words: readonly Word[], cues: readonly AttributionCue[]): AttributionCue | null {
  const tag = cues.at(-1);
  if (!tag || cues.length < 2 || tag.kind === 'position') return null;
  const first = words.findIndex((w) => w.start >= tag.span.start);
  const opens = words[first - 1]?.low === ',' || /^according$/.test(words[tag.verb]?.low ?? '');
  const rest = words.length - 1 - words.findIndex((w) => w.end >= tag.span.end);
  const asked = /^asked$/.test(words[0]?.low ?? '');
  const contrast = words.some((w) => !w.quoted && turns.has(w.low) && w.start < tag.span.start);
  return opens && (rest <= 7 || asked) && !contrast ? tag : null;
}

/** Cues that open a new voice: the first, and those behind a boundary that parts clauses. Others stand inside a reported clause. */
function voices(words: readonly Word[], cues: readonly AttributionCue[]): { cue: AttributionCue; from: number }[] {
  const tag = closingTag(words, cues);
  if (tag) return [{ cue: tag, from: -1 }];
  const out: { cue: AttributionCue; from: number }[] = [];
  for (const cue of cues) {
    const last = out.at(-1);
    if (!last) {
      out.push({ cue, from: -1 });
      continue;
    }
    if (cue.speaker === last.cue.speaker) continue;
    const lastVerb = (words[last.cue.verb] as Word).start;
    const turn = words
      .filter(
        (w) =>
          !w.quoted &&
          turns.has(w.low) &&
          w.start > Math.min(lastVerb, last.cue.subject.start) &&
          w.start < cue.subject.start &&
          w.start > lastVerb,
      )
      .at(-1);
    if (turn) out.push({ cue, from: turn.start });
  }
  return out;
}

interface Context {
  text: string;
  memory: Memory;
  /** Who spoke last in this paragraph, and in the paragraph before. */
  paragraph: Entity | null;
  previous: Entity | null;
}

/** Splits a sentence into segments at its standing quotations and at the boundaries between voices. */
function segmentsOf(
  sentence: Span,
  words: readonly Word[],
  cues: readonly AttributionCue[],
  alone: readonly { span: Span; speaker: Entity | null }[],
  text: string,
): Segment[] {
  const parts = voices(words, cues);
  const cuts = new Set<number>([sentence.start, sentence.end]);
  for (const { from } of parts) if (from > sentence.start) cuts.add(from);
  for (const { span } of alone) {
    cuts.add(Math.max(sentence.start, span.start - 1));
    cuts.add(Math.min(sentence.end, span.end + 1));
  }
  const at = [...cuts].sort((a, b) => a - b);
  const out: Segment[] = [];
  for (let i = 0; i + 1 < at.length; i += 1) {
    const span = { start: at[i] as number, end: at[i + 1] as number };
    const quote = alone.find(
      (q) => within({ start: q.span.start, end: q.span.end }, span) && span.start >= q.span.start - 1,
    );
    if (quote) {
      const cue = cues.find((c) => c.speaker === quote.speaker);
      out.push({
        ...span,
        kind: 'direct',
        speaker: quote.speaker,
        attribution: cue ? text.slice(cue.span.start, cue.span.end) : null,
      });
      continue;
    }
    const voice = [...parts].reverse().find((p) => p.from <= span.start) ?? parts[0];
    out.push(
      voice
        ? {
            ...span,
            kind: 'indirect',
            speaker: voice.cue.speaker,
            attribution: text.slice(voice.cue.span.start, voice.cue.span.end),
          }
        : { ...span, kind: 'reporter', speaker: null, attribution: null },
    );
  }
  return out;
}

function readOne(
  sentence: Span,
  block: number,
  quotes: readonly QuoteSpan[],
  people: PeopleIndex,
  date: string | null,
  context: Context,
  speakers: Map<QuoteSpan, Entity | null>,
  kind: Block['kind'],
): Sentence {
  const { text, memory } = context;
  const own = quotes.filter((q) => within(q, sentence));
  const words = wordsOf(text, sentence, own);
  const mentions = findMentions(words, people, date, memory);
  const cues = findCues(words, mentions, own);
  const colon = colonSpeaker(words, mentions);
  const alone: { span: Span; speaker: Entity | null }[] = [];
  for (const quote of own) {
    const known = speakers.get(quote);
    const cue = cueFor(quote, cues);
    const outside = words.some((w) => !w.quoted && /[\p{L}]/u.test(w.text));
    const inherited = outside ? (colon?.speaker ?? null) : (known ?? context.paragraph ?? context.previous);
    const speaker = dashSpeaker(words, mentions, quote) ?? cue?.speaker ?? known ?? colon?.speaker ?? inherited ?? null;
    if (!speakers.get(quote)) speakers.set(quote, speaker);
    if (standsAlone(text, quote, sentence)) alone.push({ span: quote, speaker });
  }
  let segments = segmentsOf(sentence, words, cues, alone, text);
  if (own.length === 0 && cues.length === 0 && colon && (kind === 'paragraph' || kind === 'quote'))
    segments = [
      { start: sentence.start, end: colon.from, kind: 'reporter', speaker: null, attribution: null },
      {
        start: colon.from,
        end: sentence.end,
        kind: 'direct',
        speaker: colon.speaker,
        attribution: text.slice(sentence.start, colon.from),
      },
    ];
  // Headlines: "US has given a June deadline: Zelenskyy", "Trump: No deal until I have met Putin".
  if (kind === 'title' && cues.length === 0) {
    const tail = /[:–—]\s*(\S[^:]*)$/.exec(text.slice(sentence.start, sentence.end));
    const last = mentions.at(-1);
    const speaker =
      tail &&
      last &&
      last.start >= sentence.start + tail.index &&
      last.end >= sentence.end - 1 &&
      (tail[1] as string).split(' ').length <= 4
        ? last.entity
        : (colon?.speaker ?? null);
    if (speaker)
      segments = [{ ...sentence, kind: 'indirect', speaker, attribution: text.slice(sentence.start, sentence.end) }];
  }
  const spoken = [...segments].reverse().find((s) => s.speaker)?.speaker ?? null;
  if (spoken) {
    memory.speaker = spoken.kind === 'person' ? spoken : memory.speaker;
    context.paragraph = spoken;
  }
  const subject = mentions.find((m) => m.entity.kind === 'person' && m.start - sentence.start < 60);
  if (subject) memory.subject = subject.entity;
  if (!spoken && subject && own.length === 0) {
    memory.speaker = subject.entity;
    context.paragraph = subject.entity;
  }
  return { ...sentence, block, segments, mentions };
}

/** Quotations that a later sentence of their paragraph attributes (“A. B,” he said) get its speaker, and so do their sentences. */
function settle(
  sentences: readonly Sentence[],
  quotes: readonly QuoteSpan[],
  speakers: Map<QuoteSpan, Entity | null>,
): void {
  for (const sentence of sentences)
    for (const segment of sentence.segments) {
      if (segment.kind !== 'direct') continue;
      const quote = quotes.find((q) => q.start - 1 <= segment.start && q.end + 1 >= segment.end);
      const speaker = quote && speakers.get(quote);
      if (speaker) segment.speaker = speaker;
    }
}

/** The speaker named for one quotation by the sentence in which it ends, if it runs over several. */
function lateCues(
  quotes: readonly QuoteSpan[],
  sentences: readonly Span[],
  text: string,
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
  speakers: Map<QuoteSpan, Entity | null>,
): void {
  for (const quote of quotes) {
    const touched = sentences.filter((s) => within(s, quote));
    const last = touched.at(-1);
    if (touched.length < 2 || !last) continue;
    const own = quotes.filter((q) => within(q, last));
    const words = wordsOf(text, last, own);
    const probe = new Memory();
    probe.speaker = memory.speaker;
    probe.subject = memory.subject;
    probe.recent.push(...memory.recent.slice(-30));
    for (const m of memory.recent) probe.learn(m.entity);
    const cues = findCues(words, findMentions(words, people, date, probe), own).filter(
      (c) => c.kind !== 'position' && c.span.start >= quote.end,
    );
    if (cues[0]) speakers.set(quote, cues[0].speaker);
  }
}

/**
 * Sentences with their voices, and every direct quotation with its speaker. `published` (ISO day or null) settles who
 * held which title. Text and offsets: the blocks joined with "\n".
 */
export function attribute(blocks: readonly Block[], people: PeopleIndex, published: string | null): Attributed {
  const text = blocks.map((b) => b.text).join('\n');
  const starts: number[] = [];
  blocks.reduce((at, b) => {
    starts.push(at);
    return at + b.text.length + 1;
  }, 0);
  const quotes = findQuotations(
    blocks.map((b) => b.text),
    starts,
  );
  const memory = new Memory();
  const context: Context = { text, memory, paragraph: null, previous: null };
  const speakers = new Map<QuoteSpan, Entity | null>();
  const sentences: Sentence[] = [];
  blocks.forEach((block, i) => {
    const own = quotes.filter((q) => q.block === i);
    const spans = splitSentences(block.text, starts[i]);
    context.previous = context.paragraph ?? context.previous;
    context.paragraph = null;
    for (const quote of own)
      if (quote.continued)
        speakers.set(quote, speakers.get(quotes[quotes.indexOf(quote) - 1] as QuoteSpan) ?? context.previous);
    lateCues(own, spans, text, people, published, memory, speakers);
    const read = spans.map((span) => readOne(span, i, own, people, published, context, speakers, block.kind));
    settle(read, own, speakers);
    sentences.push(...read);
  });
  const quotations: AttributedQuotation[] = quotes.map((q) => ({
    start: q.start,
    end: q.end,
    text: text.slice(q.start, q.end),
    speaker: speakers.get(q) ?? null,
  }));
  return { text, sentences, quotations };
}

/** Who speaks each part of an article: sentences, quotations and their claimants. Pure, linear in the text. */
import type { Block, Entity } from '../types';
import { attend, Context } from './context';
import { reporterOrSame } from './continued';
import { headed, settleHeadings } from './crossheads';
import { type AttributionCue, findCues } from './cues';
import { isTitleCase, quotedAhead, tailSpeaker } from './headline';
import { findMentions } from './mentions';
import type { PeopleIndex } from './people';
import { possessives } from './possessives';
import { findQuotations, type QuoteSpan, touching } from './quotations';
import { cueFor, standsAlone } from './quote-speakers';
import { relayed } from './relayed';
import { type Standing, segmentsOf } from './segments';
import { splitSentences } from './sentences';
import { colonSpeaker, dashSpeaker } from './transcript';
import type { Attributed, AttributedQuotation, Mention, Segment, Sentence, Span } from './types';
import { voicesOf } from './voices';
import { hangs, owns, type Word, wordsOf } from './words';

const within = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** One sentence with what was found in it. */
interface Parsed {
  span: Span;
  words: Word[];
  mentions: Mention[];
  cues: AttributionCue[];
  quotes: QuoteSpan[];
  colon: ReturnType<typeof colonSpeaker>;
}

/** In words. */
const longest = 300;

/** Sentences that a quotation holds together, so that the tag behind its last sentence speaks them all. */
function groups(spans: readonly Span[], quotes: readonly QuoteSpan[]): Span[][] {
  const out: Span[][] = [];
  for (const span of spans) {
    const last = out.at(-1)?.at(-1);
    if (
      last &&
      touching(quotes, { start: last.end - 1, end: span.start + 1 }).some(
        (q) => q.start < last.end && q.end > span.start,
      )
    )
      out.at(-1)?.push(span);
    else out.push([span]);
  }
  return out;
}

function parse(
  span: Span,
  quotes: readonly QuoteSpan[],
  people: PeopleIndex,
  date: string | null,
  context: Context,
  kind: Block['kind'],
): Parsed {
  const own = touching(quotes, span);
  const words = wordsOf(context.text, span, own);
  // Menus and lists without a full stop are no sentences, and nobody speaks them.
  if (words.length > longest) return { span, words, mentions: [], quotes: own, cues: [], colon: null };
  const mentions = findMentions(words, people, date, context.memory, kind !== 'title' || !isTitleCase(words));
  return {
    span,
    words,
    mentions,
    quotes: own,
    cues: findCues(words, mentions, own),
    colon: colonSpeaker(words, mentions),
  };
}

/** The speaker of one quotation, and whether its own sentences say so. */
function speakerOf(
  quote: QuoteSpan,
  touched: readonly Parsed[],
  context: Context,
): { speaker: Entity | null; sure: boolean } {
  const first = touched[0] as Parsed;
  const last = touched.at(-1) as Parsed;
  const dash = dashSpeaker(last.words, last.mentions, quote);
  if (dash) return { speaker: dash, sure: true };
  const both = first === last ? first.cues : [...first.cues, ...last.cues];
  const words = first === last ? first.words : [...first.words, ...last.words];
  const cue = cueFor(context.text, quote, words, both);
  if (cue) return { speaker: cue.speaker, sure: true };
  if (first.colon) return { speaker: first.colon.speaker, sure: true };
  if (quote.continued && context.carried) return { speaker: context.carried, sure: true };
  const outside = touched.some((p) => p.words.some((w) => !w.quoted && /\p{L}/u.test(w.text)));
  if (!outside) return { speaker: context.turn ?? context.memory.attended, sure: context.turn !== null };
  return { speaker: context.turn ?? subjectOf(first) ?? context.memory.attended, sure: false };
}

/** Those named, and of those without a name only whoever claims something: "soldiers" and "presidents" stay plain words. */
const actors = (p: Parsed): Mention[] =>
  p.mentions
    .filter(
      (m) =>
        !m.entity.id.endsWith('-unnamed') ||
        !m.entity.id.startsWith('page:') ||
        p.cues.some((c) => c.subject.start === m.start),
    )
    .concat(possessives(p.words, p.cues))
    .sort((a, b) => a.start - b.start);

/** Who stands as the subject of a sentence without attribution. */
const subjectOf = ({ words, mentions }: Parsed): Entity | null =>
  mentions.find((m) => {
    const at = words.findIndex((w) => w.start >= m.start);
    return !words[at]?.quoted && !hangs(words, at) && !owns(words, m) && at < 12;
  })?.entity ?? null;

/** In a turn of a transcript: somebody the pack knows is said to have said something, which is that one's claim. */
const names = ({ kind, speaker, embedded, modal, pronoun }: AttributionCue): boolean =>
  kind === 'say' && !embedded && !modal && !pronoun && !speaker.id.startsWith('page:');

function readSentence(
  parsed: Parsed,
  speakers: Map<QuoteSpan, Entity | null>,
  context: Context,
  kind: Block['kind'],
  head: boolean,
): Segment[] {
  const { text } = context;
  const { span, words, cues, colon, mentions } = parsed;
  const alone: Standing[] = parsed.quotes
    .filter((q) => standsAlone(text, q, span))
    .map((q) => ({ span: q, speaker: speakers.get(q) ?? null }));
  if (head && cues.every((c) => c.kind === 'position')) {
    const bare = kind === 'title' && cues.length === 0 && colon?.bare;
    const speaker =
      quotedAhead(text, span, mentions) ?? tailSpeaker(text, span, mentions) ?? (bare ? colon.speaker : null);
    if (speaker) return [{ ...span, kind: 'indirect', speaker, attribution: text.slice(span.start, span.end) }];
  }
  if (colon?.bare && parsed.quotes.length === 0 && kind !== 'title' && !context.turn) context.spoken = colon.speaker;
  if (context.spoken && !cues.some(names) && !colon && alone.length === 0)
    return [{ ...span, kind: 'direct', speaker: context.spoken, attribution: null }];
  const passesOn = colon?.bare && colon.speaker.id.startsWith('page:') && cues.some(names);
  if (colon && !passesOn && alone.length === 0 && cues.every((c) => c.kind === 'position' || c.span.start > colon.from))
    return [
      { start: span.start, end: colon.from, kind: 'reporter', speaker: null, attribution: null },
      {
        start: colon.from,
        end: span.end,
        kind: colon.bare ? 'direct' : 'indirect',
        speaker: colon.speaker,
        attribution: text.slice(span.start, colon.from),
      },
    ];
  // A few quoted words in a sentence without attribution: their speaker says all of it.
  const partial = cues.length === 0 && alone.length === 0 ? parsed.quotes.at(-1) : undefined;
  const quoter = partial && speakers.get(partial);
  if (quoter && kind !== 'title') return [{ ...span, kind: 'indirect', speaker: quoter, attribution: null }];
  if (cues.length === 0 && alone.length === 0) {
    const same = reporterOrSame(parsed, context, kind);
    if (same) return same;
  }
  return segmentsOf(span, voicesOf(words, cues), cues, alone, text);
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
  const context = new Context(text);
  const speakers = new Map<QuoteSpan, Entity | null>();
  const sentences: Sentence[] = [];
  let next = 0;
  blocks.forEach((block, i) => {
    const from = next;
    while (next < quotes.length && (quotes[next] as QuoteSpan).block === i) next += 1;
    const own = quotes.slice(from, next);
    const head = headed(block);
    context.openBlock(from > 0 ? (speakers.get(quotes[from - 1] as QuoteSpan) ?? null) : null);
    const pending: QuoteSpan[] = [];
    const read: Sentence[] = [];
    const seen: Parsed[] = [];
    for (const group of groups(splitSentences(block.text, starts[i]), own)) {
      const parsed = group.map((span) => parse(span, own, people, published, context, block.kind));
      const whole = { start: (group[0] as Span).start, end: (group.at(-1) as Span).end };
      for (const quote of touching(own, whole)) {
        const { speaker, sure } = speakerOf(
          quote,
          parsed.filter((p) => within(quote, p.span)),
          context,
        );
        speakers.set(quote, speaker);
        if (!sure && context.turn === null) pending.push(quote);
        else if (sure && pending.length > 0) {
          for (const earlier of pending.splice(0)) speakers.set(earlier, speaker);
        }
      }
      for (const p of parsed) {
        const segments = readSentence(p, speakers, context, block.kind, head);
        read.push({ ...p.span, block: i, segments, mentions: actors(p) });
        seen.push(p);
      }
      attend(context, parsed, read.slice(-parsed.length));
    }
    settle(read, own, speakers);
    read.forEach(({ segments }, at) => {
      for (const s of segments) s.speaker = relayed(s, seen[at] as Parsed) ?? s.speaker;
    });
    sentences.push(...read);
  });
  settleHeadings(text, blocks, sentences, quotes, speakers);
  const quotations: AttributedQuotation[] = quotes.map((q) => ({
    start: q.start,
    end: q.end,
    text: text.slice(q.start, q.end),
    speaker: speakers.get(q) ?? null,
  }));
  return { text, sentences, quotations };
}

/** Quotations that a later sentence of their paragraph attributed (“A.” “B,” he said) hand their speaker to their segments. */
function settle(
  sentences: readonly Sentence[],
  quotes: readonly QuoteSpan[],
  speakers: ReadonlyMap<QuoteSpan, Entity | null>,
): void {
  for (const sentence of sentences)
    for (const segment of sentence.segments) {
      if (segment.kind !== 'direct') continue;
      const near = touching(quotes, { start: segment.start - 1, end: segment.end + 1 });
      const quote = near.find((q) => q.start - 1 <= segment.start && q.end + 1 >= segment.end);
      const speaker = quote && speakers.get(quote);
      if (speaker) segment.speaker = speaker;
    }
}

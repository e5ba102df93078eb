/** Headings that quote somebody without a name ("‘Very close’ on minerals"): the text below says whose words they are. */
import type { Block, Entity } from '../types';
import { type QuoteSpan, touching } from './quotations';
import type { Sentence } from './types';

/** In words. A line without a full stop that is longer is a paragraph. */
const LONGEST = 12;
/** How many blocks below a heading are its section, where no other heading ends it. */
const SECTION = 8;
/** An article's title may stand on its page more than once; where there are more, they are the headings of a list. */
const TITLES = 12;
/** Blocks in which a heading's words may come back in another form. */
const NEAR = 2;

/** Is a block a heading: marked as one, or a short line without a full stop? */
export const headed = ({ kind, text }: Block): boolean =>
  kind === 'title' ||
  kind === 'heading' ||
  (kind === 'paragraph' && !/[.!?…:;][”’"')\]]*\s*$/.test(text) && text.split(/\s+/).length <= LONGEST);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const plain = (text: string): string => ` ${wordsIn(text).join(' ')} `;
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly|e)$/u, '') : word);

/** Whoever alone says so, or null. */
function only(speakers: readonly (Entity | null)[]): Entity | null {
  const [first] = speakers;
  return first && speakers.every((speaker) => speaker === first) ? first : null;
}

/** Whose words a quotation in a heading gives: of whoever says them below, in these words or close by in others like them. */
function sayer(
  words: string,
  below: readonly [string, Entity | null][],
  near: readonly [string, Entity | null][],
): Entity | null {
  const wanted = plain(words);
  const exact = only(below.filter(([text]) => plain(text).includes(wanted)).map(([, speaker]) => speaker));
  if (exact) return exact;
  const stems = wordsIn(words).map(stem);
  const alike = near.find(([text, speaker]) => {
    const own = new Set(wordsIn(text).map(stem));
    return speaker && stems.some((s) => s.length > 3) && 2 * stems.filter((s) => own.has(s)).length >= stems.length;
  });
  return alike?.[1] ?? null;
}

/** Numbers of the blocks that belong to the heading at `at`; to one of the article's `titles` belong all below. */
function sectionOf(blocks: readonly Block[], at: number, titles: readonly number[]): number[] {
  const out: number[] = [];
  const whole = titles.includes(at);
  for (let i = at + 1; i < blocks.length && (whole || out.length < SECTION); i += 1) {
    if (!whole && headed(blocks[i] as Block)) break;
    out.push(i);
  }
  return out;
}

/**
 * Gives the quotations of headings that name no speaker to whoever says them below; where they are most of the heading,
 * all of it. Changes `sentences` and `speakers`; `text` is the article's.
 */
export function settleHeadings(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  quotes: readonly QuoteSpan[],
  speakers: Map<QuoteSpan, Entity | null>,
): void {
  const inBlock = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const own = inBlock.get(sentence.block);
    if (own) own.push(sentence);
    else inBlock.set(sentence.block, [sentence]);
  }
  const titles = blocks.flatMap(({ kind }, i) => (kind === 'title' ? [i] : [])).slice(0, TITLES);
  for (const sentence of sentences) {
    const block = blocks[sentence.block] as Block;
    const own = touching(quotes, sentence);
    if (own.length !== 1 || !headed(block) || sentence.segments.some((s) => s.attribution !== null)) continue;
    const quote = own[0] as QuoteSpan;
    const words = text.slice(quote.start, quote.end);
    const section = sectionOf(blocks, sentence.block, titles);
    const end = inBlock.get(section.at(-1) ?? -1)?.at(-1)?.end ?? 0;
    const below = touching(quotes, { start: sentence.end, end }).map((q): [string, Entity | null] => [
      text.slice(q.start, q.end),
      speakers.get(q) ?? null,
    ]);
    const near = (block.kind === 'title' ? [] : section.slice(0, NEAR))
      .flatMap((at) => inBlock.get(at) ?? [])
      .flatMap((s) => s.segments)
      .map((s): [string, Entity | null] => [text.slice(s.start, s.end), s.speaker]);
    const speaker = sayer(words, below, near);
    if (!speaker) continue;
    speakers.set(quote, speaker);
    const most = block.kind !== 'title' || 2 * wordsIn(words).length >= wordsIn(block.text).length;
    if (most)
      sentence.segments = [{ start: sentence.start, end: sentence.end, kind: 'indirect', speaker, attribution: null }];
  }
}

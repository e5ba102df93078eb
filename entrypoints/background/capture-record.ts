/** A selection → the record it would make: whose words, which of them, when, where from. Pure. */
import type { CapturedSelection } from '../../utils/article/selection';
import type { CapturedRecord } from '../../utils/messages';
import { attribute } from '../../utils/reading/attribution';
import type { PeopleIndex } from '../../utils/reading/people';

/** Words of a quotation that a record takes at most (docs/formats.md). */
const MOST_WORDS = 15;

const marks = /^[\s"“”„«»‘’']+|[\s"“”„«»‘’',;:]+$/g;

/** The first words of a text, without the quotation marks around it. */
export function fragment(text: string, most = MOST_WORDS): string {
  const words = text.replace(marks, '').split(/\s+/).filter(Boolean);
  return words.slice(0, most).join(' ').replace(marks, '');
}

interface Place {
  start: number;
  end: number;
}
const overlap = (a: Place, b: Place): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Where the selected words stand in a text: at the given place, or where they are found. */
function placeOf(text: string, { text: words, at }: Pick<CapturedSelection, 'text' | 'at'>): Place | null {
  if (at !== null) return { start: at, end: Math.min(text.length, at + words.length) };
  const found = text.replace(/\s/g, ' ').indexOf(words);
  return found < 0 ? null : { start: found, end: found + words.length };
}

/** The record that a selection would make; what cannot be told is left empty for the reader to fill. */
export function recordFrom(captured: CapturedSelection, people: PeopleIndex): CapturedRecord {
  const { article, publisher, text } = captured;
  const attributed = attribute(article.blocks, people, article.published);
  const place = placeOf(attributed.text, captured);
  const touching = place
    ? attributed.sentences
        .flatMap((sentence) => sentence.segments)
        .map((segment) => ({ segment, size: overlap(segment, place) }))
        .filter(({ size }) => size > 0)
        .sort((a, b) => b.size - a.size)
    : [];
  const quotation = place
    ? attributed.quotations
        .map((quote) => ({ quote, size: overlap(quote, place) }))
        .filter(({ size }) => size > 0)
        .sort((a, b) => b.size - a.size)[0]?.quote
    : undefined;
  const speaker =
    quotation?.speaker ?? touching.find(({ segment }) => segment.speaker !== null)?.segment.speaker ?? null;
  // Only what stands in quotation marks is the speaker's own words; the rest is somebody's account of them.
  const inside =
    quotation && place
      ? attributed.text.slice(Math.max(quotation.start, place.start), Math.min(quotation.end, place.end))
      : '';
  const quote = quotation ? fragment(inside) : place ? '' : fragment(text);
  const date = article.published ?? '';
  return {
    selection: text.slice(0, 2000),
    speaker: speaker?.name ?? '',
    side: speaker?.side ?? '',
    quote,
    gist: quote ? '' : text.slice(0, 500),
    date,
    publisher,
    url: article.url,
    published: date,
  };
}

/** Sentences of one block, with the abbreviations, initials and closing quotes that a plain segmenter trips over. */
import type { Span } from './types';

const abbreviation =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sens?|Reps?|Del|Amb|Brig|Ret|Gov|Hon|Rev|Sr|Jr|St|No|Nos|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|cf|e\.g|i\.e|[A-Z])\.$/;
/** These end a sentence or not; only what follows tells. */
const either = /\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m|etc)\.$/;
const opener =
  /^(?:The|A|An|In|On|It|He|She|They|We|But|And|His|Her|Its|This|That|There|At|For|After|Before|If|When|While|“|")/;

/** “Really?” X’s niece, the councillor Y, said. */
const longTag =
  /^[^“”"?!:;]{4,120}\b(?:said|asked|added|wrote|replied|shouted|demanded|wondered|exclaimed|yelled|chanted|responded|joked|tweeted)\b[^“”"?!:;,]{0,40}[.]?\s*$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** In characters: so much of what stands before tells whether a sentence goes on. */
const TAIL = 40;

function joins(before: string, after: string): boolean {
  const head = before.trimEnd();
  if (abbreviation.test(head)) return !/\bNo\.$/.test(head) || /^\d/.test(after);
  if (either.test(head)) return !opener.test(after);
  if (/^[\p{Ll}]/u.test(after)) return true;
  // A lone closing mark, or a tag after a question or exclamation inside the quotation: “Really?” Trump asked.
  return (
    /^[”’"»)\]]+\s*$/.test(after) ||
    // A name behind a dash: “…” — Jane Doe.
    (/[”"]$/.test(head) && /^[—–―-]{1,2}\s?\p{Lu}/u.test(after)) ||
    (/[?!…][”’"]$/.test(head) &&
      (/^(?:[\p{Lu}][\p{L}.’-]+\s){1,4}(?:said|told|wrote|\p{Ll}+ed)\b/u.test(after) || longTag.test(after)))
  );
}

/** In characters: a text longer than twice this is taken piece by piece, since the segmenter's time grows with its square. */
const PIECE = 10_000;
/** Where the segmenter cuts whatever stands around. */
const cut = /[.!?][”"’')\]]*\s+(?=\p{Lu})/gu;

/** The segmenter's segments. */
function* segmentsOf(text: string): Generator<{ segment: string; index: number }> {
  let from = 0;
  while (text.length - from > 2 * PIECE) {
    cut.lastIndex = from + PIECE;
    if (!cut.test(text)) break;
    const end = cut.lastIndex;
    for (const { segment, index } of segmenter.segment(text.slice(from, end))) yield { segment, index: from + index };
    from = end;
  }
  for (const { segment, index } of segmenter.segment(text.slice(from))) yield { segment, index: from + index };
}

/** Splits a block's text. Offsets count from the block's start plus `base`; spans carry no surrounding white space. */
export function splitSentences(text: string, base = 0): Span[] {
  const out: Span[] = [];
  for (const { segment, index } of segmentsOf(text)) {
    const end = index + segment.trimEnd().length;
    if (end === index) continue;
    const last = out.at(-1);
    const from = last && Math.max(last.start, last.end - TAIL) - base;
    if (last && joins(text.slice(from, last.end - base), segment)) last.end = base + end;
    else out.push({ start: base + index + (segment.length - segment.trimStart().length), end: base + end });
  }
  return out;
}

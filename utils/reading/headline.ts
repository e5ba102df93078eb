/** Who speaks in a headline without a verb of saying: "US has given a June deadline: Zelenskyy", "Trump: No deal yet". */
import type { Entity } from '../types';
import type { Mention, Span } from './types';
import type { Word } from './words';

/** The speaker named behind the last colon or dash, if nothing else stands there; `text` is the article's. */
export function tailSpeaker(text: string, title: Span, mentions: readonly Mention[]): Entity | null {
  const tail = /\s?[:–—-]\s+(\S[^:–—]*)$/.exec(text.slice(title.start, title.end));
  const last = mentions.at(-1);
  if (!tail || !last || last.start < title.start + tail.index || last.end < title.end - 1) return null;
  // "…: X rebuffs Y" says what X does.
  const alone = mentions.filter((m) => m.start >= title.start + tail.index).length === 1;
  return alone && (tail[1] as string).split(' ').length <= 4 ? last.entity : null;
}

/** "‘Not one metre’: X rebuffs the plan": who stands right behind the colon after a quotation that opens a headline. */
export function quotedAhead(text: string, title: Span, mentions: readonly Mention[]): Entity | null {
  const opening = /^\s*[‘'“"].{3,}?[’'”"]\s?[:–—-]\s+/u.exec(text.slice(title.start, title.end));
  const from = title.start + (opening?.[0].length ?? 0);
  return (opening && mentions.find((m) => m.start === from && m.how !== 'pronoun')?.entity) ?? null;
}

/** Is nearly every longer word capitalised? Then capitals tell no names. */
export function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((w) => /^\p{L}{4,}/u.test(w.text));
  return long.length >= 4 && long.filter((w) => /^\p{Lu}/u.test(w.text)).length > long.length * 0.75;
}

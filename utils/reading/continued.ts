/** Sentences without attribution that go on with what the one before reports. */
import type { Block } from '../types';
import type { Context } from './context';
import type { Segment, Span } from './types';

/** A sentence without any attribution that goes on with what the speaker before it reports: "There would be no deal." */
const backshifted = /\b(?:would|could|should|might|must|ought|needed)\b/;

/** "The claim could not be independently verified": the reporter's own. */
const unchecked =
  /\bcould not (?:\w+ly )?(?:be (?:\w+ly )?(?:verified|confirmed|checked|corroborated|reached)|(?:\w+ly )?(?:verify|confirm))\b/;

export function reporterOrSame(
  parsed: { span: Span; quotes: readonly Span[] },
  context: Context,
  kind: Block['kind'],
): Segment[] | null {
  if (!context.turn || kind === 'title' || parsed.quotes.length > 0) return null;
  const own = context.text.slice(parsed.span.start, parsed.span.end);
  if (!context.turnIsFresh || !backshifted.test(own) || unchecked.test(own)) return null;
  return [{ ...parsed.span, kind: 'indirect', speaker: context.turn, attribution: null }];
}

/** "Officials in Brussels say", "diplomats near the talks fear": a base form that several people without a name claim with. */
import type { Mention } from './types';
import type { Word } from './words';

const claiming = new Set(
  'say insist argue warn claim fear believe expect see think hope doubt suspect complain concede admit acknowledge worry'.split(
    ' ',
  ),
);
const preposition = /^(?:in|at|from|near|around|within|across|on|with|of|close|familiar|involved|briefed)$/;
/** Between the noun and its verb, in words. */
const LONGEST = 7;

/** Is the word at `at` the verb of several people without a name, with only where they are or belong in between? */
export function severalClaim(words: readonly Word[], at: number, mentions: readonly Mention[]): boolean {
  const verb = words[at] as Word;
  if (!claiming.has(verb.low)) return false;
  const who = mentions.findLast((m) => m.end <= verb.start && /s \(unnamed\)$/.test(m.entity.name));
  if (!who) return false;
  const between = words.filter((w) => w.start >= who.end && w.end <= verb.start);
  if (between.length === 0 || between.length > LONGEST) return false;
  return (
    preposition.test((between[0] as Word).low) &&
    between.every((w) => !w.quoted && !/^[,;:]$|^(?:who|that|which|will|would|can|could|did|do|not|n't)$/.test(w.low))
  );
}

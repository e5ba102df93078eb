/** Where a cue stands in its sentence: as a tag that speaks all of it, or inside a clause that is no claim of its own. */
import { indexAt } from './subject';
import type { Mention } from './types';
import { turns, verbKind } from './verbs';
import { isDash, type Word } from './words';

const finite = /^(?:would|will|is|was|were|are|had|has|have|could|should|must|may|might|can|did|does|do|that|['’]s)$/;
const closing =
  /^(?:on|in|at|to|after|during|from|as|when|while|before|by|late|early|earlier|later|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|last|via|through|of|with|over|without|outside|inside|alongside|following|speaking|referring|adding|reporters|again|afterwards?|ahead|about|for|then|here|there)$/;

export const indexAfter = (words: readonly Word[], mention: Mention): number => {
  const at = words.findIndex((w) => w.start >= mention.end);
  return at < 0 ? words.length : at;
};

/** Is there nothing behind the verb that it could report, up to the next comma: "he said on Monday", "X told reporters"? */
export function ends(words: readonly Word[], verb: number, from: number): boolean {
  const rest: Word[] = [];
  for (let i = from; i < words.length; i += 1) {
    const word = words[i] as Word;
    if (/^[,;:]$/.test(word.text) || isDash(word)) {
      break;
    }
    if (word.quoted) return false;
    rest.push(word);
  }
  if (rest.length === 0) return true;
  if (rest.some((w) => finite.test(w.low))) return false;
  if (/^(?:told|tells|telling|reminded|informed)$/.test((words[verb] as Word).low)) return rest.length <= 12;
  const first = (rest.find((w) => !/ly$/.test(w.low)) ?? rest[0]) as Word;
  // "X said the next day"
  const day = first.low === 'the' && /^(?:next|following|same|previous)$/.test(rest[1]?.low ?? '') && rest.length <= 4;
  return day || closing.test(first.low) || rest.every((w) => /ly$/.test(w.low));
}

/** Does a comma, a dash or a quotation part the cue from what goes before, a noun phrase of its own aside? */
function parted(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 7; i -= 1) {
    const word = words[i] as Word;
    if (/^[,;]$/.test(word.text) || isDash(word) || word.quoted) return i > 1 || word.quoted;
    if (finite.test(word.low) && !/^['’]s$/.test(word.text)) return false;
    if (verbKind(words, i) === 'say' || (i === at - 1 && word.low === 'and')) return false;
    if (turns.has(word.low)) return false;
  }
  return false;
}

/** ", X said", "said X": does the cue speak what goes before it? */
export function tagged(words: readonly Word[], verb: number, subject: Mention): boolean {
  const first = indexAt(words, subject);
  if (first > verb) return parted(words, verb) && ends(words, verb, indexAfter(words, subject));
  if (!parted(words, first)) return false;
  return ends(words, verb, verb + 1);
}

/** Does a verb stand in a relative clause, or one of time or condition in which somebody only takes a position? */
export function embeds(
  words: readonly Word[],
  first: number,
  verb: number,
  kind: 'say' | 'position' | 'according',
): boolean {
  const start = Math.min(first, verb);
  const lead = words[start - (/^(?:the|a|an|mr|mrs|ms)$/.test(words[start - 1]?.low ?? '') ? 2 : 1)]?.low ?? '';
  return (
    /^(?:what|which|whom|whose|whether)$/.test(lead) ||
    (lead === 'that' && start > 1) ||
    (kind === 'position' &&
      start > 1 &&
      /^(?:after|before|if|when|because|since|until|unless|where|once)$/.test(lead)) ||
    (lead === 'as' && !/^(?:put|puts)$/.test((words[verb] as Word).low)) ||
    /^(?:which|what)$/.test(words[verb - 1]?.low ?? '')
  );
}

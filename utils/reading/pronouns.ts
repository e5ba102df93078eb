/** What pronouns and bare descriptions can stand for: "he", "they", "one of them", "the lawmaker". */
import type { Entity } from '../types';
import { unnamed } from './descriptions';
import type { Memory } from './memory';
import { documents } from './subject';
import type { Mention } from './types';
import { verbKind } from './verbs';
import { hangs, owns, type Word } from './words';

const subordinate =
  /^(?:when|after|before|as|while|asked|in|on|at|if|since|once|speaking|writing|during|although|though|because)$/;

/** Does a pronoun stand in a tag (", he said")? Such a "he" is nobody named in the words that the tag reports. */
function inTag(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (!before || !(/^(?:,|;|—|–|―|--)$/.test(before.text) || before.quoted)) return false;
  let verb = at + 1;
  while (verb < at + 4 && words[verb] && /ly$|^(?:has|had|also|later|then|once)$/.test((words[verb] as Word).low))
    verb += 1;
  if (!words[verb] || verbKind(words, verb) !== 'say') return false;
  const next = words[verb + 1];
  const fronted = subordinate.test(words.find((w) => !w.quoted)?.low ?? '');
  return !fronted || !next || /^[,;:]$/.test(next.text) || next.quoted;
}

/** The mentions of this sentence that a pronoun at `at` may stand for: subjects named before it, outside quotations. */
export function antecedents(words: readonly Word[], at: number, own: readonly Mention[]): Mention[] {
  // In a tag (", he said") only those named before a colon or semicolon: "X was coy: such things, he said, …".
  const pause = inTag(words, at) ? words.findLastIndex((w, i) => i < at && !w.quoted && /^[:;]$/.test(w.text)) : at;
  if (pause < 0) return [];
  const until = (words[pause] as Word).start;
  return own.filter((m) => {
    if (m.start > until) return false;
    const first = words.findIndex((w) => w.start >= m.start);
    return !(words[first] as Word).quoted && !hangs(words, first) && !owns(words, m);
  });
}

/** "it said", "they also wrote": the verb right behind a pronoun that stands for a body. */
export function tells(words: readonly Word[], at: number): boolean {
  let verb = at + 1;
  while (verb < at + 3 && /ly$|^(?:has|have|had|also|later|then)$/.test(words[verb]?.low ?? '')) verb += 1;
  return (
    words[verb] !== undefined &&
    verbKind(words, verb) === 'say' &&
    !/^(?:put|let|find|see)$/.test(words[verb]?.low ?? '')
  );
}

const answers = /^(?:answer|reply|response|retort|message|verdict|explanation|conclusion|advice|warning)$/;

/** "Its report said", "his statement added", "his answer: …": whose words they are. */
export function ownerOf(words: readonly Word[], at: number, memory: Memory, own: readonly Mention[]): Entity | null {
  const low = (words[at] as Word).low;
  const text = words[at + 1];
  if (!/^(?:its|their|his|her)$/.test(low) || !text) return null;
  const speaks = documents.test(text.low) && tells(words, at + 1);
  if (!speaks && !(answers.test(text.low) && words[at + 2]?.text === ':')) return null;
  if (low === 'its' || low === 'their') return memory.group(low === 'their', antecedents(words, at, own));
  return memory.person(low === 'his' ? 'm' : 'f', antecedents(words, at, own));
}

/** "one said", "another of them told us": does it stand for somebody? */
export function alone(words: readonly Word[], at: number): boolean {
  if (tells(words, at)) return true;
  if (words[at + 1]?.low !== 'of' || (at > 0 && !/^[,;:—–]$|^(?:but|and|while)$/.test(words[at - 1]?.low ?? '')))
    return false;
  return [3, 4, 5, 6].some(
    (n) => words[at + n] !== undefined && verbKind(words, at + n) === 'say' && !words[at + n]?.quoted,
  );
}

/** "the lawmaker said": without a lawmaker met before, whoever is in focus. An office that only one can hold is left out. */
export function described(words: readonly Word[], at: number, memory: Memory): Entity | null {
  const noun = (words[at] as Word).low;
  if (words[at - 1]?.low !== 'the' && words[at - 2]?.low !== 'the') return null;
  if (
    /^(?:president|chancellor|premier|leader|king|pope|people|source|host|agency|outlet|channel|reporter|journalist|\w+s)$/.test(
      noun,
    )
  )
    return null;
  const met = memory.nameless(noun);
  if (met) return met;
  const focus = memory.attended;
  if (!focus || !tells(words, at)) return null;
  return focus.kind === 'person' || (focus.kind === 'institution' && /^spokes/.test(noun)) ? focus : null;
}

/** One of those who last spoke without a name. */
export function oneOf(memory: Memory, word: string): Entity {
  const many =
    memory.recent.slice(-40).findLast((m) => /s \(unnamed\)$/.test(m.entity.name))?.entity.name ?? 'sources (unnamed)';
  return unnamed(
    (/^(?:others|some)$/.test(word) ? many : many.replace(/s \(unnamed\)$/, ' (unnamed)')).replace(' (unnamed)', ''),
  );
}

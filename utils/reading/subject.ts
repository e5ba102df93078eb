/** Whose verb is it? The claimant to the left or right of a verb of saying. */
import type { Word } from './mentions';
import type { Mention } from './types';
import { auxiliaries, clauseVerb, turns } from './verbs';

const when =
  /^(?:on|in|at|this|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|evening|morning|afternoon|day|night|year|the|\d+|press|conference|interview)$/;
/** Prepositions whose object is no subject: "after a call with X, Y said". */
const oblique = /^(?:with|to|by|against|about|between|at|over|via|into|on|in|for|of|from|alongside|beside|than)$/;
/** "a spokesman for the ministry", "the leaders of France": the head of the phrase speaks. */
const joining = /^(?:of|for|with|to|at|in|from|alongside)$/;
/** What opens an inserted clause behind a name: "X, who …, said", "X, the minister, said", "X, 46, said". */
const inserting =
  /^(?:who|which|whose|a|an|the|his|her|its|their|then|now|\d+|speaking|interviewed|asked|writing|or|also|one|\p{Ll}+)$/u;

export const skips = (word: Word): boolean => auxiliaries.has(word.low) || /ly$/.test(word.low) || when.test(word.low);

const mentionAt = (mentions: readonly Mention[], word: Word): Mention | undefined =>
  mentions.find((m) => word.start >= m.start && word.end <= m.end);
const indexAt = (words: readonly Word[], mention: Mention): number => words.findIndex((w) => w.start >= mention.start);

/** "X, who led the team alongside Y, said": with a comma right before the verb, the name before the first comma speaks. */
function beforeInsertion(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  let last = verb - 1;
  while (last > 0 && skips(words[last] as Word)) last -= 1;
  if (words[last]?.low !== ',') return null;
  let from = 0;
  for (let i = 0; i < verb; i += 1) if (turns.has((words[i] as Word).low) && !(words[i] as Word).quoted) from = i + 1;
  for (const mention of mentions) {
    const first = indexAt(words, mention);
    if (first < from || first >= last) continue;
    const comma = words.findIndex((w) => w.start >= mention.end);
    const next = words[comma + 1];
    if (words[comma]?.low !== ',' || comma >= last || !next || mentionAt(mentions, next)?.how === 'name') continue;
    if (first > 0 && oblique.test((words[first - 1] as Word).low)) continue;
    if (inserting.test(next.text) && next.low !== 'and') return mention;
  }
  return null;
}

/** The nearest mention to the left that can be the verb's subject, or null. */
export function subjectBefore(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  const inserted = beforeInsertion(words, verb, mentions);
  if (inserted) return inserted;
  let commas = 0;
  for (let i = verb - 1; i >= 0 && i >= verb - 26; i -= 1) {
    const word = words[i] as Word;
    if (word.quoted) return null;
    const mention = mentionAt(mentions, word);
    if (!mention) {
      if (word.low === ',') commas += 1;
      else if (turns.has(word.low) && word.low !== 'yet') return null;
      else if (
        clauseVerb(words, i) &&
        !/ing$/.test(word.low) &&
        commas === 0 &&
        i < verb - 1 &&
        words[i + 1]?.low !== 'and'
      )
        return null;
      continue;
    }
    const first = indexAt(words, mention);
    const before = words[first - 1]?.low ?? '';
    if (first > 1 && (oblique.test(before) || before === 'and')) {
      const head = [...mentions]
        .reverse()
        .find((m) => m.end <= (words[first - 1] as Word).start && indexAt(words, m) >= first - 7);
      const between = head ? words.filter((w) => w.start >= head.end && w.end <= mention.start) : [];
      if (head && (joining.test(before) || before === 'and') && !between.some((w) => w.low === ',')) return head;
      if (oblique.test(before)) {
        i = first;
        continue;
      }
    }
    return mention;
  }
  return null;
}

/** “…,” said Trump: the mention right after the verb. */
export function subjectAfter(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  for (let i = verb + 1; i < words.length && i <= verb + 4; i += 1) {
    const word = words[i] as Word;
    if (word.quoted || /^(?:that|,|:|;|he|she|it|they|to|in|on|at)$/.test(word.low)) return null;
    const mention = mentionAt(mentions, word);
    if (mention) return mention.how === 'pronoun' ? null : mention;
  }
  return null;
}

/** Does the mention stand between commas right before the verb: "the minister, X, said"? Then no inversion is meant. */
export function abuts(words: readonly Word[], verb: number, mention: Mention): boolean {
  const first = indexAt(words, mention);
  const behind = words.findIndex((w) => w.start >= mention.end);
  return words[behind]?.low === ',' && behind === verb - 1 && (words[first - 1]?.low === ',' || mention.how === 'name');
}

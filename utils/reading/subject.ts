/** Whose verb is it? The claimant to the left or right of a verb of saying. */
import type { Mention } from './types';
import { auxiliaries, clauseVerb, turns } from './verbs';
import { hangs, oblique, owns, titled, type Word } from './words';

const when =
  /^(?:on|in|at|this|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|evening|morning|afternoon|day|night|year|the|\d+|press|conference|interview)$/;
/** "a spokesman for the ministry", "the leaders of France": the head of the phrase speaks. */
const joining = /^(?:of|for|with|to|at|in|from|by|alongside)$/;
/** What opens an inserted clause behind a name: "X, who …, said", "X, the minister, said", "X, 46, said". */
const inserting =
  /^(?:who|which|whose|a|an|the|his|her|its|their|then|now|\d+|speaking|interviewed|asked|writing|or|also|one|\p{Ll}+)$/u;
/** Texts that speak for whoever made them, if the words before say who: "an ISW assessment shows". */
export const documents =
  /^(?:statement|report|document|text|plan|draft|proposal|article|letter|law|bill|poll|survey|study|map|video|agreement|list|assessment|analysis|estimate|intelligence|data|figures|communique|readout|paper|message|post|audit|update|briefing|tally|count|review|story|piece|ad|advert|clause|memo|email|transcript)s?$/;

export const skips = (word: Word): boolean => auxiliaries.has(word.low) || /ly$/.test(word.low) || when.test(word.low);

export const mentionAt = (mentions: readonly Mention[], word: Word): Mention | undefined =>
  mentions.find((m) => word.start >= m.start && word.end <= m.end);
export const indexAt = (words: readonly Word[], mention: Mention): number =>
  words.findIndex((w) => w.start >= mention.start);

/** "X, who led the team alongside Y, said": with a comma right before the verb, the name before the first comma speaks. */
export function beforeInsertion(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  let last = verb - 1;
  while (last > 0 && skips(words[last] as Word)) last -= 1;
  if (words[last]?.low !== ',') return null;
  let from = 0;
  for (let i = 0; i < verb; i += 1) if (turns.has((words[i] as Word).low) && !(words[i] as Word).quoted) from = i + 1;
  for (const mention of mentions) {
    const first = indexAt(words, mention);
    if (first < from || first >= last || words[first]?.quoted) continue;
    let comma = words.findIndex((w) => w.start >= mention.end);
    // "Residents of the town, …", "X of the Y institute, …"
    if (/^(?:of|at|from)$/.test(words[comma]?.low ?? ''))
      for (let k = 0; k < 6 && words[comma] && words[comma]?.low !== ','; k += 1) comma += 1;
    const next = words[comma + 1];
    if (words[comma]?.low !== ',' || comma >= last || !next) continue;
    // "X, President Y's envoy, said": Y's title is passed over.
    let named = comma + 1;
    while (titled.test(words[named]?.low ?? '') && !mentionAt(mentions, words[named] as Word)) named += 1;
    const following = mentionAt(mentions, words[named] ?? next);
    const owner = following !== undefined && owns(words, following);
    if (following?.how === 'name' && !owner) continue;
    if (hangs(words, first)) continue;
    if ((owner || inserting.test(next.text) || /^[RDI]-/.test(next.text)) && next.low !== 'and') return mention;
  }
  return null;
}

/** In words: what may stand between the object of one verb and the "and" of the next ("thanked Y for his help and told …"). */
const OBJECT = 6;

/** "X praised Y and said": Y is another verb's object, and both verbs have one subject. */
function shares(words: readonly Word[], verb: number, mention: Mention): boolean {
  let last = verb - 1;
  while (last > 0 && skips(words[last] as Word)) last -= 1;
  if (words[last]?.low !== 'and') return false;
  const behind = words.slice(0, last).filter((w) => w.start >= mention.end);
  if (behind.length > OBJECT || behind.some((w) => w.quoted || /^[,;:—–]$/.test(w.text) || turns.has(w.low)))
    return false;
  let before = indexAt(words, mention) - 1;
  while (before > 0 && titled.test(words[before]?.low ?? '')) before -= 1;
  const word = words[before]?.low ?? '';
  return /\p{Ll}ed$/u.test(word) || word === 'met' || word === 'told' || word === 'saw';
}

const personal = /^(?:it|they|we|you|i)$/;

/** The nearest mention to the left that can be the verb's subject, or null. */
export function subjectBefore(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  const inserted = beforeInsertion(words, verb, mentions);
  if (inserted) return inserted;
  let commas = 0;
  let last = verb - 1;
  while (last > 0 && skips(words[last] as Word)) last -= 1;
  // "what it wants": somebody is meant, and nobody knows who.
  const pronoun = words[last];
  if (pronoun && personal.test(pronoun.low) && !mentionAt(mentions, pronoun)) return null;
  const text = last >= 0 && documents.test((words[last] as Word).text) ? last : -1;
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
      // "the text says", "a plan shows": nobody further left says it.
      else if (text >= 0 && i < text && /^(?:the|a|an|his|her|its|their|this|that|these)$/.test(word.low)) return null;
      continue;
    }
    const first = indexAt(words, mention);
    // "X and senior officials said": X comes first.
    const adjective = /^(?:senior|top|other|several|some|many|his|her|its)$/.test(words[first - 1]?.low ?? '');
    const before = words[first - (adjective && words[first - 2]?.low === 'and' ? 2 : 1)]?.low ?? '';
    const head = first > 0 && before === 'the' ? (words[first - 2]?.low ?? '') : before;
    if (first > 1 && (oblique.test(head) || head === 'and')) {
      const at = head === before ? first - 1 : first - 2;
      const main = [...mentions]
        .reverse()
        .find((m) => m.end <= (words[at] as Word).start && indexAt(words, m) >= at - 7);
      const between = main ? words.filter((w) => w.start >= main.end && w.end <= mention.start) : [];
      if (
        main &&
        (joining.test(head) || head === 'and') &&
        !between.some((w) => w.low === ',' || w.quoted) &&
        !words[indexAt(words, main)]?.quoted
      )
        return main;
      if (oblique.test(head)) {
        i = first;
        continue;
      }
    }
    if (shares(words, verb, mention)) return subjectBefore(words, first - 1, mentions) ?? mention;
    return mention;
  }
  return null;
}

/** "X walked on stage, chanting …": a participle behind a comma has the subject of its clause. */
export function participleSubject(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  if (!/^(?:,|while|by|and)$/.test(words[verb - 1]?.low ?? '')) return null;
  let from = 0;
  for (let i = 0; i < verb; i += 1)
    if (turns.has((words[i] as Word).low) && !(words[i] as Word).quoted && i < verb - 1) from = i + 1;
  const subject = mentions.find((m) => {
    const at = indexAt(words, m);
    return at >= from && at < verb && !words[at]?.quoted && !hangs(words, at) && !owns(words, m);
  });
  return subject ?? null;
}

/** “…,” said Trump: the mention right after the verb. */
export function subjectAfter(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  for (let i = verb + 1; i < words.length && i <= verb + 8; i += 1) {
    const word = words[i] as Word;
    const mention = mentionAt(mentions, word);
    if (mention && !word.quoted) {
      if (mention.how === 'pronoun') return null;
      // "said the foreign minister of Kenya, Musa Kiptoo", "said Britain's Prime Minister X": the name that follows.
      const next = mentions[mentions.indexOf(mention) + 1];
      if (next && next.how === 'name' && next.entity.kind === 'person' && mention.entity.kind !== 'person') {
        const gap = words.filter((w) => w.start >= mention.end && w.end <= next.start);
        if (
          gap.length <= 5 &&
          gap.every((w) => /^(?:['’]s|,|\p{L}[\p{L}-]*)$/u.test(w.text)) &&
          !gap.some((w) => /^(?:to|and|that|on|in|with|about|as|after|at)$/.test(w.low))
        )
          return next;
      }
      return mention;
    }
    if (
      word.quoted ||
      oblique.test(word.low) ||
      /^(?:that|,|:|;|he|she|it|they|as|after|when|—|–|―|--)$/.test(word.low)
    )
      return null;
    if (i > verb + 4 && !/^\p{L}/u.test(word.text)) return null;
  }
  return null;
}

/** Does the mention stand between commas right before the verb: "the minister, X, said"? Then no inversion is meant. */
export function abuts(words: readonly Word[], verb: number, mention: Mention): boolean {
  const first = indexAt(words, mention);
  const behind = words.findIndex((w) => w.start >= mention.end);
  return words[behind]?.low === ',' && behind === verb - 1 && (words[first - 1]?.low === ',' || mention.how === 'name');
}

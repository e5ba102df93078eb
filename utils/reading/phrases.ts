/** Attributions without a verb of saying: "according to X", "in the view of X", "in his words". Facts of English. */
import { mentionAt } from './subject';
import type { Mention } from './types';
import type { Word } from './words';

const opinion =
  /^(?:words?|view|views|opinion|account|telling|reading|estimate|estimates|count|tally|reckoning|calculation|calculations|numbers|judgment|judgement|phrase|eyes|assessment|formulation)$/;

const next = (words: readonly Word[], mentions: readonly Mention[], from: number, reach: number): Mention | null => {
  for (let i = from; i < words.length && i < from + reach; i += 1) {
    const word = words[i] as Word;
    const mention = word.quoted ? undefined : mentionAt(mentions, word);
    if (mention) {
      // "according to Finnish analysts at Black Bird Group", "… Kremlin aide Y": the last of the phrase, a name before all.
      const behind = mentions[mentions.indexOf(mention) + 1];
      const gap = behind ? words.filter((w) => w.start >= mention.end && w.end <= behind.start) : [];
      const joins =
        gap.every(
          (w) =>
            /^(?:at|of|from|with|the|in|['’]s|\p{Ll}[\p{L}-]*)$/u.test(w.text) &&
            !/^(?:and|who|that|as|said|is|was)$/.test(w.low),
        ) && gap.length <= 4;
      if (
        behind &&
        joins &&
        (mention.entity.kind === 'group' || (mention.entity.kind === 'institution' && behind.entity.kind === 'person'))
      )
        return behind;
      return mention;
    }
    if (/^[,;:]$/.test(word.text)) return null;
  }
  return null;
};

const openers = new Set(['for', 'according', 'per', 'in', 'by', 'to', 'as', 'was', 'is']);
const verdict =
  /^(?:verdict|view|answer|reply|response|conclusion|assessment|message|description|judgment|judgement|opinion)$/;

/** Whom such a phrase beginning at word `at` names, or null. */
export const phraseCue = (words: readonly Word[], at: number, mentions: readonly Mention[]): Mention | null =>
  openers.has((words[at] as Word).low) ? named(words, at, mentions) : null;

function named(words: readonly Word[], at: number, mentions: readonly Mention[]): Mention | null {
  const word = words[at] as Word;
  const low = (i: number): string => words[i]?.low ?? '';
  if (word.low === 'according' && low(at + 1) === 'to' && !/^(?:how|what|whether|who)$/.test(low(at + 2)))
    return next(words, mentions, at + 2, 14);
  if (word.low === 'per' && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')) return next(words, mentions, at + 1, 2);
  if (word.low === 'according' || word.low === 'per') return null;
  // "For X it was “…”"
  if (word.low === 'for') {
    const mention = at === 0 ? next(words, mentions, 1, 5) : null;
    const behind = mention ? words.findIndex((w) => w.start >= mention.end) : -1;
    return behind > 0 && /^(?:it|this|that)$/.test(low(behind)) && /^(?:is|was)$/.test(low(behind + 1))
      ? mention
      : null;
  }
  // "“…” was the verdict of X"
  if (/^(?:was|is)$/.test(word.low))
    return words[at - 1]?.quoted && low(at + 1) === 'the' && verdict.test(low(at + 2)) && low(at + 3) === 'of'
      ? next(words, mentions, at + 4, 8)
      : null;
  // "in the words of X", "by the account of X"
  if (low(at + 1) === 'the' && opinion.test(low(at + 2)) && low(at + 3) === 'of')
    return next(words, mentions, at + 4, 5);
  // "in X's view", "by Y's count"
  for (let i = at + 1; i < at + 7 && i < words.length; i += 1) {
    if (/^['’]s$/.test(low(i)) && opinion.test(low(i + 1)))
      return mentions.find((m) => m.end === (words[i] as Word).start) ?? null;
    if ((words[i] as Word).quoted || low(i) === ',') return null;
  }
  return null;
}

/** Words of attribution in one sentence: which verb, whose, and where. */
import type { Entity } from '../types';
import type { Word } from './mentions';
import type { Mention, Span } from './types';
import { auxiliaries, claimNouns, inverting, position, saying, turns } from './verbs';

export interface AttributionCue {
  speaker: Entity;
  /** Verb or "according to", in word indexes. */
  verb: number;
  /** Where the speaker stands. */
  subject: Span;
  /** The words that attribute, as offsets. */
  span: Span;
  kind: 'say' | 'position' | 'according';
}

const mentionAt = (mentions: readonly Mention[], word: Word): Mention | undefined =>
  mentions.find((m) => word.start >= m.start && word.end <= m.end);
const skip = (word: Word): boolean =>
  auxiliaries.has(word.low) ||
  /ly$/.test(word.low) ||
  /^(?:on|in|at|this|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|evening|morning|afternoon|day|night|year|the|\d+|press|conference|interview|also)$/.test(
    word.low,
  );
const relative = /^(?:who|which|whose|whom|that)$/;

/** The nearest mention to the left that can be the verb's subject. */
function subjectBefore(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  let commas = 0;
  for (let i = verb - 1; i >= 0 && i >= verb - 26; i -= 1) {
    const word = words[i] as Word;
    if (word.quoted) return null;
    const mention = mentionAt(mentions, word);
    if (mention) {
      const first = words.findIndex((w) => w.start >= mention.start);
      const before = words[first - 1];
      // "Zelensky, who met Trump on Monday, said": the subject stands before the inserted clause.
      const comma = words.slice(Math.max(0, first - 14), first).map((w) => w.low);
      const inserted = commas > 0 ? comma.lastIndexOf(',') : -1;
      if (inserted >= 0 && relative.test(comma[inserted + 1] ?? '')) {
        i = first - (comma.length - inserted);
        commas = 0;
        continue;
      }
      if (
        before &&
        /^(?:of|with|for|to|by|from|against|about|and|between|alongside|beside|at|in|on|into|over|via)$/.test(
          before.low,
        ) &&
        first > 1
      ) {
        // "a spokesman for the ministry said", "the leaders of France and Germany said": the head of the phrase is further left.
        const head = [...mentions]
          .reverse()
          .find((m) => m.end <= before.start && words.findIndex((w) => w.start >= m.start) >= first - 7);
        const between = head ? words.filter((w) => w.start >= head.end && w.end <= mention.start) : [];
        if (
          head &&
          /^(?:of|for|with|and|to|at|in|from|alongside)$/.test(before.low) &&
          !between.some((w) => w.low === ',')
        )
          return head;
        if (/^(?:with|to|by|against|about|between|at|over|via|into|on)$/.test(before.low) && commas === 0) continue;
        if (/^(?:with|to|by|against|about|between|at|over|via|into|on|in|for|of)$/.test(before.low) && commas > 0)
          continue;
      }
      return mention;
    }
    if (word.low === ',') commas += 1;
    else if (turns.has(word.low) && word.low !== 'yet') return null;
    else if (
      (saying.has(word.low) || position.has(word.low)) &&
      !/ing$/.test(word.low) &&
      !skip(word) &&
      commas === 0 &&
      i < verb - 1 &&
      words[i + 1]?.low !== 'and'
    )
      return null;
  }
  return null;
}

/** “…,” said Trump: the mention right after the verb. */
function subjectAfter(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | null {
  for (let i = verb + 1; i < words.length && i <= verb + 4; i += 1) {
    const word = words[i] as Word;
    if (word.quoted || /^(?:that|,|:|;|he|she|it|they|to|in|on|at)$/.test(word.low)) return null;
    const mention = mentionAt(mentions, word);
    if (mention) return mention.how === 'pronoun' ? null : mention;
  }
  return null;
}

const spanOf = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** "Trump’s claim", "Moscow’s refusal". */
function nounCue(words: readonly Word[], i: number, mentions: readonly Mention[]): AttributionCue | null {
  if (!claimNouns.has((words[i] as Word).low)) return null;
  const possessive = [i - 1, i - 2].find((j) => /^['’]s$/.test(words[j]?.text ?? ''));
  const owner =
    possessive === undefined ? undefined : mentions.find((m) => m.end === (words[possessive] as Word).start);
  if (!owner || !/^(?:that|to|of|on|about)$/.test(words[i + 1]?.low ?? '')) return null;
  return { speaker: owner.entity, verb: i, subject: owner, span: spanOf(owner, words[i] as Word), kind: 'position' };
}

/** All attributions of a sentence, left to right; those inside quotations are not looked at. */
export function findCues(
  words: readonly Word[],
  mentions: readonly Mention[],
  quotes: readonly Span[],
): AttributionCue[] {
  const out: AttributionCue[] = [];
  words.forEach((word, i) => {
    if (word.quoted) return;
    if (word.low === 'according' && words[i + 1]?.low === 'to') {
      const mention = mentions.find((m) => m.start >= (words[i + 1] as Word).end && m.start <= word.end + 90);
      if (mention)
        out.push({
          speaker: mention.entity,
          verb: i,
          subject: mention,
          span: spanOf(word, mention),
          kind: 'according',
        });
      return;
    }
    const says = saying.has(word.low);
    if (!says && !position.has(word.low)) {
      const noun = nounCue(words, i, mentions);
      if (noun) out.push(noun);
      return;
    }
    const previous = words[i - 1];
    // "the demands", "a planned visit", "is expected to", "to call": no finite verb of a claimant.
    if (
      previous &&
      /^(?:the|a|an|to|his|her|their|its|our|any|no|new|of|such|these|those|['’]s|being)$/.test(previous.low) &&
      !(previous.low === 'to' && false)
    )
      return;
    const passive = previous && /^(?:is|are|was|were|been|be|being)$/.test(previous.low) && !/ing$/.test(word.low);
    if (passive) {
      const by = words.findIndex((w, j) => j > i && j < i + 4 && w.low === 'by');
      const agent =
        by > 0
          ? mentions.find((m) => m.start >= (words[by] as Word).end && m.start < (words[by] as Word).end + 8)
          : undefined;
      const quoted = words[i]?.low === 'quoted' ? subjectBefore(words, i - 1, mentions) : null;
      const speaker = agent ?? quoted;
      if (speaker)
        out.push({ speaker: speaker.entity, verb: i, subject: speaker, span: spanOf(speaker, word), kind: 'say' });
      return;
    }
    const quoteBefore = quotes.some((q) => word.start - q.end >= 0 && word.start - q.end <= 4);
    const commaBefore = previous?.low === ',';
    const after = inverting.has(word.low) ? subjectAfter(words, i, mentions) : null;
    const before = subjectBefore(words, i, mentions);
    const subject = after && (quoteBefore || commaBefore || !before) ? after : before;
    if (!subject) return;
    if (!says && subject.entity.kind === 'person' && subject.entity.id.startsWith('page:') && subject.how === 'title')
      return;
    out.push({
      speaker: subject.entity,
      verb: i,
      subject,
      span: spanOf(subject, word),
      kind: says ? 'say' : 'position',
    });
  });
  return out;
}

/** “ZELENSKYY: …” and "Trump on X: “…”": who speaks after a colon, and where the words begin. */
export function colonSpeaker(
  words: readonly Word[],
  mentions: readonly Mention[],
): { speaker: Entity; from: number } | null {
  const colon = words.findIndex((w) => w.text === ':' && !w.quoted);
  if (colon < 1 || colon > 9) return null;
  const first = mentions.find((m) => m.end <= (words[colon] as Word).start);
  if (!first || words.slice(0, colon).some((w) => saying.has(w.low))) return null;
  const lead = words.filter((w) => w.start < first.start).length;
  return lead <= 2 ? { speaker: first.entity, from: (words[colon] as Word).end } : null;
}

/** Words of attribution in one sentence: which verb, whose, and where. */
import type { Entity } from '../types';
import type { Word } from './mentions';
import { abuts, subjectAfter, subjectBefore } from './subject';
import type { Mention, Span } from './types';
import { claimNouns, inverting, verbKind } from './verbs';

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
    const kind = verbKind(words, i);
    if (!kind) {
      const noun = nounCue(words, i, mentions);
      if (noun) out.push(noun);
      return;
    }
    const previous = words[i - 1];
    // "the demands", "a planned visit", "is expected to", "to call": no finite verb of a claimant.
    if (
      previous &&
      /^(?:the|a|an|to|his|her|their|its|our|any|no|new|of|such|these|those|['’]s|being)$/.test(previous.low)
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
    const after = inverting.has(word.low) ? subjectAfter(words, i, mentions) : null;
    const before = subjectBefore(words, i, mentions);
    const turned = quoteBefore || !before || (previous?.low === ',' && !abuts(words, i, before));
    const subject = after && turned ? after : before;
    if (!subject) return;
    if (kind === 'position' && subject.how === 'title' && subject.entity.id.startsWith('page:')) return;
    out.push({
      speaker: subject.entity,
      verb: i,
      subject,
      span: spanOf(subject, word),
      kind,
    });
  });
  return out;
}

/** “…” — Pamela Padilla, teacher: who is named behind a dash after a quotation. */
export function dashSpeaker(words: readonly Word[], mentions: readonly Mention[], quote: Span): Entity | null {
  const next = words.findIndex((w) => w.start >= quote.end);
  if (next < 0 || !/^(?:—|–|―|--|-)$/.test((words[next] as Word).text)) return null;
  const name = mentions.find((m) => m.start >= (words[next] as Word).end && m.start <= (words[next] as Word).end + 3);
  return name?.how === 'name' ? name.entity : null;
}

/** “ZELENSKYY: …” and "Trump on X: “…”": who speaks after a colon, and where the words begin. */
export function colonSpeaker(
  words: readonly Word[],
  mentions: readonly Mention[],
): { speaker: Entity; from: number } | null {
  const colon = words.findIndex((w) => w.text === ':' && !w.quoted);
  if (colon < 1 || colon > 9) return null;
  const first = mentions.find((m) => m.end <= (words[colon] as Word).start);
  if (!first || words.slice(0, colon).some((_, at) => verbKind(words, at) === 'say')) return null;
  const lead = words.filter((w) => w.start < first.start).length;
  return lead <= 2 ? { speaker: first.entity, from: (words[colon] as Word).end } : null;
}

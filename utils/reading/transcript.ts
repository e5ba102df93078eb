/** Names that speak without a verb: behind a dash after a quotation, before a colon. */
import type { Entity } from '../types';
import { indexAt } from './subject';
import type { Mention, Span } from './types';
import { verbKind } from './verbs';
import { hangs, isDash, owns, type Word } from './words';

/** “…” — Pamela Padilla, teacher: who is named behind a dash after a quotation. */
export function dashSpeaker(words: readonly Word[], mentions: readonly Mention[], quote: Span): Entity | null {
  const next = words.findIndex((w) => w.start >= quote.end);
  if (next < 0 || !(isDash(words[next]) || words[next]?.text === '-')) return null;
  const end = (words[next] as Word).end;
  const name = mentions.find((m) => m.start >= end && m.start <= end + 3);
  return name?.how === 'name' ? name.entity : null;
}

/** Words before the sentence proper: "6:41 p.m. —", "JEDDAH, March 12 -". */
export function leadLength(words: readonly Word[]): number {
  const dash = words.slice(0, 9).findIndex((w) => isDash(w));
  if (dash < 1) return 0;
  const lead = words.slice(0, dash);
  return lead.every((w) => /\d|^(?:[ap]m|[ap]\.m\.|et|gmt|utc|[,:])$/.test(w.low) || /^\p{Lu}/u.test(w.text)) &&
    lead.some((w) => /\d/.test(w.text))
    ? dash + 1
    : 0;
}

const answer = /^(?:answer|reply|response|retort|message|verdict|explanation|conclusion|advice|warning|view|argument)$/;
/** In words: from the owner to what is owned ("his first answer"). */
const OWNED = 3;

/** "His answer: …", "X's reply came within the hour: …": who answers. */
function answerer(
  words: readonly Word[],
  mentions: readonly Mention[],
  start: number,
  colon: number,
): Mention | undefined {
  return mentions.find((m) => {
    const at = indexAt(words, m);
    if (at < start || at > start + 1 || at >= colon) return false;
    const behind = words.slice(at, colon).findIndex((w) => w.start >= m.end) + at;
    // A pronoun's mention covers what it owns: "his answer".
    if (m.how === 'pronoun') return /^(?:his|her)$/.test((words[at] as Word).low);
    return owns(words, m) && words.slice(behind, Math.min(colon, behind + OWNED + 1)).some((w) => answer.test(w.low));
  });
}

/** “ZELENSKYY: …”, "Trump on X: “…”", "Kosachev was blunter: any deal would be …": who speaks after a colon, and where. */
export function colonSpeaker(
  words: readonly Word[],
  mentions: readonly Mention[],
): { speaker: Entity; from: number; bare: boolean } | null {
  const opening = leadLength(words);
  // "Asked whether he would go, X hedged: “…”"
  const asked = /^(?:asked|pressed|questioned)$/.test(words[opening]?.low ?? '');
  const comma = asked ? words.findIndex((w, i) => i > opening && w.text === ',' && !w.quoted) : -1;
  const start = comma > 0 ? comma + 1 : opening;
  const colon = words.findIndex(
    (w, i) => i >= start && w.text === ':' && !w.quoted && !/^\d/.test(words[i + 1]?.text ?? ''),
  );
  if (colon < start + 1 || colon > start + 16 || colon === words.length - 1) return null;
  const owner = answerer(words, mentions, start, colon);
  if (owner) return { speaker: owner.entity, from: (words[colon] as Word).end, bare: false };
  const lead = words.slice(start, colon);
  if (lead.some((w, i) => w.quoted || verbKind(words, start + i) === 'say')) return null;
  const first = mentions.find((m) => {
    const at = indexAt(words, m);
    return at >= start && at < colon && !hangs(words, at) && !owns(words, m);
  });
  if (!first) return null;
  const at = indexAt(words, first);
  const length = words.filter((w) => w.start >= first.start && w.end <= first.end).length;
  const bare =
    lead.length <= length + 4 &&
    at - start <= 2 &&
    !lead.some((w) => /^(?:is|was|were|are|has|had|have|the)$/.test(w.low));
  const quoted = words[colon + 1]?.quoted === true;
  // "the General Staff, in its evening summary: 61 attacks"
  const summary = lead.some((w, i) => w.low === 'in' && /^(?:its|a|an|their)$/.test(lead[i + 1]?.low ?? ''));
  if (!bare && !quoted && !summary && (first.entity.kind !== 'person' || lead.length > 12)) return null;
  return { speaker: first.entity, from: (words[colon] as Word).end, bare };
}

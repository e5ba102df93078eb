/** Words of attribution in one sentence: which verb, whose, and where. */
import type { Entity } from '../types';
import { authorOf, documentCue, finds, quotedAsSaying } from './authors';
import { phraseCue } from './phrases';
import { severalClaim } from './plural-verbs';
import { refuses } from './refusals';
import {
  abuts,
  beforeInsertion,
  documents,
  indexAt,
  mentionAt,
  participleSubject,
  subjectAfter,
  subjectBefore,
} from './subject';
import { embeds, ends, indexAfter, tagged } from './tags';
import type { Mention, Span } from './types';
import { claimNouns, inverts, leading, type VerbKind, verbKind } from './verbs';
import { isDash, oblique, type Word } from './words';

export interface AttributionCue {
  speaker: Entity;
  /** Verb or "according to", in word indexes. */
  verb: number;
  /** Where the speaker stands. */
  subject: Span;
  /** The words that attribute, as offsets. */
  span: Span;
  kind: 'say' | 'position' | 'according';
  /** A tag (", X said"): it speaks all of its clause, not only what follows. */
  tag: boolean;
  /** Inside a relative clause ("what X calls …"). */
  embedded: boolean;
  /** The speaker stands as a pronoun. */
  pronoun: boolean;
  /** "would say", "could agree": nothing was said yet. */
  modal: boolean;
}

const spanOf = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

const speech = /^(?:words|remarks|comments|statements|claims|assertions|posts?|speech|interview)$/;
/** In words: from "remarks by X" to the noun that belongs to them. */
const NEAR = 6;

/** "remarks by X, including a suggestion that …": whose remarks they are. */
const utterer = (words: readonly Word[], i: number, mentions: readonly Mention[]): Mention | undefined =>
  mentions.findLast((m) => {
    const first = indexAt(words, m);
    const between = words.slice(first, i).filter((w) => w.start >= m.end);
    return (
      /^(?:from|by)$/.test(words[first - 1]?.low ?? '') &&
      speech.test(words[first - 2]?.low ?? '') &&
      between.length <= NEAR &&
      between.some((w) => w.low === 'including')
    );
  });

/** "Trump’s claim", "Moscow’s refusal". */
function nounCue(words: readonly Word[], i: number, mentions: readonly Mention[]): AttributionCue | null {
  if (!claimNouns.has((words[i] as Word).low)) return null;
  const possessive = [i - 1, i - 2].find((j) => /^['’]s$/.test(words[j]?.text ?? ''));
  const owner =
    possessive === undefined
      ? utterer(words, i, mentions)
      : mentions.find((m) => m.end === (words[possessive] as Word).start);
  if (!owner || !/^(?:that|to|of|on|about)$/.test(words[i + 1]?.low ?? '')) return null;
  const span = spanOf(owner, words[i] as Word);
  return {
    speaker: owner.entity,
    verb: i,
    subject: owner,
    span,
    kind: 'position',
    tag: false,
    embedded: false,
    pronoun: false,
    modal: false,
  };
}

const showing = new Set(['show', 'shows', 'showed', 'found', 'finds']);

/** "an official, asked whether …": somebody else asked. */
const isAsked = (words: readonly Word[], i: number): boolean =>
  /^(?:asked|questioned|pressed|quizzed)$/.test((words[i] as Word).low) &&
  (i === 0 || /^(?:,|when|if)$/.test(words[i - 1]?.low ?? '')) &&
  /^(?:whether|if|about|by|why|how|when|what|who|where|on|repeatedly|again)$/.test(words[i + 1]?.low ?? '');

/** All attributions of a sentence, left to right; those inside quotations are not looked at. */
export function findCues(
  words: readonly Word[],
  mentions: readonly Mention[],
  quotes: readonly Span[],
): AttributionCue[] {
  const out: AttributionCue[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Word;
    if (word.quoted) continue;
    const phrase = phraseCue(words, i, mentions);
    if (phrase) {
      out.push({
        speaker: phrase.entity,
        verb: i,
        subject: phrase,
        span: spanOf(word, phrase),
        kind: 'according',
        tag: true,
        embedded: false,
        pronoun: phrase.how === 'pronoun',
        modal: false,
      });
      continue;
    }
    if (isAsked(words, i)) continue;
    const shows = showing.has(word.low) && i > 0 && documented(words, i);
    const shown = shows || severalClaim(words, i, mentions);
    const kind = shown ? 'say' : (verbKind(words, i) ?? (refuses(words, i) ? 'position' : null));
    if (!kind) {
      const noun = nounCue(words, i, mentions);
      if (noun) out.push(noun);
      continue;
    }
    verbCue(words, i, kind, shows, mentions, quotes, out);
  }
  const author = authorOf(words, mentions);
  const bySelf = ({ kind, speaker }: AttributionCue): boolean => kind === 'say' && speaker !== author?.entity;
  if (author && (finds(words, author) ? !out.some(bySelf) : out.every((c) => c.pronoun && c.speaker.kind !== 'person')))
    return [documentCue(words, author)];
  return out;
}

/** The attribution of a verb, if somebody is its subject; `shows`: what a text shows. */
function verbCue(
  words: readonly Word[],
  i: number,
  kind: VerbKind,
  shows: boolean,
  mentions: readonly Mention[],
  quotes: readonly Span[],
  out: AttributionCue[],
): void {
  const word = words[i] as Word;
  // "hastened to add", "likes to say": the first verb has the subject.
  const led = words[i - 1]?.low === 'to' && leading.test(words[i - 2]?.low ?? '');
  const previous = led ? undefined : words[i - 1];
  // "the demands", "a planned visit", "is expected to", "to call": no finite verb of a claimant.
  if (
    previous &&
    /^(?:the|a|an|to|his|her|their|its|our|any|no|new|of|such|these|those|['’]s|being)$/.test(previous.low)
  )
    return;
  const passive =
    previous &&
    /^(?:is|are|was|were|been|be|being|as|first|once)$/.test(previous.low) &&
    !/ing$/.test(word.low) &&
    !shows;
  const put = (subject: Mention, as: AttributionCue['kind'], tag: boolean, aside = false): void => {
    out.push({
      speaker: subject.entity,
      verb: i,
      subject,
      span: spanOf(subject, word),
      kind: as,
      tag,
      // "because X will not sign": where nobody else says anything, it is what X will not do.
      embedded: aside || (embeds(words, indexAt(words, subject), i, as) && !(out.length === 0 && refuses(words, i))),
      pronoun: subject.how === 'pronoun',
      modal: [1, 2, 3].some(
        (n) =>
          /^(?:would|will|could|can|may|might|should|must|to|cannot|won't|wouldn't)$/.test(words[i - n]?.low ?? '') &&
          !led,
      ),
    });
  };
  const quoted = quotedAsSaying(words, i, mentions);
  if (quoted) {
    put(quoted, 'say', tagged(words, i, quoted));
    return;
  }
  const agent = agentOf(words, i, mentions);
  if (agent && !/^asked$/.test(word.low) && (passive || /ed$/.test(word.low))) {
    // “X, called “Daddy” by Y, …”: said in passing, the sentence is not Y's.
    put(agent, 'say', false, aside(words, i, agent, mentions));
    return;
  }
  if (passive && previous.low !== 'as') {
    const said = word.low === 'quoted' ? subjectBefore(words, i - 1, mentions) : null;
    if (said) put(said, 'say', false);
    return;
  }
  const quoteBefore = quotes.some((q) => word.start - q.end >= 0 && word.start - q.end <= 4);
  const comma = previous?.low === ',' || isDash(previous);
  const after = inverts(words, i, quoteBefore || comma) ? subjectAfter(words, i, mentions) : null;
  // "If X was not coming, Y said, adding …": whoever said goes on.
  const said = out.findLast((c) => c.kind === 'say' && !c.embedded && !c.modal);
  const going = said && mentions.find((m) => m.start === said.subject.start);
  const participle =
    /^(?:adding|saying|noting|stressing|insisting|warning|arguing)$/.test(word.low) && going && comma
      ? going
      : /ing$/.test(word.low)
        ? participleSubject(words, i, mentions)
        : null;
  const before = participle ?? subjectBefore(words, led ? (words[i - 2]?.low === 'on' ? i - 3 : i - 2) : i, mentions);
  const closes = after !== null && ends(words, i, indexAfter(words, after));
  const inserted = comma && before !== null && beforeInsertion(words, i, mentions) === before;
  const behindComma = comma && before !== null && (closes || !inserted) && !abuts(words, i, before);
  const turned = quoteBefore || (before === null && (comma || closes || i === 0)) || behindComma;
  const subject = after && turned ? after : before;
  if (!subject) return;
  if (kind === 'position' && subject.how === 'title' && subject.entity.id.startsWith('page:')) return;
  put(subject, kind, kind === 'say' && tagged(words, i, subject));
}

/** "X, called “Daddy” by Y, …", "a call, first announced by Y on Saturday, was …": a participle between commas. */
function aside(words: readonly Word[], verb: number, agent: Mention, mentions: readonly Mention[]): boolean {
  let comma = verb - 1;
  while (/ly$|^(?:first|already|also|once|since)$/.test(words[comma]?.low ?? '')) comma -= 1;
  if (words[comma]?.low !== ',') return false;
  if (mentionAt(mentions, words[comma - 1] as Word)) return true;
  const from = words.findIndex((w) => w.start >= agent.end);
  const closing = words.slice(from, from + 6).findIndex((w) => w.low === ',');
  return from >= 0 && closing >= 0 && verbKind(words, Math.min(words.length - 1, from + closing + 1)) === null
    ? words.slice(from + closing + 1).some((_, k) => verbKind(words, from + closing + 1 + k) !== null)
    : false;
}

/** "an ISW assessment shows", "a poll by X found": is the subject a text? */
function documented(words: readonly Word[], verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i >= verb - 9; i -= 1) {
    const word = words[i] as Word;
    if (word.quoted || word.text === ';') return false;
    if (documents.test(word.low)) return true;
  }
  return false;
}

/** "described as “useful” by X": who stands behind "by". */
function agentOf(words: readonly Word[], verb: number, mentions: readonly Mention[]): Mention | undefined {
  const by = words.findIndex((w, j) => j > verb && j <= verb + 12 && w.low === 'by' && !w.quoted);
  if (by < 0) return undefined;
  const between = words.slice(verb + 1, by).filter((w) => !w.quoted);
  if (
    between.length > 3 ||
    between.some((w) => /^[,;:]$/.test(w.text) || (oblique.test(w.low) && !/^(?:as|in|on)$/.test(w.low)))
  )
    return undefined;
  const end = (words[by] as Word).end;
  return mentions.find((m) => m.start >= end && m.start <= end + 24);
}

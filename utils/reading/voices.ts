/** Who speaks which part of a sentence in which several people's verbs stand. */
import type { AttributionCue } from './cues';
import { claimNouns, turns, verbKind } from './verbs';
import type { Word } from './words';

export interface Voice {
  cue: AttributionCue;
  /** Offset from which it speaks; -1: from the start. */
  from: number;
}

/** Offsets at which another voice may take over: "but", "while", ";", and "and" before a new subject that says something. */
function boundaries(words: readonly Word[], cues: readonly AttributionCue[]): number[] {
  const out: number[] = [];
  for (const [i, w] of words.entries()) {
    if (w.quoted) continue;
    const next = words[i + 1];
    // "but that …" goes on with the words of the one who speaks.
    if (turns.has(w.low)) {
      if (next?.low !== 'that') out.push(w.start);
      continue;
    }
    if (w.low !== 'and' || !next) continue;
    const taking = cues.some(
      (c) =>
        c.kind === 'say' &&
        !c.pronoun &&
        !c.modal &&
        c.subject.start - next.start >= 0 &&
        c.subject.start - next.start <= 5 &&
        words.filter((o) => o.start >= c.subject.end && o.end <= (words[c.verb] as Word).start).length === 0,
    );
    if (taking) out.push(w.start);
  }
  const second = secondOf(words, cues);
  if (second !== null && !out.includes(second)) out.push(second);
  return out.sort((a, b) => a - b);
}

/** "While X said …, Y insisted …": where the second clause begins, if somebody else speaks it. */
function secondOf(words: readonly Word[], cues: readonly AttributionCue[]): number | null {
  if (!/^(?:while|although|though|whereas)$/.test(words.find((w) => !w.quoted)?.low ?? '')) return null;
  for (const [i, comma] of words.entries()) {
    if (comma.text !== ',' || comma.quoted) continue;
    const next = words[i + 1];
    const first = cues.find((c) => c.span.end <= comma.start);
    const taking = cues.find(
      (c) => next && c.subject.start >= next.start && c.subject.start - next.start <= 5 && c.subject.start < c.span.end,
    );
    if (first && next && taking && !taking.tag && taking.speaker !== first.speaker && first.subject.end <= comma.start)
      return next.start;
  }
  return null;
}

/**
 * An outlet or somebody unnamed who only passes on what another said ("X accused Y, the news agency reported") is not the
 * claimant: X is.
 */
function passedOn(cue: AttributionCue, cues: readonly AttributionCue[]): AttributionCue | null {
  const passes =
    (cue.speaker.kind === 'group' && cue.kind === 'according') ||
    /^(?:agency|outlet|newspaper|website|channel|magazine|broadcaster)\b/.test(cue.speaker.name) ||
    (cue.speaker.kind === 'institution' && cue.speaker.id.startsWith('page:'));
  // A spokesman who passes on the words of somebody on his own side: "Y told X that …, the aide Z said".
  const conveys = (c: AttributionCue): boolean =>
    c.speaker.kind === 'person' &&
    cue.speaker.kind === 'person' &&
    c.speaker.side !== undefined &&
    c.speaker.side === cue.speaker.side &&
    !c.pronoun;
  const said = (c: AttributionCue): boolean => c.kind === 'say' && !c.modal && !c.tag && c.speaker !== cue.speaker;
  const before = (c: AttributionCue): boolean => c.span.end <= cue.span.start || cue.verb < 2;
  return (
    cues.find(
      (c) =>
        said(c) &&
        !c.embedded &&
        (conveys(c) || (passes && before(c))) &&
        c.speaker.kind !== 'group' &&
        !c.speaker.id.startsWith('page:'),
    ) ?? null
  );
}

const acts = /^(?:i|he|she|it|they|we)$/;
const neutral = /^(?:said|says|saying|added|adds|wrote|writes|argued|argues|noted)$/;

/**
 * "X said Y’s suggestion that … was absurd": what stands behind the noun, up to a comma, is Y's claim. Only behind a verb
 * that takes no side: in "X denied Y’s claim that …" the clause is what X denies.
 */
function withinNoun(words: readonly Word[], voice: Voice, cues: readonly AttributionCue[]): Voice[] {
  const said = words[voice.cue.verb] as Word;
  if (voice.cue.kind !== 'say' || voice.cue.tag || !neutral.test(said.low)) return [];
  const noun = cues.find(
    ({ verb, kind, speaker, subject }) =>
      kind === 'position' &&
      claimNouns.has((words[verb] as Word).low) &&
      verb > voice.cue.verb &&
      speaker !== voice.cue.speaker &&
      subject.start > said.end &&
      subject.end < (words[verb] as Word).start,
  );
  if (!noun || voice.cue.subject.start > said.start) return [];
  // "said he rejects Y’s claim that …": somebody does something with the claim before it is told.
  if (
    words.some(
      (w, i) =>
        i > voice.cue.verb &&
        w.end <= noun.subject.start &&
        (acts.test(w.low) || (verbKind(words, i) && !claimNouns.has(w.low))),
    )
  )
    return [];
  const end = words.find((w, i) => i > noun.verb && w.low === ',' && !w.quoted);
  const own = { cue: noun, from: (words[noun.verb] as Word).start };
  return end ? [own, { cue: voice.cue, from: end.start }] : [own];
}

/** "…, a pledge that X has confirmed": what somebody else's words are called when another is said to speak of them. */
const told = /^(?:claim|pledge|promise|account|statement|report|offer|suggestion|assertion|move|step|figure|version)$/;

/** The voices of a sentence, left to right. One that stands inside another's reported clause is none. */
export function voicesOf(words: readonly Word[], cues: readonly AttributionCue[]): Voice[] {
  const main = cues.filter((c) => !c.embedded);
  const last = main.at(-1);
  if (!last) return [];
  const cuts = boundaries(words, cues);
  const chunkOf = (c: AttributionCue): number =>
    cuts.filter((at) => at <= Math.min(c.span.start, c.subject.start)).length;
  // A tag at the end speaks the whole sentence, unless somebody else has plainly spoken before a turn.
  const earlier = main.some((c) => c.speaker !== last.speaker && c.kind !== 'position' && chunkOf(c) < chunkOf(last));
  // "…, something X has confirmed" adds a second voice to the first, which stays the main one.
  const added = words.some(
    (w, i) =>
      w.start < last.subject.start &&
      last.subject.start - w.end < 6 &&
      (w.low === 'something' ||
        (/^an?$/.test(words[i - 1]?.low ?? '') && words[i - 2]?.low === ',' && told.test(w.low))),
  );
  if (last.tag && !added && (last.pronoun || !earlier)) return [{ cue: passedOn(last, main) ?? last, from: -1 }];
  const fronted = /^(?:asked|if|when|while|as|although|though|after|before|because|since|whether|once)$/.test(
    words.find((w) => !w.quoted)?.low ?? '',
  );
  const out: Voice[] = [];
  for (let chunk = 0; chunk <= cuts.length; chunk += 1) {
    const own = main.filter((c) => chunkOf(c) === chunk && !(added && c === last && main.length > 1));
    // "Asked if X wants peace, Y said …": a fronted clause is not the claim.
    const cue =
      own.find((c) => c.tag) ?? (fronted && chunk === 0 ? own.find((c) => c.kind !== 'position') : undefined) ?? own[0];
    const before = out.at(-1);
    if (!cue || cue.speaker === before?.cue.speaker) continue;
    const voice = { cue: passedOn(cue, own) ?? cue, from: before ? (cuts[chunk - 1] as number) : -1 };
    out.push(voice, ...withinNoun(words, voice, own));
  }
  return out;
}

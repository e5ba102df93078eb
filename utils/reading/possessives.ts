/** "Trump stressed his wish …": whose wish it is, where a verb of saying stands right before it. */
import type { AttributionCue } from './cues';
import type { Mention } from './types';
import { verbKind } from './verbs';
import type { Word } from './words';

const possessive = new Set(['his', 'her', 'its', 'their']);

/**
 * Possessives right behind a verb of a claimant, outside quotations, as mentions of that claimant. "Trump praised Putin
 * and stressed his wish" means Trump's: whoever tells of a wish, promise or view without naming its owner owns it.
 */
export function possessives(words: readonly Word[], cues: readonly AttributionCue[]): Mention[] {
  const out: Mention[] = [];
  for (const [i, word] of words.entries()) {
    if (i === 0 || word.quoted || !possessive.has(word.low) || verbKind(words, i - 1) === null) continue;
    const cue = cues.findLast(({ verb, kind }) => verb < i && kind !== 'according');
    if (cue) out.push({ start: word.start, end: word.end, entity: cue.speaker, how: 'pronoun' });
  }
  return out;
}

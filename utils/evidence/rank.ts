/** The order of a card's items: reversals and repetitions by the same speaker, then wording, both sides in balance, then recency. */
import type { Evidence, Statement } from '../types';
import { containmentOf, likenessOf, type WordNumbers } from './numbered';

export interface Found {
  evidence: Evidence;
  statement: Statement;
  /** Content words of the statement's quote and gist. */
  words: WordNumbers;
  /** Likeness to the passage, 0 to 1. */
  closeness: number;
}

/** Two items whose words overlap this much, by one speaker within a few days, are one utterance told twice. */
const COPY = 0.6;

/** Are two items of one speaker the same utterance? */
const copies = (a: Found, b: Found): boolean =>
  Math.abs(a.evidence.daysEarlier - b.evidence.daysEarlier) <= 7 &&
  (likenessOf(a.words, b.words) >= COPY ||
    (a.statement.quote !== '' && a.statement.quote === b.statement.quote) ||
    containmentOf(a.words, b.words) >= 0.85);

const score = (found: Found): number =>
  (found.evidence.sameSpeaker ? (found.evidence.relation === 'contradicts' ? 3 : 2) : 0) +
  2 * found.closeness +
  0.5 * Math.exp(-found.evidence.daysEarlier / 365);

/** Ranks what was found and drops near copies; contradicting and confirming items take turns, `related` and `same` come last. */
export function rank(all: readonly Found[]): Found[] {
  const sorted = all
    .map((found) => ({ found, score: score(found) }))
    .sort((a, b) => b.score - a.score || a.found.statement.id.localeCompare(b.found.statement.id));
  const kept: Found[] = [];
  // Only what one speaker said with one relation can be a copy, so only that is compared.
  const alike = new Map<string, Found[]>();
  for (const { found } of sorted) {
    const others = alike.get(found.statement.speaker);
    if (others?.some((other) => other.evidence.relation === found.evidence.relation && copies(other, found))) continue;
    kept.push(found);
    if (others) others.push(found);
    else alike.set(found.statement.speaker, [found]);
  }
  const sides = (['contradicts', 'confirms'] as const).map((relation) =>
    kept.filter((f) => f.evidence.relation === relation),
  );
  const top = (side: Found[] | undefined): number => (side?.[0] ? score(side[0]) : -1);
  const [first, second] = top(sides[0]) >= top(sides[1]) ? [sides[0], sides[1]] : [sides[1], sides[0]];
  const turns: Found[] = [];
  for (let i = 0; i < Math.max(first?.length ?? 0, second?.length ?? 0); i += 1)
    for (const side of [first, second]) {
      const next = side?.[i];
      if (next) turns.push(next);
    }
  return [
    ...turns,
    ...kept.filter((f) => f.evidence.relation === 'related'),
    ...kept.filter((f) => f.evidence.relation === 'same'),
  ];
}

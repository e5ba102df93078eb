/** The order of a card's items: reversals and repetitions by the same speaker, then wording, both sides in balance, then recency. */
import type { Evidence, Statement } from '../types';
import { containment, likeness } from './similar';

export interface Found {
  evidence: Evidence;
  statement: Statement;
  /** Content words of the statement's quote and gist. */
  words: ReadonlySet<string>;
  /** Likeness to the passage, 0 to 1. */
  closeness: number;
}

/** Two items whose words overlap this much, by one speaker within a few days, are one utterance told twice. */
const COPY = 0.6;

/** Are two items of one speaker the same utterance? */
const copies = (a: Found, b: Found): boolean =>
  Math.abs(a.evidence.daysEarlier - b.evidence.daysEarlier) <= 7 &&
  (likeness(a.words, b.words) >= COPY ||
    (a.statement.quote !== '' && a.statement.quote === b.statement.quote) ||
    containment(a.words, b.words) >= 0.85);

const score = (found: Found): number =>
  (found.evidence.sameSpeaker ? (found.evidence.relation === 'contradicts' ? 3 : 2) : 0) +
  2 * found.closeness +
  0.5 * Math.exp(-found.evidence.daysEarlier / 365);

/** Ranks what was found and drops near copies; contradicting and confirming items take turns, `related` and `same` come last. */
export function rank(all: readonly Found[]): Found[] {
  const scores = new Map(all.map((found) => [found, score(found)]));
  const scoreOf = (found: Found | undefined): number => (found && scores.get(found)) ?? -1;
  const sorted = [...all].sort((a, b) => scoreOf(b) - scoreOf(a) || a.statement.id.localeCompare(b.statement.id));
  const kept: Found[] = [];
  // Only what one speaker said with one relation can be a copy, so only that is compared.
  const alike = new Map<string, Found[]>();
  for (const found of sorted) {
    const key = `${found.evidence.relation} ${found.statement.speaker}`;
    const others = alike.get(key);
    if (others?.some((other) => copies(other, found))) continue;
    kept.push(found);
    if (others) others.push(found);
    else alike.set(key, [found]);
  }
  const sides = (['contradicts', 'confirms'] as const).map((relation) =>
    kept.filter((f) => f.evidence.relation === relation),
  );
  const [first, second] =
    scoreOf(sides[0]?.[0]) >= scoreOf(sides[1]?.[0]) ? [sides[0], sides[1]] : [sides[1], sides[0]];
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

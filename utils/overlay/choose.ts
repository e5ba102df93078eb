/** Which passages are marked, and how. Pure. */
import type { Settings } from '../settings';
import type { ReportPassage } from '../types';
import type { MarkKind } from './marks';

export interface Chosen {
  passage: ReportPassage;
  kind: MarkKind;
}

const has = (passage: ReportPassage, relation: string): boolean =>
  passage.evidence.some((e) => e.relation === relation);

/** The kind of a passage's mark by the relations that are shown, or null for none. */
export function kindOf(passage: ReportPassage, show: Settings['show']): MarkKind | null {
  const against = show.contradicts && has(passage, 'contradicts');
  const along = show.confirms && has(passage, 'confirms');
  if (against && along) return 'mixed';
  return against ? 'contradicts' : along ? 'confirms' : null;
}

/** How much a passage tells: a reversal of the same speaker most, then contradictions, then the number of statements. */
function weight(passage: ReportPassage): number {
  const reversal = passage.evidence.some((e) => e.sameSpeaker && e.relation === 'contradicts') ? 100 : 0;
  return (
    reversal +
    passage.evidence.filter((e) => e.relation === 'contradicts').length * 2 +
    passage.evidence.filter((e) => e.relation === 'confirms').length
  );
}

/** What a passage says, whoever repeats the words: claim, stance, speaker, figure. */
const sayingOf = ({ speaker, readings }: ReportPassage): string =>
  JSON.stringify([speaker, ...readings.map(({ proposition, stance, figure }) => [proposition, stance, figure?.said])]);

/** A page may say a thing in its lead and again in a quotation: so often it is no repetition yet. */
const OFTEN = 2;

/** The weightiest first; of passages that say the same, the third and fourth come after every first and second one, and so on. */
function byVariety(marked: readonly Chosen[]): Chosen[] {
  const times = new Map<string, number>();
  return [...marked]
    .sort((a, b) => weight(b.passage) - weight(a.passage))
    .map((chosen) => {
      const saying = sayingOf(chosen.passage);
      const round = times.get(saying) ?? 0;
      times.set(saying, round + 1);
      return { chosen, round: Math.floor(round / OFTEN) };
    })
    .sort((a, b) => a.round - b.round)
    .map(({ chosen }) => chosen);
}

/** Passages to mark, in reading order: at most `density` per 1,000 words unless `all`; the weightiest stay, of every saying before one is repeated. */
export function chooseMarks(
  passages: readonly ReportPassage[],
  settings: Pick<Settings, 'show' | 'density'>,
  words: number,
  all: boolean,
): Chosen[] {
  const marked = passages.flatMap((passage): Chosen[] => {
    const kind = kindOf(passage, settings.show);
    return kind ? [{ passage, kind }] : [];
  });
  const most = Math.max(5, Math.ceil((words / 1000) * settings.density));
  if (all || marked.length <= most) return marked;
  const kept = new Set(byVariety(marked).slice(0, most));
  return marked.filter((chosen) => kept.has(chosen));
}

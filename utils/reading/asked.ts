/** Labels that a topic's phrases and cues ask for, numbered, so that a sentence can tell at once which of them it holds. */
import type { Pattern } from './patterns';
import type { Cue, Phrase } from './topic';

export interface Asked {
  number: number;
  /** Places of the phrases that may stand where the label does. */
  phrases: number[];
  /** Cues that cannot match without the label, or one of its like. */
  cues: Cue[];
}

/** Every asked label, made when it is first looked for. */
function register(): { labels: Map<string, Asked>; of: (label: string) => Asked } {
  const labels = new Map<string, Asked>();
  const of = (label: string): Asked => {
    let asked = labels.get(label);
    if (!asked) {
      asked = { number: labels.size, phrases: [], cues: [] };
      labels.set(label, asked);
    }
    return asked;
  };
  return { labels, of };
}

/** What a pattern cannot do without; the element that is met least often, by the ways there are to meet it, first. */
function needsOf(pattern: Pattern, breadth: ReadonlyMap<string, number>): string[][] {
  const cost = (labels: readonly string[]): number => labels.reduce((sum, label) => sum + (breadth.get(label) ?? 1), 0);
  return pattern.parts
    .flatMap(({ elements }) => elements.filter((element) => !element.optional).map(({ any }) => any))
    .map((any) => ({ any, cost: cost(any) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ any }) => any);
}

/**
 * Phrases under the labels that may open them, cues under the labels of the element that is met least often; `breadth`
 * says in how many ways a label can be met.
 */
export function askedLabels(
  phrases: readonly Phrase[],
  cues: readonly Omit<Cue, 'needs'>[],
  breadth: ReadonlyMap<string, number>,
): Map<string, Asked> {
  const { labels, of } = register();
  phrases.forEach((phrase, i) => {
    const { sequence } = phrase;
    phrase.needs = sequence.elements.flatMap((e) => (e.optional ? [] : [e.any.map((label) => of(label).number)]));
    const needed = sequence.elements.find((e) => !e.optional);
    for (const label of new Set(needed ? needed.any : sequence.elements.flatMap((e) => e.any)))
      of(label).phrases.push(i);
  });
  for (const cue of cues) {
    const [anchor = [], ...others] = needsOf(cue.pattern, breadth);
    const ready = { ...cue, needs: others.map((any) => any.map((label) => of(label).number)) };
    for (const label of anchor) of(label).cues.push(ready);
  }
  return labels;
}

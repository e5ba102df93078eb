/** Classes that only one party's words belong to: an even-handed reading may not see them. */
import type { Phrase } from '../topic';

/**
 * Labels of classes that hold a word or phrase of one party and not its twin of the other. `classesOf` gives every class
 * of a label, `twins` the parties' labels that stand for one another.
 */
export function partialLabels(
  classesOf: ReadonlyMap<string, string[]>,
  phrases: readonly Phrase[],
  twins: ReadonlyMap<string, string>,
): Set<string> {
  /** For each class the parties' labels that lead to it. */
  const leading = new Map<string, Set<string>>();
  const lead = (label: string, side: string): void => {
    const set = leading.get(label);
    if (set) set.add(side);
    else leading.set(label, new Set([side]));
  };
  const sidesOf = (label: string): string[] =>
    [label, ...(classesOf.get(label) ?? [])].filter((name) => twins.has(name));
  for (const side of twins.keys()) for (const name of classesOf.get(side) ?? []) lead(name, side);
  for (const { label, sequence } of phrases)
    for (const side of sequence.elements.flatMap((e) => [...e.any, ...e.not]).flatMap(sidesOf)) {
      lead(label, side);
      for (const name of classesOf.get(label) ?? []) lead(name, side);
    }
  return new Set(
    [...leading]
      .filter(([label, sides]) => !twins.has(label) && [...sides].some((side) => !sides.has(twins.get(side) as string)))
      .map(([label]) => label),
  );
}

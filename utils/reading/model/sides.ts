/**
 * The parties of a conflict exchanged: a claim about one and the same claim about the other are read by one rule. The
 * model reads each sentence as it stands and with the parties exchanged, and believes the mean.
 */
import type { Feature } from './features';

/** Which labels and which propositions stand for one another; a proposition may be its own mirror. */
export interface Sides {
  labels: [string, string][];
  propositions: [string, string][];
}

const both = (pairs: readonly [string, string][]): Map<string, string> =>
  new Map(
    pairs.flatMap(([a, b]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
  );

export interface Mirror {
  labels: Map<string, string>;
  /** Every label of a party. */
  sides: Set<string>;
  /** Labels that only one party's words can have: not to be seen. */
  partial: Set<string>;
  /** For each output the output it becomes, or -1. */
  outputs: Int32Array;
}

/** Makes the exchange ready for a model's propositions; `partial` finds the labels that would give a party away. */
export function mirrorOf(
  sides: Sides | undefined,
  propositions: readonly string[],
  partial: (twins: ReadonlyMap<string, string>) => Set<string> = () => new Set(),
): Mirror {
  const map = both(sides?.propositions ?? []);
  const outputs = new Int32Array(propositions.length * 3).fill(-1);
  propositions.forEach((id, p) => {
    const other = propositions.indexOf(map.get(id) ?? '');
    if (other >= 0) for (let s = 0; s < 3; s += 1) outputs[p * 3 + s] = other * 3 + s;
  });
  const named = both(sides?.labels ?? []);
  const labels = new Map([...named, ...[...named].map(([a, b]): [string, string] => [`of:${a}`, `of:${b}`])]);
  return { labels, sides: new Set(named.keys()), partial: partial(named), outputs };
}

/** The same sentence with the parties exchanged; null where it names none, and nothing would change. */
export function exchanged(features: readonly Feature[], { labels }: Mirror): Feature[] | null {
  let named = false;
  const out = features.map((feature) => {
    if (!feature.labels.some((l) => labels.has(l))) return feature;
    named = true;
    return { ...feature, labels: feature.labels.map((l) => labels.get(l) ?? l), known: undefined };
  });
  return named ? out : null;
}

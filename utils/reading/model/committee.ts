/** Models that read the same propositions judge together: trained from other beginnings, they err in other places. */
import type { ModelData } from './data';
import { loadNetwork, type Network } from './network';
import type { Mirror } from './sides';

export interface Committee {
  nets: Network[];
  /** The first model's: propositions and limits count for all. */
  data: ModelData;
  mirror: Mirror;
}

/** Models made ready, those of the same propositions together. Throws RangeError as loadNetwork does. */
export function committeesOf(
  models: readonly ModelData[],
  mirror: (propositions: readonly string[]) => Mirror,
): Committee[] {
  const together = new Map<string, Committee>();
  for (const model of models) {
    const key = model.propositions.join(' ');
    const known = together.get(key);
    if (known) known.nets.push(loadNetwork(model, known.nets[0]));
    else together.set(key, { nets: [loadNetwork(model)], data: model, mirror: mirror(model.propositions) });
  }
  return [...together.values()];
}

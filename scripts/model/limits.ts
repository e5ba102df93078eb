/** From which probability a stance is shown. */
import type { ModelData } from '../../utils/reading/model/data';
import type { Mirror } from '../../utils/reading/model/sides';

/**
 * By the network alone, where a cue agrees, where one of four parts or more does, and for claims that have a twin about
 * the other party (no cue speaks for those). A cue lifts the score itself, so its limit may be higher than the network's
 * alone. Chosen on 76 articles that nothing else was tuned on (docs/decisions/0174): precision before recall.
 */
const LIMIT = { alone: 0.7, agreed: 0.73, sure: 0.4, twin: 0.75 };

const logOdds = (p: number): number => Math.log(p / (1 - p));

/** The limits of each output, in log-odds. */
export function limitsOf({ outputs }: Mirror): Pick<ModelData, 'thresholds' | 'withCue' | 'withSureCue'> {
  const all = [...outputs];
  return {
    thresholds: all.map((twin, c) => logOdds(twin >= 0 && twin !== c ? LIMIT.twin : LIMIT.alone)),
    withCue: all.map(() => logOdds(LIMIT.agreed)),
    withSureCue: all.map(() => logOdds(LIMIT.sure)),
  };
}

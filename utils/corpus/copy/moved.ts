/** Which steps moved rows since a copy was made: only their rows have to be copied again. Pure. */
import type { StepMark } from './head';

const keyOf = ([seq, at]: StepMark): string => `${seq} ${at}`;

/**
 * The steps that were made, taken back or done again between two states of the history; null where that cannot be told,
 * because steps that count are gone from it.
 */
export function movedSteps(before: readonly StepMark[], now: readonly StepMark[]): number[] | null {
  const old = new Map(before.map((mark) => [keyOf(mark), mark[2]]));
  const here = new Set(now.map(keyOf));
  const common = before.filter((mark) => here.has(keyOf(mark))).map(([seq]) => seq);
  if (common.length === 0) return null;
  const last = Math.max(...common);
  for (const mark of before) {
    if (here.has(keyOf(mark))) continue;
    const [seq, , undone] = mark;
    // Below one that is still here it was forgotten for its age; above, because something new was done after undoing.
    if (seq < last ? undone === 1 : undone === 0) return null;
  }
  return now.filter((mark) => old.get(keyOf(mark)) !== mark[2]).map(([seq]) => seq);
}

/** Version 2: the rows that a step changed move out of the step, so that the list of steps is quick to read. */
import type { Dexie } from 'dexie';
import type { Change, Step, StepChanges } from '../rows';
import { summed } from '../step';

/** A step as version 1 kept it, and as backups of format 1 have it. */
export type StepV1 = Omit<Step, 'gens' | 'by' | 'byTitle' | 'count'> & { changes: Change[] };

/** A step of version 1 in two. */
export function split({ changes, ...step }: StepV1): { step: Step; changes: StepChanges } {
  return { step: { ...step, ...summed(changes) }, changes: { seq: step.seq, changes } };
}

/** Declares version 2. `*gens` tells which generations the history still needs. */
export function v2(db: Dexie): void {
  db.version(2)
    .stores({ history: '++seq, undone, *ids, *gens', changes: 'seq' })
    .upgrade(async (transaction) => {
      const old = (await transaction.table('history').toArray()) as StepV1[];
      const halves = old.map(split);
      await transaction.table('changes').bulkPut(halves.map((half) => half.changes));
      await transaction.table('history').bulkPut(halves.map((half) => half.step));
    });
}

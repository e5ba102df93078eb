/** Version 1: the first layout. A later version gets a file of its own and leaves this one alone. */
import type { Dexie } from 'dexie';

/** Declares version 1. `*at` is the one index for proposition, speaker and date; `over` holds only rows that shadow another. */
export function v1(db: Dexie): void {
  db.version(1).stores({
    statements: '[gen+id], *at, over',
    packs: 'id',
    generations: '++gen',
    lore: 'gen',
    mutes: 'id',
    history: '++seq, undone, *ids',
    meta: 'key',
  });
}

/** Version 3: shelves, which say nothing that the statements don't; they fill by themselves. */
import type { Dexie } from 'dexie';

/** Declares version 3. */
export function v3(db: Dexie): void {
  db.version(3).stores({ shelves: 'key' });
}

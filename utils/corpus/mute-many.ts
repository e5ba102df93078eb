/** Statements that the reader never wants to see on pages: mutes of a pair whose other half is any passage. */
import type { CorpusDb } from './db';
import { record, tablesOfSteps } from './history';
import type { Change, MuteRow } from './rows';

/** No words: the mute holds for every passage (`utils/mutes.ts`). */
const anywhere = (id: string, now: string): MuteRow => ({
  id: `pair:${id}:`,
  kind: 'pair',
  words: '',
  target: id,
  added: now,
});

/**
 * Mutes statements everywhere, or takes back every mute of them, as one step of the history. Returns how many
 * statements it changed anything for.
 */
export async function muteMany(db: CorpusDb, ids: readonly string[], on: boolean): Promise<number> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const wanted = new Set(ids);
    const held = await db.mutes
      .where(':id')
      .startsWith('pair:')
      .filter((row) => wanted.has(row.target))
      .toArray();
    const known = new Set(held.map((row) => row.id));
    const now = new Date().toISOString();
    const changes = on
      ? [...wanted]
          .map((id) => anywhere(id, now))
          .filter((row) => !known.has(row.id))
          .map((after): Change => ({ table: 'mutes', before: null, after }))
      : held.map((before): Change => ({ table: 'mutes', before, after: null }));
    if (changes.length === 0) return 0;
    await db.mutes.bulkPut(changes.flatMap((c) => (c.table === 'mutes' && c.after ? [c.after] : [])));
    await db.mutes.bulkDelete(
      changes.flatMap((c) => (c.table === 'mutes' && !c.after && c.before ? [c.before.id] : [])),
    );
    const count = on ? changes.length : new Set(held.map((row) => row.target)).size;
    await record(db, { key: on ? 'stepStatementsMuted' : 'stepStatementsUnmuted', args: [String(count)] }, changes);
    return count;
  });
}

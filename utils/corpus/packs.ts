/** Packs: taken in, replaced, switched, removed. Each is the change of one row, so that it happens at once or not at all. */
import type { Pack } from '../types';
import { yielding } from './conflicts';
import type { CorpusDb } from './db';
import { CorpusError, corpusFault } from './faults';
import { type Label, record, tablesOfSteps } from './history';
import { MINE, type PackKind, type PackRow } from './rows';
import { loadOf, markGeneration, type Work, written } from './stage';
import { tellOnCommit } from './watch';

export interface Installation {
  kind: PackKind;
  sha256: string;
  /** The step's name in the history; null: not a step (the bundled pack at install). */
  label: Label | null;
  /** Records whose version by the reader gives way in the same step. */
  yields?: readonly string[];
}

/** SHA-256 of bytes, hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A pack's row without the version before it: versions are kept one deep. */
const alone = ({ previous: _previous, ...row }: PackRow): Omit<PackRow, 'previous'> => row;

async function commit(db: CorpusDb, gen: number, pack: Pack, how: Installation): Promise<void> {
  const { format: _f, formatVersion: _v, topic, propositions, people, statements, ...about } = pack;
  await db.transaction('rw', [...tablesOfSteps(db), db.lore], async () => {
    const before = (await db.packs.get(pack.id)) ?? null;
    const after: PackRow = {
      ...about,
      kind: before?.kind === 'bundled' ? 'bundled' : how.kind,
      enabled: before?.enabled ?? true,
      layers: [{ gen, count: statements.length }],
      sha256: how.sha256,
      updated: new Date().toISOString(),
      ...(before && how.kind === 'subscribed' ? { previous: alone(before) } : {}),
    };
    await db.lore.put({ gen, topic: topic ?? null, propositions, people });
    await db.packs.put(after);
    await markGeneration(db, gen, 'whole');
    const yields = how.yields ?? [];
    const gave = yields.length > 0 ? await yielding(db, yields) : [];
    if (how.label) await record(db, how.label, [{ table: 'packs', before, after }, ...gave], [...yields]);
    else tellOnCommit(db, gave);
  });
}

/**
 * Takes a pack in, beside an older version if there is one, which then stays for undo. A small pack is one transaction;
 * a large one is staged in chunks and named last. Throws when cancelled or when the store fails; nothing is then left.
 */
export async function installPack(db: CorpusDb, pack: Pack, how: Installation, work: Work = {}): Promise<void> {
  if (pack.id === MINE) throw new CorpusError(corpusFault('ReservedPack', MINE));
  await written(db, pack.id, loadOf(pack.statements), work, (gen) => commit(db, gen, pack, how));
}

/** Changes a pack's row as one step; `change` returning null removes the pack. Unknown ids do nothing. */
async function changePack(
  db: CorpusDb,
  id: string,
  label: Label,
  change: (row: PackRow) => PackRow | null,
): Promise<boolean> {
  return db.transaction('rw', tablesOfSteps(db), async () => {
    const before = await db.packs.get(id);
    if (!before) return false;
    const after = change(structuredClone(before));
    if (after) await db.packs.put(after);
    else await db.packs.delete(id);
    await record(db, label, [{ table: 'packs', before, after }]);
    return true;
  });
}

/** Switches a pack on or off. */
export const enablePack = (db: CorpusDb, id: string, enabled: boolean, label: Label): Promise<boolean> =>
  changePack(db, id, label, (row) => ({ ...row, enabled }));

/** Removes a pack at once, whatever its size; undo brings it back. */
export const removePack = (db: CorpusDb, id: string, label: Label): Promise<boolean> =>
  changePack(db, id, label, () => null);

/** Goes back to the version before, as one step; the version left then is the one before. False when there is none. */
export async function rollBack(db: CorpusDb, id: string, label: Label): Promise<boolean> {
  if (!(await db.packs.get(id))?.previous) return false;
  return changePack(db, id, label, (row) =>
    row.previous
      ? { ...row.previous, enabled: row.enabled, updated: new Date().toISOString(), previous: alone(row) }
      : row,
  );
}

/** Lets a pack stand alone: no longer subscribed, the version before let go. No step: its content stays as it is. */
export async function detachPack(db: CorpusDb, id: string): Promise<void> {
  await db.transaction('rw', db.packs, async () => {
    const row = await db.packs.get(id);
    if (row?.kind === 'subscribed') await db.packs.put({ ...alone(row), kind: 'file' });
    tellOnCommit(db, []);
  });
}

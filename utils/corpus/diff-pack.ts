/** What a new version of a pack would change, and where it meets the reader's own changes. */
import type { PackRecords } from '../corpus-service';
import type { Statement } from '../types';
import { conflictIds, conflictsOf } from './conflicts';
import type { CorpusDb } from './db';
import { toStatement } from './keys';
import { fingerprint } from './same';

export interface PackDiff {
  added: string[];
  changed: string[];
  removed: string[];
  /** Records that the pack changes or removes and the reader has changed too: the reader's stay in force. */
  conflicts: string[];
}

/** What a new version of a pack would change; ids throughout. */
export async function diffPack(
  db: CorpusDb,
  pack: { id: string; statements: readonly Statement[] },
): Promise<PackDiff> {
  const gen = (await db.packs.get(pack.id))?.layers[0]?.gen;
  const old = new Map<string, string>();
  if (gen !== undefined)
    await db.statements
      .where(':id')
      .between([gen], [gen, []])
      .each((row) => void old.set(row.id, fingerprint(toStatement(row))));
  const diff: PackDiff = { added: [], changed: [], removed: [], conflicts: [] };
  const now = new Set<string>();
  for (const statement of pack.statements) {
    now.add(statement.id);
    const before = old.get(statement.id);
    if (before === undefined) diff.added.push(statement.id);
    else if (before !== fingerprint(statement)) diff.changed.push(statement.id);
  }
  diff.removed = [...old.keys()].filter((id) => !now.has(id));
  diff.conflicts = await conflictIds(db, pack);
  return diff;
}

/** The records of a diff with their versions, at most `most` of each kind. */
export async function recordsOf(
  db: CorpusDb,
  pack: { id: string; statements: readonly Statement[] },
  diff: PackDiff,
  most: number,
): Promise<PackRecords> {
  const [added, changed, removed, conflicts] = [diff.added, diff.changed, diff.removed, diff.conflicts].map((ids) =>
    ids.slice(0, most),
  ) as [string[], string[], string[], string[]];
  const wanted = new Set([...added, ...changed, ...conflicts]);
  const after = new Map(pack.statements.filter(({ id }) => wanted.has(id)).map((s) => [s.id, s]));
  const gen = (await db.packs.get(pack.id))?.layers[0]?.gen ?? -1;
  const before = new Map<string, Statement>();
  for (const row of await db.statements.bulkGet([...changed, ...removed].map((id): [number, string] => [gen, id])))
    if (row) before.set(row.id, toStatement(row));
  return {
    added: added.flatMap((id) => after.get(id) ?? []),
    changed: changed.flatMap((id) => {
      const [one, other] = [before.get(id), after.get(id)];
      return one && other ? [{ before: one, after: other }] : [];
    }),
    removed: removed.flatMap((id) => before.get(id) ?? []),
    conflicts: await conflictsOf(db, conflicts, (id) => after.get(id)),
  };
}

/** What an update would change, with the records themselves. */
import { conflictsOf } from '../corpus/conflicts';
import type { CorpusDb } from '../corpus/db';
import { diffPack } from '../corpus/diff-pack';
import { toStatement } from '../corpus/keys';
import type { Pack, Statement } from '../types';
import type { PackChanges, PackIndex } from './types';
import { compareVersions } from './versions';

/** Records of each kind that are shown. */
export const SHOWN = 200;

/** Compares a new version with the installed one. `from` is that version's name. */
export async function changesOf(db: CorpusDb, pack: Pack, index: PackIndex, from: string): Promise<PackChanges> {
  const diff = await diffPack(db, pack);
  const conflicts = diff.conflicts.slice(0, SHOWN);
  const wanted = new Set([...diff.added.slice(0, SHOWN), ...diff.changed.slice(0, SHOWN), ...conflicts]);
  const after = new Map(pack.statements.filter(({ id }) => wanted.has(id)).map((s) => [s.id, s]));
  const gen = (await db.packs.get(pack.id))?.layers[0]?.gen ?? -1;
  const old = [...diff.changed.slice(0, SHOWN), ...diff.removed.slice(0, SHOWN)];
  const before = new Map<string, Statement>();
  for (const row of await db.statements.bulkGet(old.map((id): [number, string] => [gen, id])))
    if (row) before.set(row.id, toStatement(row));
  return {
    id: pack.id,
    title: pack.title,
    from,
    to: pack.version,
    sha256: index.sha256,
    notes: index.changes.filter(({ version }) => compareVersions(version, from) > 0),
    counts: {
      added: diff.added.length,
      changed: diff.changed.length,
      removed: diff.removed.length,
      conflicts: diff.conflicts.length,
    },
    added: diff.added.slice(0, SHOWN).flatMap((id) => after.get(id) ?? []),
    changed: diff.changed.slice(0, SHOWN).flatMap((id) => {
      const [one, other] = [before.get(id), after.get(id)];
      return one && other ? [{ before: one, after: other }] : [];
    }),
    removed: diff.removed.slice(0, SHOWN).flatMap((id) => before.get(id) ?? []),
    conflicts: await conflictsOf(db, conflicts, (id) => after.get(id)),
  };
}

/** What an update would change, with the records themselves. */
import type { CorpusDb } from '../corpus/db';
import { diffPack, recordsOf } from '../corpus/diff-pack';
import type { Pack } from '../types';
import type { PackChanges, PackIndex } from './types';
import { compareVersions } from './versions';

/** Records of each kind that are shown. */
export const SHOWN = 200;

/** Compares a new version with the installed one. `from` is that version's name. */
export async function changesOf(db: CorpusDb, pack: Pack, index: PackIndex, from: string): Promise<PackChanges> {
  const diff = await diffPack(db, pack);
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
    ...(await recordsOf(db, pack, diff, SHOWN)),
  };
}

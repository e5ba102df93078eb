/** What a new version of a pack would change, and where it meets the reader's own changes. */
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { toStatement } from './keys';
import { activeLayers } from './layers';
import { MINE } from './rows';
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
  const packs = await db.packs.toArray();
  const gen = packs.find((row) => row.id === pack.id)?.layers[0]?.gen;
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
  const own = activeLayers(packs).filter((layer) => layer.pack === MINE);
  const touched = new Set<string>();
  for (const [, id] of await db.statements
    .where('over')
    .anyOf(own.map((layer) => layer.gen))
    .primaryKeys())
    touched.add(id);
  diff.conflicts = [...diff.changed, ...diff.removed].filter((id) => touched.has(id));
  return diff;
}

/** Conflicts of updates that came by themselves: kept until the reader has seen them and said whose version counts. */
import { conflictsOf, giveWay, ownVersions, yieldedBy } from '../corpus/conflicts';
import type { CorpusDb } from '../corpus/db';
import type { Label } from '../corpus/history';
import { toStatement } from '../corpus/keys';
import type { PackRow } from '../corpus/rows';
import type { Choice } from '../corpus-service';
import type { Statement } from '../types';
import { SHOWN } from './changes';
import type { Subscription, UnseenConflicts } from './types';

/** Ids in conflict that still are: of the version that is here, and with a version of the reader's. */
export async function unseenIds(db: CorpusDb, { unseen }: Subscription, row: PackRow | undefined): Promise<string[]> {
  if (!unseen || unseen.ids.length === 0 || unseen.version !== row?.version) return [];
  const mine = await ownVersions(db, unseen.ids);
  return unseen.ids.filter((id) => mine.has(id));
}

/** The conflicts with both versions. */
export async function unseenConflicts(db: CorpusDb, own: Subscription, row: PackRow): Promise<UnseenConflicts> {
  const ids = await unseenIds(db, own, row);
  const shown = ids.slice(0, SHOWN);
  const gen = row.layers[0]?.gen ?? -1;
  const theirs = new Map<string, Statement>();
  for (const found of await db.statements.bulkGet(shown.map((id): [number, string] => [gen, id])))
    if (found) theirs.set(found.id, toStatement(found));
  const { id, title, version } = row;
  return { id, title, version, count: ids.length, conflicts: await conflictsOf(db, shown, (one) => theirs.get(one)) };
}

/** Lets the reader's versions give way where they chose so, as one step. Returns how many did. */
export async function settleUnseen(
  db: CorpusDb,
  own: Subscription,
  row: PackRow | undefined,
  choice: Choice,
  label: (count: number) => Label,
): Promise<number> {
  return giveWay(db, yieldedBy(choice, await unseenIds(db, own, row)), label);
}

/** A database that the browser emptied: noticed, told, and all of it brought back from the second copy. */
import type { LostCorpus } from '../../corpus-service';
import type { Pack, Statement } from '../../types';
import { restore } from '../backup';
import { rowsOf } from '../batches';
import type { CorpusDb } from '../db';
import { deleteStatements, putStatements } from '../edit';
import { CorpusError } from '../faults';
import { toStatement } from '../keys';
import { installPack } from '../packs';
import { FORMAT_VERSION } from '../read-pack';
import { type MetaRow, MINE, type MuteRow, type PackRow, type StatementRow } from '../rows';
import { CHUNK, type Work } from '../stage';
import { tellAll } from '../watch';
import type { CopyFolder } from './folder';
import { headOf } from './head';
import { LOST, lostOf } from './loss';
import { readCopy } from './read';

/**
 * Was the database emptied behind our back? It is new, yet there is a copy of what it held. Notes it, so that the copy
 * stays as it is. Call it before anything is written into the database.
 */
export async function noteLoss(db: CorpusDb, folder: CopyFolder): Promise<void> {
  if ((await db.packs.count()) > 0 || (await db.generations.count()) > 0) return;
  const head = await headOf(folder);
  if (!head?.own) return;
  const { made, statements } = head;
  await db.meta.put({ key: LOST, value: { made, statements } satisfies LostCorpus });
}

/** The statements of the reader that count, and the ids of those deleted. */
async function ownRows(db: CorpusDb, mine: PackRow | undefined): Promise<StatementRow[]> {
  const found = new Map<string, StatementRow>();
  for (const { gen } of (mine?.layers ?? []).toReversed())
    for await (const rows of rowsOf(db, gen, CHUNK))
      for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
  return [...found.values()];
}

/** A pack as its file was. */
async function packOf(db: CorpusDb, row: PackRow): Promise<Pack> {
  const gen = row.layers[0]?.gen ?? -1;
  const statements: Statement[] = [];
  for await (const rows of rowsOf(db, gen, CHUNK)) statements.push(...rows.map(toStatement));
  const { propositions = [], people = [], topic } = (await db.lore.get(gen)) ?? {};
  const { id, title, version, date, language, license, publisher, homepage, languages } = row;
  return {
    ...{ format: 'said-before-pack', formatVersion: FORMAT_VERSION, id, title, version, date },
    ...(languages ? { languages } : {}),
    ...{ language, license, publisher, homepage, propositions, people, statements, ...(topic ? { topic } : {}) },
  };
}

/** What was added since the loss. */
interface Since {
  rows: StatementRow[];
  mutes: MuteRow[];
  subscriptions: MetaRow[];
  packs: { row: PackRow; pack: Pack }[];
}

async function sinceOf(db: CorpusDb): Promise<Since> {
  const all = await db.packs.toArray();
  const packs: Since['packs'] = [];
  for (const row of all)
    if (row.kind === 'file' || row.kind === 'subscribed') packs.push({ row, pack: await packOf(db, row) });
  return {
    rows: await ownRows(
      db,
      all.find(({ id }) => id === MINE),
    ),
    mutes: await db.mutes.toArray(),
    subscriptions: await db.meta.where('key').startsWith('subscription:').toArray(),
    packs,
  };
}

/** Puts it on top of what was brought back, in the caller's transaction. */
async function putBack(db: CorpusDb, { rows, mutes, subscriptions }: Since): Promise<void> {
  const statements = rows.filter(({ gone }) => !gone).map(toStatement);
  const gone = rows.filter((row) => row.gone).map(({ id }) => id);
  const label = (key: string, count: number) => ({ key, args: [String(count)] });
  if (statements.length > 0) await putStatements(db, statements, label('stepStatementsChanged', statements.length));
  if (gone.length > 0) await deleteStatements(db, gone, label('stepStatementsDeleted', gone.length));
  await db.mutes.bulkPut(mutes);
  await db.meta.bulkPut(subscriptions);
}

/**
 * Brings everything of the copy back, history included, and puts what was added since on top. All or nothing; done twice
 * it does nothing more. Returns the number of the reader's statements in the copy.
 */
export async function bringBack(db: CorpusDb, folder: CopyFolder, work: Work = {}): Promise<number> {
  if (!(await lostOf(db))) return 0;
  const [copied, since] = [await readCopy(folder), await sinceOf(db)];
  const done = await restore(db, copied, work, () => putBack(db, since));
  if (!done.ok) throw new CorpusError(done.fault);
  for (const { row, pack } of since.packs)
    if ((await db.packs.get(row.id))?.sha256 !== row.sha256)
      await installPack(db, pack, {
        ...{ kind: row.kind, sha256: row.sha256, label: { key: 'stepPackAdded', args: [row.title] } },
      });
  const mine = copied.rows.get('packs')?.find((row) => (row as PackRow).id === MINE) as PackRow | undefined;
  return mine?.layers.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

/** The reader goes on without it. */
export async function letGo(db: CorpusDb): Promise<void> {
  await db.meta.delete(LOST);
  tellAll(db.name);
}

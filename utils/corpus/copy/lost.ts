/** A database that the browser emptied: noticed, told, and what was the reader's own brought back from the second copy. */
import type { LostCorpus } from '../../corpus-service';
import type { Statement } from '../../types';
import { isRowOf } from '../backup-rows';
import { changeMany } from '../bulk';
import { textOfBlob } from '../bytes';
import { checkStatement } from '../check-statement';
import type { CorpusDb } from '../db';
import { CorpusError, corpusFault } from '../faults';
import { planImport, runImport } from '../import';
import { linesOf } from '../records';
import type { MetaRow, MuteRow } from '../rows';
import type { Work } from '../stage';
import { tellAll } from '../watch';
import type { CopyFile } from './file';
import { headOf } from './keep';
import { LOST } from './loss';

/**
 * Was the database emptied behind our back? It is new, yet there is a copy of what it held. Notes it, so that the copy
 * stays as it is. Call it before anything is written into the database.
 */
export async function noteLoss(db: CorpusDb, file: CopyFile): Promise<void> {
  if ((await db.packs.count()) > 0 || (await db.generations.count()) > 0) return;
  const head = await headOf(file);
  if (!head || head.statements + head.deleted + head.mutes + head.subscriptions === 0) return;
  const { made, statements } = head;
  await db.meta.put({ key: LOST, value: { made, statements } satisfies LostCorpus });
}

interface Copied {
  statements: Statement[];
  gone: string[];
  mutes: MuteRow[];
  subscriptions: MetaRow[];
}

/** The copy's content, line by line; a damaged line costs only itself. */
export async function readCopy(file: CopyFile): Promise<Copied> {
  const blob = await file.read();
  if (!blob) throw new CorpusError(corpusFault('NoCopy'));
  const found: Copied = { statements: [], gone: [], mutes: [], subscriptions: [] };
  for await (const lines of linesOf(textOfBlob(blob, { limit: 2 ** 31 })))
    for (const { row, line } of lines) {
      let [kind, value]: unknown[] = [];
      try {
        [kind, value] = JSON.parse(line) as unknown[];
      } catch {
        continue;
      }
      if (kind === 'statement') {
        const statement = checkStatement(value, row, {}, []);
        if (statement) found.statements.push(statement);
      } else if (kind === 'gone' && typeof value === 'string') found.gone.push(value);
      else if (kind === 'mute' && isRowOf('mutes', value)) found.mutes.push(value as unknown as MuteRow);
      else if (kind === 'subscription' && isRowOf('meta', value)) found.subscriptions.push(value as unknown as MetaRow);
    }
  return found;
}

/** Brings everything of the copy back beside what is there now. Done twice it does nothing more. Returns the number of statements. */
export async function bringBack(db: CorpusDb, file: CopyFile, name: string, work: Work = {}): Promise<number> {
  const { statements, gone, mutes, subscriptions } = await readCopy(file);
  const plan = await planImport(db, statements, work.signal ? { signal: work.signal } : {});
  // Copies under two ids were the reader's will; an import of a file would skip them.
  const copies = plan.skipped.flatMap(({ why, statement }) => (why === 'copy' ? statement : []));
  await runImport(db, { ...plan, added: [...plan.added, ...copies] }, name, work);
  await changeMany(db, gone, { do: 'delete' });
  await db.transaction('rw', db.mutes, db.meta, async () => {
    await db.mutes.bulkPut(mutes);
    await db.meta.bulkPut(subscriptions);
    await db.meta.delete(LOST);
  });
  tellAll(db.name);
  return statements.length;
}

/** The reader goes on without it. */
export async function letGo(db: CorpusDb): Promise<void> {
  await db.meta.delete(LOST);
  tellAll(db.name);
}

/** Files for the reader: statements in any format, and the whole corpus as a backup. */
import type { BackupSummary, ExportedBlob, ExportFormat, Long, Selection } from '../../corpus-service';
import { number, t } from '../../i18n';
import { backup, checkBackup, readBackup, restore, statementsOf } from '../backup';
import type { Reading } from '../bytes';
import type { CorpusDb } from '../db';
import { type PackHead, writerOf } from '../export';
import { CorpusError, corpusFault } from '../faults';
import { toStatement } from '../keys';
import { activeLayers, topRows } from '../layers';
import { readLore } from '../lore';
import { asOnePack } from '../merge-lore';
import { breather } from '../pause';
import { FORMAT_VERSION } from '../read-pack';
import { meter } from './meter';

/** Statements read at once. */
const BATCH = 2000;

/** Today's date as file names have it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** How the ids of packs begin that are made by exporting something else than one pack. */
export const EXPORT = 'export-';

/** To the second, as ids have it: two exports of one day are two packs, of which none takes the other's place. */
const moment = (): string => new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');

/** What a pack file of so many statements says of itself: as the pack did, if it is one pack that is exported. */
async function headOf(db: CorpusDb, selection: Selection, count: number): Promise<PackHead> {
  const [id, ...more] = ('query' in selection ? selection.query.pack : undefined) ?? [];
  const row = id !== undefined && more.length === 0 ? await db.packs.get(id) : undefined;
  const { propositions, people, topic } = asOnePack(await readLore(db));
  const own = row && row.kind !== 'mine' ? await db.lore.get(row.layers[0]?.gen ?? -1) : undefined;
  const pick = row && own ? row : null;
  return {
    format: 'said-before-pack',
    formatVersion: FORMAT_VERSION,
    id: pick?.id ?? EXPORT + moment(),
    title: pick?.title ?? `${t('name')} ${today()} (${number(count)})`,
    version: pick?.version ?? '1',
    date: pick?.date ?? today(),
    language: pick?.language ?? 'en',
    license: pick?.license ?? '',
    publisher: pick?.publisher ?? '',
    homepage: pick?.homepage ?? '',
    ...(pick?.languages ? { languages: pick.languages } : {}),
    ...((own ? own.topic : topic) ? { topic: (own ? own.topic : topic) ?? undefined } : {}),
    propositions: own?.propositions ?? propositions,
    people: own?.people ?? people,
  } as PackHead;
}

/** Gzips pieces of text. */
const gzipped = (blob: Blob): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** Statements by id as a file; ids that are there no more are passed over. */
export async function exportFile(
  db: CorpusDb,
  format: ExportFormat,
  selection: Selection,
  ids: readonly string[],
  long: Long = {},
): Promise<ExportedBlob> {
  const head = await headOf(db, selection, ids.length);
  const writer = writerOf(format === 'pack.gz' ? 'pack' : format, head);
  const tell = meter(long);
  const breathe = breather(long.signal);
  const layers = activeLayers(await db.packs.toArray());
  const parts: BlobPart[] = [writer.begin];
  let count = 0;
  for (let i = 0; i < ids.length; i += BATCH) {
    const rows = await topRows(db, ids.slice(i, i + BATCH), layers);
    // A Blob keeps what is written out of this worker's memory.
    parts.push(new Blob([writer.piece(rows.map(({ row }) => toStatement(row)))]));
    count += rows.length;
    tell('writing', Math.min(i + BATCH, ids.length), ids.length);
    await breathe();
  }
  const plain = new Blob([...parts, writer.end], { type: writer.type });
  const pack = head.id.startsWith(EXPORT) ? `said-before-${today()}` : `${head.id}-${head.version}`;
  const name = `${pack}.${writer.ending}`;
  if (format !== 'pack.gz') return { name, blob: plain, count };
  return { name: `${name}.gz`, blob: await gzipped(plain), count };
}

/** The whole corpus as a gzipped file. */
export async function backupFile(db: CorpusDb, settings: unknown, long: Long = {}): Promise<ExportedBlob> {
  const parts: BlobPart[] = [];
  const breathe = breather(long.signal);
  const tell = meter(long);
  const all = (await db.packs.toArray()).reduce((sum, { layers }) => sum + layers.reduce((n, l) => n + l.count, 0), 0);
  let count = 0;
  for await (const { text, statements } of backup(db, settings)) {
    parts.push(new Blob([text]));
    count += statements;
    tell('writing', Math.min(count, all), all);
    await breathe();
  }
  return { name: `said-before-backup-${today()}.jsonl.gz`, blob: await gzipped(new Blob(parts)), count };
}

const reading = (file: Blob, { signal, ...long }: Long): Reading => {
  const tell = meter(long);
  return { signal, onBytes: (done) => tell('reading', done, file.size) };
};

/** What a backup file holds. */
export async function lookAtBackup(file: Blob, long: Long = {}): Promise<BackupSummary> {
  const found = await checkBackup(file, reading(file, long));
  if (!found.ok) throw new CorpusError(found.fault);
  return found.value;
}

/** Replaces everything by a backup file, plain or gzipped; all or nothing. */
export async function restoreFile(
  db: CorpusDb,
  file: Blob,
  long: Long = {},
): Promise<{ settings: unknown; statements: number }> {
  const tell = meter(long);
  const { signal } = long;
  const read = await readBackup(file, reading(file, long));
  if (!read.ok) throw new CorpusError(read.fault);
  const done = await restore(db, read.value, {
    signal,
    onProgress: (written, all) => tell('writing', written, all),
  });
  if (!done.ok) throw new CorpusError(signal?.aborted ? corpusFault('Cancelled') : done.fault);
  const packs = read.value.rows.get('packs') ?? [];
  return { settings: read.value.settings, statements: packs.reduce<number>((sum, one) => sum + statementsOf(one), 0) };
}

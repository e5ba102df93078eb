/** Each version of the database opens what the version before left behind. */
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { readBackup, restore } from '../../../utils/corpus/backup';
import { type CorpusDb, openCorpus } from '../../../utils/corpus/db';
import { redo, undo } from '../../../utils/corpus/history';
import { statementById } from '../../../utils/corpus/lookup';
import { v1 } from '../../../utils/corpus/migrations/v1';
import { v2 } from '../../../utils/corpus/migrations/v2';
import { pastOf, steps } from '../../../utils/corpus/service/past';
import { sweep } from '../../../utils/corpus/sweep';
import { freshDb, ids } from './support';

const fixture = (name: string): string => readFileSync(`tests/fixtures/corpus/${name}`, 'utf8');

/** A database as a version left it, opened by the program of today. */
async function migrated(declare: (db: Dexie) => void, rows: Record<string, object[]>): Promise<CorpusDb> {
  const name = `old-${Math.random()}`;
  const old = new Dexie(name);
  declare(old);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
  const opened = await openCorpus(name);
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

/** What the fixtures say: an edit, an import, a mute, a pack's update, a deletion taken back. */
async function tellsTheStory(db: CorpusDb): Promise<void> {
  expect(await ids(db)).toEqual(['a', 'b', 'c', 'd']);
  expect((await steps(db, 10)).map(({ label, undone, by, count }) => [label, undone, by, count])).toEqual([
    ['stepStatementsDeleted', true, 'mine', 1],
    ['stepPackUpdated', false, 'sample', 2],
    ['stepMuteAdded', false, 'mine', 1],
    ['stepImported', false, 'mine', 2],
    ['stepStatementChanged', false, 'mine', 1],
  ]);
  expect((await pastOf(db, 'b')).map((step) => step.after?.gist)).toEqual([undefined, 'imported']);
  expect(await sweep(db)).toBe(0);
  await redo(db);
  expect(await ids(db)).toEqual(['a', 'b', 'd']);
  for (let i = 0; i < 5; i += 1) await undo(db);
  expect(await undo(db)).toBeNull();
  expect(await ids(db)).toEqual(['a', 'b']);
  expect((await statementById(db, 'a'))?.gist).toBe('');
  expect(await db.mutes.count()).toBe(0);
}

describe('version 1', () => {
  it('is brought up to date with its statements, mutes and history', async () => {
    const db = await migrated(v1, JSON.parse(fixture('v1.json')) as Record<string, object[]>);
    expect((await db.history.toArray()).every((step) => !('changes' in step))).toBe(true);
    await tellsTheStory(db);
  });

  it('its backups are still read', async () => {
    const db = await freshDb();
    const read = await readBackup(new Blob([fixture('backup-1.jsonl')]));
    if (!read.ok) throw new Error(read.fault.message);
    expect(read.value.settings).toEqual({ theme: 'dark' });
    expect(await restore(db, read.value)).toEqual({ ok: true, value: null });
    await tellsTheStory(db);
  });
});

it('version 2 is brought up to date: shelves are empty and the rest is as it was', async () => {
  const two = (db: Dexie): void => {
    v1(db);
    v2(db);
  };
  const db = await migrated(two, JSON.parse(fixture('v2.json')) as Record<string, object[]>);
  expect(await db.shelves.count()).toBe(0);
  await tellsTheStory(db);
});

it('a database of a newer version is told, not touched', async () => {
  const name = `newer-${Math.random()}`;
  const newer = new Dexie(name);
  newer.version(99).stores({ statements: 'id' });
  await newer.open();
  newer.close();
  expect(await openCorpus(name)).toMatchObject({ ok: false, fault: { code: 'corpus-newer' } });
});

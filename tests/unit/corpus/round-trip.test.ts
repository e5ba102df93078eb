import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backup, readBackup, restore } from '../../../utils/corpus/backup';
import type { CorpusDb } from '../../../utils/corpus/db';
import { putStatements } from '../../../utils/corpus/edit';
import { type ExportFormat, exportAs, unplaced } from '../../../utils/corpus/export';
import { redo, undo } from '../../../utils/corpus/history';
import { planImport, runImport } from '../../../utils/corpus/import';
import { installPack } from '../../../utils/corpus/packs';
import { fingerprint } from '../../../utils/corpus/same';
import { validateFile } from '../../../utils/corpus/validate-file';
import type { Statement } from '../../../utils/types';
import { act } from './acts';
import { statements } from './arbitrary';
import { everything, freshDb, label, pack, statement } from './support';

const { statements: _, ...about } = pack([], {
  propositions: ['p1', 'p2', 'p3'].map((id) => ({ id, group: 'g', claim: id })),
});
const prints = (all: readonly Statement[]): string[] => all.map(fingerprint).sort();
const contents = async (db: CorpusDb): Promise<string[]> => prints(unplaced(await everything(db)));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function backupBlob(db: CorpusDb, settings: unknown): Promise<Blob> {
  const parts: string[] = [];
  for await (const { text } of backup(db, settings)) parts.push(text);
  return new Blob(parts);
}

describe('export, then import', () => {
  for (const format of ['jsonl', 'csv', 'pack', 'claimreview'] as ExportFormat[])
    it(`${format}: the file gives the same statements`, async () => {
      await fc.assert(
        fc.asyncProperty(statements, async (all) => {
          fc.pre(all.length > 0 || format === 'pack');
          const file = exportAs(format, all, about);
          const read = await validateFile(`x.${file.ending}`, bytes(file.text));
          expect(read.faults).toEqual([]);
          expect(prints(read.statements)).toEqual(prints(all));
        }),
        { numRuns: 100 },
      );
    }, 90_000);

  it('export, wipe, import is the same corpus', async () => {
    await fc.assert(
      fc.asyncProperty(statements, statements, async (packed, own) => {
        const db = await freshDb();
        await installPack(db, pack(packed), { kind: 'file', sha256: 'a', label });
        await runImport(db, await planImport(db, own), 'x');
        const before = await contents(db);
        const file = exportAs('jsonl', unplaced(await everything(db)), about);
        const empty = await freshDb();
        const read = await validateFile('x.jsonl', bytes(file.text));
        // Copies under two ids are legitimate in a corpus, but an import would skip them.
        const { added, skipped } = await planImport(empty, read.statements);
        await runImport(
          empty,
          { added: [...added, ...skipped.map((s) => s.statement)], changed: [], skipped: [] },
          'x',
        );
        expect(await contents(empty)).toEqual(before);
        db.close();
        empty.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('whatever is done', () => {
  it('undo of all leads back to the start, redo of all to the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const db = await freshDb();
        await installPack(db, pack(['a', 'b'].map((id) => statement(id))), {
          kind: 'bundled',
          sha256: '',
          label: null,
        });
        const start = await contents(db);
        for (const one of acts) await one(db);
        const end = [await contents(db), await db.mutes.toArray()];
        let steps = 0;
        while (await undo(db)) steps += 1;
        expect(await contents(db)).toEqual(start);
        expect(await db.mutes.count()).toBe(0);
        for (; steps > 0; steps -= 1) await redo(db);
        expect([await contents(db), await db.mutes.toArray()]).toEqual(end);
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('no record is listed twice, and the source agrees with the list', async () => {
    const { evidenceSource } = await import('../../../utils/corpus/source');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const db = await freshDb();
        for (const one of acts) await one(db);
        const all = await everything(db);
        expect(new Set(all.map((s) => s.id)).size).toBe(all.length);
        const found = await (await evidenceSource(db)).earlier('p1', null, null);
        expect(prints(found)).toEqual(prints(all));
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('a backup restores the very same state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 10 }), fc.jsonValue(), async (acts, settings) => {
        const db = await freshDb();
        await installPack(db, pack(['a', 'b'].map((id) => statement(id))), {
          kind: 'bundled',
          sha256: '',
          label: null,
        });
        for (const one of acts) await one(db);
        const dump = async (from: CorpusDb): Promise<unknown> =>
          Object.fromEntries(await Promise.all(from.tables.map(async (t) => [t.name, await t.toArray()])));
        const read = await readBackup(await backupBlob(db, settings));
        if (!read.ok) throw new Error(read.fault.message);
        expect(read.value.settings).toEqual(JSON.parse(JSON.stringify(settings)));
        const other = await freshDb();
        await putStatements(other, [statement('goes')], label);
        expect(await restore(other, read.value)).toEqual({ ok: true, value: null });
        expect(await dump(other)).toEqual(await dump(db));
        while (await undo(db)) await undo(other);
        expect(await contents(other)).toEqual(await contents(db));
        db.close();
        other.close();
      }),
      { numRuns: 30 },
    );
  });

  it('a cut-off or foreign backup changes nothing', async () => {
    const db = await freshDb();
    await putStatements(db, [statement('a')], label);
    const text = await (await backupBlob(db, null)).text();
    for (const bad of [text.slice(0, -20), '', '{}', '[]', 'x', text.replace('said-before-backup', 'other')])
      expect(await readBackup(new Blob([bad]))).toMatchObject({ ok: false, fault: { code: 'corpus-notbackup' } });
    expect(await readBackup(new Blob([text.replace('"formatVersion":2', '"formatVersion":3')]))).toMatchObject({
      fault: { code: 'corpus-newerbackup' },
    });
  });
});

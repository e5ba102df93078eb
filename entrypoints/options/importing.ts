/** The way of a file into the corpus: read, checked, planned, shown, carried out. */
import { signal } from '@preact/signals';
import type { ImportFault, ImportState } from '../../components/options/ImportDialog';
import type { CorpusDb } from '../../utils/corpus/db';
import { CorpusError, storageFault } from '../../utils/corpus/faults';
import { type ImportPlan, planImport, runImport } from '../../utils/corpus/import';
import { readLore } from '../../utils/corpus/lore';
import { installPack, sha256 } from '../../utils/corpus/packs';
import { validateFile } from '../../utils/corpus/validate-file';
import { readStatement } from '../../utils/reading/read-article';
import { compileTopic } from '../../utils/reading/topic';
import type { Pack, Reading, Statement } from '../../utils/types';

export const importing = signal<ImportState | null>(null);

let plan: ImportPlan | null = null;
let pack: { pack: Pack; hash: string } | null = null;
let faults: readonly ImportFault[] = [];
let stop = new AbortController();

const refuse = (name: string, message: string, todo = ''): void => {
  importing.value = { step: 'refused', name, message, todo };
};

/** Reads a file and shows what importing it would do. */
export async function planFile(db: CorpusDb, file: File): Promise<void> {
  const { name } = file;
  importing.value = { step: 'reading', name };
  plan = null;
  pack = null;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const lore = await readLore(db);
    const found = await validateFile(name, bytes, { propositions: new Set(lore.propositions.map((p) => p.id)) });
    if (found.fault) return refuse(name, found.fault.message, found.fault.todo);
    faults = found.faults;
    if (found.pack) {
      if (faults.length > 0) return refuse(name, faults[0]!.message, faults[0]!.todo);
      pack = { pack: found.pack, hash: await sha256(bytes) };
      importing.value = { step: 'plan', name, added: found.pack.statements.length, changed: 0, skipped: 0, faults };
      return;
    }
    plan = await planImport(db, found.statements, { csv: found.kind === 'csv' });
    importing.value = {
      step: 'plan',
      name,
      added: plan.added.length,
      changed: plan.changed.length,
      skipped: plan.skipped.length,
      faults,
    };
  } catch (error) {
    const fault = error instanceof CorpusError ? error.fault : storageFault(error);
    refuse(name, fault.message, fault.todo);
  }
}

/** Carries out what was shown. All or nothing; one step of the history. */
export async function runPlan(db: CorpusDb, onDone: () => void): Promise<void> {
  const name = importing.value?.name ?? '';
  stop = new AbortController();
  const onProgress = (done: number, total: number): void => {
    importing.value = { step: 'running', name, done, total };
  };
  try {
    if (pack) {
      const count = pack.pack.statements.length;
      onProgress(0, count);
      await installPack(
        db,
        pack.pack,
        { kind: 'file', sha256: pack.hash, label: { key: 'stepImported', args: [name, String(count)] } },
        { onProgress, signal: stop.signal },
      );
      importing.value = { step: 'done', name, count };
    } else if (plan) {
      const topic = compileTopic(await readLore(db));
      const propose = (s: Statement): Reading[] =>
        readStatement(s.quote || s.gist, s.speaker, topic, s.date).map(({ because: _, ...reading }) => reading);
      onProgress(0, plan.added.length + plan.changed.length);
      const count = await runImport(db, plan, name, { onProgress, signal: stop.signal, propose });
      importing.value = { step: 'done', name, count };
    }
    onDone();
  } catch (error) {
    const fault = error instanceof CorpusError ? error.fault : storageFault(error);
    if (fault.code === 'corpus-cancelled') importing.value = null;
    else refuse(name, fault.message, fault.todo);
  }
}

/** Stops a running import, which leaves nothing behind, or closes the dialog. */
export function cancelImport(): void {
  stop.abort();
  importing.value = null;
}

/** The faulty rows as CSV: row, field, what is wrong, what to do. */
export const faultsText = (): string =>
  [
    'row,field,message,todo',
    ...faults.map((f) =>
      [f.row, f.field, f.message, f.todo]
        .map(
          (c) =>
            `"${String(c)
              .replace(/^[=+@\t-]/, "'$&")
              .replaceAll('"', '""')}"`,
        )
        .join(','),
    ),
  ].join('\n');

/** The way of a file or pasted text into the corpus: looked at, shown, carried out; all of it in the worker. */
import { signal } from '@preact/signals';
import type { ImportState } from '../../components/options/ImportDialog';
import type { Choice } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import type { Fault } from '../../utils/types';
import { saveFile } from './exporting';
import { whileImporting } from './interrupted';
import { corpus, step, tell, tellFault } from './state';

/** Null while nothing is imported. */
export const importing = signal<ImportState | null>(null);
/** Files that were brought together with this one, and come after it. */
export const waiting = signal<readonly File[]>([]);

let plan: string | null = null;
let stop = new AbortController();

const refuse = (name: string, fault: Fault): void => {
  if (fault.code === 'corpus-cancelled') importing.value = null;
  else importing.value = { step: 'refused', name, message: fault.message, todo: fault.todo ?? '' };
};

function forget(): void {
  if (plan !== null) void corpus.dropImport(plan);
  plan = null;
}

/** The dry run: shows what importing this would do. */
export async function look(source: File | { name: string; text: string }): Promise<void> {
  const { name } = source;
  forget();
  stop.abort();
  stop = new AbortController();
  const { signal: aborted } = stop;
  importing.value = { step: 'reading', name, progress: null };
  const found = await corpus.planImport(source, {
    signal: aborted,
    onProgress: (progress) => {
      if (!aborted.aborted) importing.value = { step: 'reading', name, progress };
    },
  });
  if (aborted.aborted) {
    if (found.ok) void corpus.dropImport(found.value.plan);
    return;
  }
  if (!found.ok) return refuse(name, found.fault);
  plan = found.value.plan;
  importing.value = { step: 'plan', preview: found.value };
}

/** Shows what it would be with a pack's statements among the reader's own, or in a pack. */
export async function lookAs(own: boolean): Promise<void> {
  const agreed = plan;
  if (agreed === null) return;
  const { signal: aborted } = stop;
  const found = await corpus.planAs(agreed, own, { signal: aborted });
  if (aborted.aborted || plan !== agreed) return;
  if (found.ok) importing.value = { step: 'plan', preview: found.value };
  else tellFault(found.fault);
}

/** Several files, one after the other: each is shown and agreed to by itself. */
export function lookAtAll([first, ...rest]: readonly File[]): void {
  waiting.value = rest;
  if (first) void look(first);
}

/** The file after the one that is done with; without one, the dialog closes. */
export function goOn(): void {
  importing.value = null;
  lookAtAll(waiting.value);
}

/** Pasted text. */
export const lookAtText = (text: string): Promise<void> => look({ name: t('importPastedName'), text });

/** Carries out what was shown: all or nothing, one step of the history. */
export async function run(choice: Choice): Promise<void> {
  const now = importing.value;
  const agreed = plan;
  if (now?.step !== 'plan' || agreed === null) return;
  const { name } = now.preview;
  // From here on it is this run's; another file may be looked at before a cancelled one has come to its end.
  plan = null;
  stop = new AbortController();
  const { signal: aborted } = stop;
  importing.value = { step: 'running', name, progress: null };
  const done = await whileImporting(name, () =>
    corpus.runImport(agreed, choice, {
      signal: aborted,
      onProgress: (progress) => {
        if (!aborted.aborted) importing.value = { step: 'running', name, progress };
      },
    }),
  );
  if (!done.ok) void corpus.dropImport(agreed);
  // The dialog is gone, perhaps with another file in its place: whether anything was stored is said elsewhere.
  if (aborted.aborted) tell(done.ok ? tn('importDone', done.value.count) : done.fault.message, done.ok);
  else if (done.ok) importing.value = { step: 'done', name, count: done.value.count };
  else refuse(name, done.fault);
}

/** Stops what is under way, which leaves nothing behind, or closes the dialog. */
export function cancel(): void {
  stop.abort();
  forget();
  waiting.value = [];
  importing.value = null;
}

export async function saveFaults(): Promise<void> {
  if (plan === null) return;
  const file = await corpus.faultyRows(plan);
  if (file.ok) saveFile(file.value);
  else tellFault(file.fault);
}

/** Takes the import back that was just done. */
export async function undoImport(): Promise<void> {
  waiting.value = [];
  importing.value = null;
  await step('undo');
}

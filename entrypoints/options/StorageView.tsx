/** Storage: usage, persistence, backup and the way back. */
import { signal, useSignalEffect } from '@preact/signals';
import type { RestoreState } from '../../components/options/Restore';
import { Storage } from '../../components/options/Storage';
import type { Long, Usage } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { mendSettings } from '../../utils/settings';
import { saveSettings } from '../background/settings';
import { backUp } from './exporting';
import { corpus, tell, tellFault, version } from './state';

/** Undefined while it is asked for, null where the browser does not tell. */
const usage = signal<Usage | null | undefined>(undefined);
const persisted = signal<boolean | null>(null);
const restoring = signal<RestoreState | null>(null);

async function look(): Promise<void> {
  const [answer, kept] = await Promise.all([corpus.usage(), navigator.storage?.persisted?.() ?? null]);
  usage.value = answer.ok ? answer.value : null;
  persisted.value = kept;
}

async function persist(): Promise<void> {
  const granted = await navigator.storage.persist();
  tell(t(granted ? 'storagePersisted' : 'storagePersistRefused'));
  persisted.value = granted;
}

let file: File | null = null;
let stop = new AbortController();

/** Leaves the file that was chosen; work under way ends, and nothing of it is kept. */
function cancel(): void {
  stop.abort();
  file = null;
  restoring.value = null;
}

/** What long work on the chosen file is told with, until another is chosen. */
function during(step: 'checking' | 'running', name: string): Long {
  stop = new AbortController();
  const { signal } = stop;
  restoring.value = { step, name, progress: null };
  return {
    signal,
    onProgress: (progress) => {
      if (!signal.aborted) restoring.value = { step, name, progress };
    },
  };
}

/** Looks through a file before anything is asked. */
async function choose(chosen: File): Promise<void> {
  cancel();
  const { name } = chosen;
  const long = during('checking', name);
  const found = await corpus.checkBackup(chosen, long);
  if (long.signal?.aborted) return;
  file = chosen;
  restoring.value = found.ok
    ? { step: 'ask', name, holds: found.value }
    : { step: 'refused', name, fault: found.fault };
}

async function restore(): Promise<void> {
  if (!file) return;
  const long = during('running', file.name);
  const done = await corpus.restore(file, long);
  if (!long.signal?.aborted) cancel();
  if (!done.ok) return done.fault.code === 'corpus-cancelled' ? tell(done.fault.message) : tellFault(done.fault);
  const { settings, statements } = done.value;
  // What was saved of a damaged store has no settings: the reader's stay.
  if (settings) await saveSettings(mendSettings(settings));
  tell(tn('restoreDone', statements));
}

export function StorageView() {
  useSignalEffect(() => {
    void version.value;
    void look().catch(() => undefined);
  });
  return (
    <Storage
      usage={usage.value}
      persisted={persisted.value}
      restoring={restoring.value}
      onPersist={() => void persist()}
      onBackup={() => void backUp()}
      onFile={(chosen) => void choose(chosen)}
      onRestore={() => void restore()}
      onCancel={cancel}
    />
  );
}

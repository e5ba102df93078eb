/** Storage: usage, persistence, backup and the way back. */
import { signal, useSignalEffect } from '@preact/signals';
import { Storage } from '../../components/options/Storage';
import type { Progress, Usage } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { mendSettings } from '../../utils/settings';
import { saveSettings } from '../background/settings';
import { backUp } from './exporting';
import { corpus, tell, tellFault, version } from './state';

const usage = signal<Usage | null>(null);
const persisted = signal<boolean | null>(null);
const file = signal<File | null>(null);
const progress = signal<Progress | null>(null);

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

async function restore(): Promise<void> {
  if (!file.value) return;
  progress.value = { phase: 'reading', done: 0, all: 0, rate: 0, left: 0 };
  const done = await corpus.restore(file.value, {
    onProgress: (now) => {
      progress.value = now;
    },
  });
  progress.value = null;
  file.value = null;
  if (!done.ok) return tellFault(done.fault);
  await saveSettings(mendSettings(done.value.settings));
  tell(tn('restoreDone', done.value.statements));
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
      file={file.value}
      progress={progress.value}
      onPersist={() => void persist()}
      onBackup={() => void backUp()}
      onFile={(chosen) => {
        file.value = chosen;
      }}
      onRestore={() => void restore()}
    />
  );
}

/** The way back from a backup: the file is looked through when it is chosen, and told before anything is asked. */
import { useRef } from 'preact/hooks';
import type { BackupSummary, Progress } from '../../utils/corpus-service';
import { t, tn, uiLanguage } from '../../utils/i18n';
import type { Fault } from '../../utils/types';
import { ProgressLine } from './ProgressLine';

export type RestoreState =
  | { step: 'checking' | 'running'; name: string; progress: Progress | null }
  | { step: 'refused'; name: string; fault: Fault }
  | { step: 'ask'; name: string; holds: BackupSummary };

export interface RestoreProps {
  /** Null while no file is chosen. */
  restoring: RestoreState | null;
  /** Statements that are stored now; null where that is not known. */
  stored: number | null;
  onFile(file: File): void;
  onRestore(): void;
  onCancel(): void;
  onBackup(): void;
}

const moment = (at: string): string =>
  new Date(at).toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });

/** "1,234 statements, 3 packs, 12 steps of history and settings", without what there is none of. */
function contents({ statements, packs, steps, mutes, settings }: BackupSummary): string {
  const parts = [
    tn('packStatements', statements),
    ...(packs > 0 ? [tn('restorePacks', packs)] : []),
    ...(steps > 0 ? [tn('restoreSteps', steps)] : []),
    ...(mutes > 0 ? [tn('restoreMutes', mutes)] : []),
    ...(settings ? [t('restoreSettings')] : []),
  ];
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(parts);
}

function Ask({
  name,
  holds,
  stored,
  onRestore,
  onCancel,
  onBackup,
}: Omit<RestoreProps, 'restoring'> & { name: string; holds: BackupSummary }) {
  const known = !Number.isNaN(Date.parse(holds.made));
  return (
    <>
      <p role="status">
        {known
          ? t('restoreMade', name, moment(holds.made), contents(holds))
          : t('restoreMadeUnknown', name, contents(holds))}
        {holds.settings ? '' : ` ${t('restoreNoSettings')}`}
      </p>
      <p>
        {stored === null ? t('restoreAskUnknown') : tn('restoreAsk', stored)} {t('restoreNoUndo')}
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={onRestore}>
          {t('restoreRun')}
        </button>
        <button type="button" class="quiet" onClick={onBackup}>
          {t('restoreBackupFirst')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {t('importCancel')}
        </button>
      </div>
    </>
  );
}

export function Restore(props: RestoreProps) {
  const { restoring: now, onFile, onCancel } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".jsonl,.json,.gz"
        data-for="restore"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      {now === null || now.step === 'refused' ? (
        <button type="button" class="quiet" onClick={() => picker.current?.click()}>
          {t('backupRestore')}
        </button>
      ) : null}
      {now ? (
        <div class="note restore">
          {now.step === 'ask' ? <Ask {...props} name={now.name} holds={now.holds} /> : null}
          {now.step === 'refused' ? (
            <p role="alert" class="fault">
              {t('restoreRefused', now.name)} {now.fault.message} {now.fault.todo}
            </p>
          ) : null}
          {now.step === 'checking' || now.step === 'running' ? (
            <ProgressLine
              progress={now.progress ?? { phase: 'reading', done: 0, all: 0, rate: 0, left: 0 }}
              label={t(now.step === 'running' ? 'restoreRunning' : 'restoreChecking')}
              onCancel={onCancel}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** What the statements take up, whether the browser may clear them away, and the full backup. */
import { useRef } from 'preact/hooks';
import type { Progress, Usage } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { bytes } from './bytes';
import { ProgressLine } from './ProgressLine';

export interface StorageProps {
  /** Null while it is asked for, or where the browser does not tell. */
  usage: Usage | null;
  /** Null where the browser does not tell. */
  persisted: boolean | null;
  /** The backup file to restore from, once chosen. */
  file: File | null;
  progress: Progress | null;
  onPersist(): void;
  onBackup(): void;
  onFile(file: File | null): void;
  onRestore(): void;
}

function Restore({ file, progress, onFile, onRestore }: StorageProps) {
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
          onFile(event.currentTarget.files?.[0] ?? null);
          event.currentTarget.value = '';
        }}
      />
      {file && !progress ? (
        <div class="note">
          <p>{t('restoreAsk', file.name)}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={onRestore}>
              {t('restoreRun')}
            </button>
            <button type="button" class="quiet" onClick={() => onFile(null)}>
              {t('importCancel')}
            </button>
          </div>
        </div>
      ) : null}
      {progress ? <ProgressLine progress={progress} label={t('restoreRunning')} /> : null}
      {file ? null : (
        <button type="button" class="quiet" onClick={() => picker.current?.click()}>
          {t('backupRestore')}
        </button>
      )}
    </>
  );
}

export function Storage(props: StorageProps) {
  const { usage, persisted } = props;
  return (
    <div class="sheet storage">
      <h2>{t('optionsTab_storage')}</h2>
      {usage ? (
        <>
          <p>
            {tn('storageStatements', usage.statements)} {t('storageUsed', bytes(usage.used), bytes(usage.quota))}
          </p>
          <meter
            min={0}
            max={usage.quota}
            high={usage.quota * 0.8}
            value={usage.used}
            aria-label={t('storageUsed', bytes(usage.used), bytes(usage.quota))}
          />
          {usage.kept > 0 ? <p class="hint">{tn('storageKept', usage.kept)}</p> : null}
        </>
      ) : (
        <p class="hint">{t('storageUnknown')}</p>
      )}
      <h3>{t('storagePersist')}</h3>
      <p>{t(persisted ? 'storagePersisted' : 'storagePersistWhy')}</p>
      {persisted === false ? (
        <button type="button" class="primary" onClick={props.onPersist}>
          {t('storagePersistAsk')}
        </button>
      ) : null}
      <h3>{t('backupTitle')}</h3>
      <p>{t('backupHint')}</p>
      <div class="buttons">
        <button type="button" class="quiet" onClick={props.onBackup}>
          {t('backupMake')}
        </button>
        <Restore {...props} />
      </div>
    </div>
  );
}

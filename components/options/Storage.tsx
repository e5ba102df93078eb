/** What the statements take up, whether the browser may clear them away, and the full backup. */
import type { Usage } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { bytes } from './bytes';
import { Restore, type RestoreProps } from './Restore';

export interface StorageProps extends Omit<RestoreProps, 'stored'> {
  /** Null while it is asked for, or where the browser does not tell. */
  usage: Usage | null | undefined;
  /** Null where the browser does not tell. */
  persisted: boolean | null;
  onPersist(): void;
}

export function Storage(props: StorageProps) {
  const { usage, persisted } = props;
  return (
    <div class="sheet storage">
      <h2>{t('optionsTab_storage')}</h2>
      {usage === undefined ? (
        <p class="looking" role="status">
          {t('topicLoading')}
        </p>
      ) : null}
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
      ) : null}
      {usage === null ? <p class="hint">{t('storageUnknown')}</p> : null}
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
        <Restore {...props} stored={usage?.statements ?? null} />
      </div>
    </div>
  );
}

/** Shown when the browser emptied the store: what is left of it, and the ways on. Nothing is decided for the reader. */
import type { LostCorpus, Progress } from '../../utils/corpus-service';
import { t, tn, uiLanguage } from '../../utils/i18n';
import { ProgressLine } from './ProgressLine';

export interface LostProps {
  lost: LostCorpus;
  /** Of the statements being brought back. */
  progress: Progress | null;
  busy: boolean;
  onBringBack(): void;
  onSave(): void;
  onLetGo(): void;
}

const moment = (at: string): string =>
  new Date(at).toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });

export function Lost({ lost, progress, busy, onBringBack, onSave, onLetGo }: LostProps) {
  return (
    <div class="sheet repair" aria-busy={busy}>
      <h2>{t('lostTitle')}</h2>
      <p role="alert" class="alert">
        {t('lostBody')}
      </p>
      <p>{tn('lostCopy', lost.statements, moment(lost.made))}</p>
      <p class="hint">{t('lostRest')}</p>
      {progress ? <ProgressLine progress={progress} label={t('lostBringBack')} /> : null}
      <div class="buttons">
        <button type="button" class="primary" disabled={busy} onClick={onBringBack}>
          {t('lostBringBack')}
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={onSave}>
          {t('lostSave')}
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={onLetGo}>
          {t('lostLetGo')}
        </button>
      </div>
    </div>
  );
}

/** How far the statements are: they are put into the browser's store after installing. */
import { t, tn } from '../../utils/i18n';
import type { Fault } from '../../utils/types';

export type CorpusProgress =
  | { step: 'waiting' }
  | { step: 'ready'; statements: number; packs: string }
  | { step: 'fault'; fault: Fault };

export function Ready({ progress }: { progress: CorpusProgress }) {
  return (
    <div class="ready" role="status">
      {progress.step === 'waiting' ? (
        <>
          <progress aria-label={t('popupPreparing')} />
          <span>{t('popupPreparing')}</span>
        </>
      ) : null}
      {progress.step === 'ready' ? (
        <span>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 8.5l3.5 3.500L13 4.500" />
          </svg>
          {tn('welcomeReady', progress.statements, progress.packs)}
        </span>
      ) : null}
      {progress.step === 'fault' ? (
        <span class="fault">
          {progress.fault.message} {progress.fault.todo}
        </span>
      ) : null}
    </div>
  );
}

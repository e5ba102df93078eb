/** The last thing that was done, in words, with the way back. It stays until it is closed or something else is done. */
import { t } from '../../utils/i18n';
import { CrossIcon } from './icons';

export interface NoticeProps {
  notice: { text: string; undo: boolean; fault: boolean } | null;
  onUndo(): void;
  onClose(): void;
}

export function Notice({ notice, onUndo, onClose }: NoticeProps) {
  return (
    <div class="notices">
      <div role="status">
        {notice && !notice.fault ? (
          <p class="notice">
            <span>{notice.text}</span>
            {notice.undo ? (
              <button type="button" class="plain" onClick={onUndo}>
                {t('noticeUndo')}
              </button>
            ) : null}
            <button type="button" class="plain cross" aria-label={t('cardClose')} onClick={onClose}>
              <CrossIcon />
            </button>
          </p>
        ) : null}
      </div>
      <div role="alert">
        {notice?.fault ? (
          <p class="notice fault">
            <span>{notice.text}</span>
            <button type="button" class="plain cross" aria-label={t('cardClose')} onClick={onClose}>
              <CrossIcon />
            </button>
          </p>
        ) : null}
      </div>
    </div>
  );
}

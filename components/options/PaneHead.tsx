/** The head of the open record: where it stands in the list, the ones before and after, and the way out. */
import { number, t } from '../../utils/i18n';
import { CrossIcon, NextIcon, PreviousIcon } from './icons';

export interface PaneHeadProps {
  title: string;
  /** From 0; null when the record is not in the list. */
  position: number | null;
  total: number;
  onTurn(by: 1 | -1): void;
  onClose(): void;
}

export function PaneHead({ title, position, total, onTurn, onClose }: PaneHeadProps) {
  return (
    <div class="paneHead">
      <h2 tabIndex={-1}>{title}</h2>
      {position === null ? null : (
        <>
          <span class="status">{t('panePosition', number(position + 1), number(total))}</span>
          <button
            type="button"
            class="quiet icon"
            aria-label={t('panePrevious')}
            title={t('panePreviousKey')}
            disabled={position === 0}
            onClick={() => onTurn(-1)}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            class="quiet icon"
            aria-label={t('paneNext')}
            title={t('paneNextKey')}
            disabled={position >= total - 1}
            onClick={() => onTurn(1)}
          >
            <NextIcon />
          </button>
        </>
      )}
      <button type="button" class="quiet icon" aria-label={t('cardClose')} onClick={onClose}>
        <CrossIcon />
      </button>
    </div>
  );
}

/** The card's head, which stays while the rest scrolls: what this is, its tools, and the passage's claims where it makes several. */
import { t } from '../../utils/i18n';
import { CloseIcon, PinIcon } from '../icons';
import { Claims, type ClaimsProps } from './Claims';

export interface HeadProps {
  /** Is there a day that statements can be earlier than? */
  dated: boolean;
  pinned: boolean;
  /** The passage's claims, to choose from; null where there is no choice. */
  claims: ClaimsProps | null;
  onPin(): void;
  onClose(): void;
}

export function Head({ dated, pinned, claims, onPin, onClose }: HeadProps) {
  return (
    <div class="head">
      {/* Icons are named by their titles alone: beside another name a title would be read out as well. */}
      <div class="bar">
        {/* Takes the focus when the card is opened to stay. */}
        <h2 tabIndex={-1}>{t(dated ? 'cardTitle' : 'cardTitleUndated')}</h2>
        <button type="button" class="icon" aria-pressed={pinned} title={t('cardPin')} onClick={onPin}>
          <PinIcon />
        </button>
        <button type="button" class="icon" title={t('cardClose')} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {claims ? <Claims {...claims} /> : null}
    </div>
  );
}

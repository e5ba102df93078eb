/** Says on every view that updates came which met the reader's own changes, with the way to them. */
import { quoted, t, tn } from '../../utils/i18n';

export interface UnsettledProps {
  /** Titles of the packs. */
  packs: readonly string[];
  count: number;
  href: string;
  onLater(): void;
}

export const Unsettled = ({ packs, count, href, onLater }: UnsettledProps) => (
  <div class="note unsettled">
    <p>{tn('conflictsNews', count, packs.map(quoted).join(', '))}</p>
    <a href={href}>{t('conflictsLook')}</a>
    <button type="button" class="plain" onClick={onLater}>
      {t('changesLater')}
    </button>
  </div>
);

/** The packs that are installed: what they hold, on or off, gone or back. */
import { t, tn } from '../../utils/i18n';

export interface PackLine {
  id: string;
  title: string;
  version: string;
  date: string;
  enabled: boolean;
  statements: number;
}

export interface PacksProps {
  packs: readonly PackLine[];
  onEnable(pack: PackLine, on: boolean): void;
  onRemove(pack: PackLine): void;
}

export function Packs({ packs, onEnable, onRemove }: PacksProps) {
  return (
    <div class="sheet">
      <h2>{t('optionsTab_packs')}</h2>
      <ul class="packs">
        {packs.map((pack) => (
          <li key={pack.id}>
            <div>
              <h3>{pack.title || t('optionsMine')}</h3>
              <span class="status">
                {tn('packStatements', pack.statements)}
                {pack.version ? ` · ${t('packVersion', pack.version, pack.date)}` : ''}
              </span>
            </div>
            <div class="buttons">
              <button
                type="button"
                class="quiet"
                aria-pressed={pack.enabled}
                onClick={() => onEnable(pack, !pack.enabled)}
              >
                {t(pack.enabled ? 'packDisable' : 'packEnable')}
              </button>
              <button type="button" class="quiet" onClick={() => onRemove(pack)}>
                {t('packRemove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p class="status">{t('packsHelp')}</p>
    </div>
  );
}

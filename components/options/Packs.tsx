/** The packs that are installed: what they hold, from whom and under which licence; on or off, gone or back. */
import { type ComponentChildren, Fragment } from 'preact';
import type { ExportFormat } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn, uiLanguage } from '../../utils/i18n';
import { PopMenu } from '../ui/PopMenu';

export interface PackLine {
  id: string;
  title: string;
  kind: 'bundled' | 'file' | 'subscribed' | 'mine';
  version: string;
  date: string;
  license: string;
  publisher: string;
  homepage: string;
  /** When this version was taken in, ISO time. */
  updated: string;
  enabled: boolean;
  statements: number;
}

export interface PacksProps {
  packs: readonly PackLine[];
  /** Address of the statements of a pack. */
  hrefOf(pack: PackLine): string;
  onEnable(pack: PackLine, on: boolean): void;
  onRemove(pack: PackLine): void;
  onExport(pack: PackLine, format: ExportFormat): void;
  /** What belongs to one pack besides, such as its subscription. */
  extra?: (pack: PackLine) => ComponentChildren;
  /** What stands below the list, such as a way to subscribe. */
  children?: ComponentChildren;
}

const day = (at: string): string =>
  new Date(at).toLocaleDateString(uiLanguage(), { year: 'numeric', month: 'short', day: 'numeric' });
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

function About({ pack, hrefOf }: { pack: PackLine } & Pick<PacksProps, 'hrefOf'>) {
  const facts = [
    pack.kind === 'mine' ? '' : t('packVersion', pack.version, shortDay(pack.date)),
    pack.license,
    t('packUpdated', day(pack.updated)),
    t(`packKind_${pack.kind}`),
  ].filter(Boolean);
  return (
    <div class="about">
      <h3>{pack.title || t('optionsMine')}</h3>
      {pack.publisher ? (
        <p>
          {isWeb(pack.homepage) ? (
            <a href={pack.homepage} target="_blank" rel="noopener noreferrer">
              {pack.publisher}
            </a>
          ) : (
            pack.publisher
          )}
        </p>
      ) : null}
      <p class="hint facts">
        <span>
          <a href={hrefOf(pack)}>{tn('packStatements', pack.statements)}</a>
        </span>{' '}
        {facts.map((fact) => (
          <Fragment key={fact}>
            <span>{fact}</span>{' '}
          </Fragment>
        ))}
      </p>
    </div>
  );
}

export function Packs({ packs, hrefOf, onEnable, onRemove, onExport, extra, children }: PacksProps) {
  return (
    <div class="sheet">
      <h2>{t('optionsTab_packs')}</h2>
      <p class="hint">{t('packsHelp')}</p>
      <ul class="packList">
        {packs.map((pack) => {
          const name = pack.title || t('optionsMine');
          return (
            <li key={pack.id} class={pack.enabled ? undefined : 'off'}>
              <About pack={pack} hrefOf={hrefOf} />
              <div class="buttons">
                <label class="check">
                  <input
                    type="checkbox"
                    checked={pack.enabled}
                    aria-label={t('packUse', name)}
                    onChange={(event) => onEnable(pack, event.currentTarget.checked)}
                  />
                  <span aria-hidden="true">{t(pack.enabled ? 'packOn' : 'packOff')}</span>
                </label>
                <PopMenu
                  label={t('optionsExport')}
                  groups={[
                    {
                      title: name,
                      items: (['pack', 'pack.gz', 'jsonl', 'csv', 'claimreview'] as const).map((format) => ({
                        id: format,
                        label: t(`exportFormat_${format.replace('.', '_')}`),
                        onChoose: () => onExport(pack, format),
                      })),
                    },
                  ]}
                />
                <button
                  type="button"
                  class="quiet"
                  aria-label={t('packRemoveNamed', name)}
                  onClick={() => onRemove(pack)}
                >
                  {t('packRemove')}
                </button>
              </div>
              {extra?.(pack)}
            </li>
          );
        })}
      </ul>
      {packs.length === 0 ? <p class="empty">{t('packsNone')}</p> : null}
      {children}
    </div>
  );
}

/** The head of the options page: where one is, and what can be done everywhere. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { type MenuGroup, PopMenu } from '../ui/PopMenu';
import { PasteIcon, PlusIcon, RedoIcon, UndoIcon } from './icons';

export interface TopBarProps {
  tabs: readonly { id: string; label: string; href: string }[];
  current: string;
  /** The tab to which a view without one belongs. */
  within: string | null;
  /** What the step back or forth would be, in words; null: none. */
  undo: string | null;
  redo: string | null;
  exports: readonly MenuGroup[];
  onUndo(): void;
  onRedo(): void;
  onImport(): void;
  onImportWays(): void;
  onAdd(): void;
}

export function TopBar(props: TopBarProps) {
  const { undo, redo, current, within } = props;
  const tabs = useRef<HTMLElement>(null);
  // Where the tabs do not fit side by side, the one that is open is in sight.
  useEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, within]);
  return (
    <header class="top">
      <h1>
        <img src="/icons/icon.svg" alt="" width="22" height="22" /> {t('name')}
      </h1>
      <nav aria-label={t('optionsTabs')} ref={tabs}>
        {props.tabs.map(({ id, label, href }) => (
          // An address that is only a place in this page has to lead to something: it is the tab's own.
          <a key={id} id={id} href={href} aria-current={id === current ? 'page' : id === within ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="actions">
        <button
          type="button"
          class="quiet icon"
          disabled={undo === null}
          aria-label={t('cardUndo')}
          title={undo === null ? t('cardUndo') : t('optionsUndoWhat', undo)}
          onClick={props.onUndo}
        >
          <UndoIcon />
        </button>
        <button
          type="button"
          class="quiet icon"
          disabled={redo === null}
          aria-label={t('optionsRedo')}
          title={redo === null ? t('optionsRedo') : t('optionsRedoWhat', redo)}
          onClick={props.onRedo}
        >
          <RedoIcon />
        </button>
        <button type="button" class="quiet" onClick={props.onImport}>
          {t('optionsImport')}
        </button>
        <button
          type="button"
          class="quiet icon"
          aria-label={t('importOther')}
          title={t('importOther')}
          onClick={props.onImportWays}
        >
          <PasteIcon />
        </button>
        <PopMenu label={t('optionsExport')} groups={props.exports} />
        <button
          type="button"
          class="primary"
          aria-label={t('optionsAdd')}
          title={t('optionsAdd')}
          onClick={props.onAdd}
        >
          <span class="long">{t('optionsAdd')}</span>
          <span class="short">{t('optionsAddShort')}</span>
          <span class="plus">
            <PlusIcon />
          </span>
        </button>
      </div>
    </header>
  );
}

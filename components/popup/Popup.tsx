/** The toolbar popup: what this page holds, at a glance. Props in, events out. */
import { t } from '../../utils/i18n';
import { Export, type ExportProps } from './Export';
import { HelpIcon, ListIcon, SlidersIcon } from './icons';
import { NoteView } from './NoteView';
import { type Action, noteOf, type PopupState } from './notes';
import type { PlotRow } from './Plot';
import { Report } from './Report';

export interface PopupProps extends ExportProps {
  state: PopupState;
  /** Host name of the tab, or null where we may not run. */
  host: string | null;
  siteOn: boolean;
  quiet: boolean;
  rows: readonly PlotRow[] | null;
  onSite(on: boolean): void;
  onQuiet(on: boolean): void;
  onGo(passage: string): void;
  onShowAll(): void;
  onAction(action: Action): void;
  /** Opens a place in the options. */
  onOptions(place: string): void;
}

interface SwitchProps {
  label: string;
  title?: string;
  on: boolean;
  onChange(on: boolean): void;
}

function Switch({ label, title, on, onChange }: SwitchProps) {
  return (
    <label class="switch" title={title}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

const places = [
  { place: '#statements', key: 'popupAllStatements', Icon: ListIcon },
  { place: '#settings', key: 'popupSettings', Icon: SlidersIcon },
  { place: '#help', key: 'popupHelp', Icon: HelpIcon },
] as const;

export function Popup(props: PopupProps) {
  const { state, host, onOptions } = props;
  const note = noteOf(state);
  return (
    <main class="popup">
      <header>
        <h1>
          <img src="/icons/icon.svg" alt="" width="20" height="20" /> {t('name')}
        </h1>
        {host === null ? null : <Switch label={t('popupOnSite', host)} on={props.siteOn} onChange={props.onSite} />}
      </header>
      <div class="body">
        {note ? <NoteView note={note} onAction={props.onAction} /> : null}
        {state.status === 'report' && !note ? (
          <Report state={state} rows={props.rows} onGo={props.onGo} onShowAll={props.onShowAll} />
        ) : null}
      </div>
      <footer>
        {host === null ? null : (
          <Switch label={t('popupQuiet')} title={t('settingsQuiet')} on={props.quiet} onChange={props.onQuiet} />
        )}
        {state.status === 'report' && !note ? <Export onExport={props.onExport} onCopy={props.onCopy} /> : null}
        <nav>
          {places.map(({ place, key, Icon }) => (
            <button key={place} type="button" class="icon" aria-label={t(key)} onClick={() => onOptions(place)}>
              <Icon />
              <span class="tip" aria-hidden="true">
                {t(key)}
              </span>
            </button>
          ))}
        </nav>
      </footer>
    </main>
  );
}

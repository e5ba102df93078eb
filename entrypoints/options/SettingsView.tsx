/** The settings: loaded, shown, stored a moment after each change; what other pages and devices change comes in. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import card from '../../components/card/card.css?inline';
import { type Drafts, SettingsForm } from '../../components/options/SettingsForm';
import tokens from '../../components/tokens.css?inline';
import { t } from '../../utils/i18n';
import { dress } from '../../utils/overlay/host';
import { defaultSettings, type Settings } from '../../utils/settings';
import type { Fault } from '../../utils/types';
import { type Area, changeSettings, findSettings, keepSettings, onSettings } from '../background/settings';
import { forgetBackups, type SettingsBackup, settingsBackups } from '../background/settings-backup';
import '../../components/options/settings/settings.css';
import '../highlight.css';
import '../highlight-styles.css';

/** A slider sends many values; the store takes the one it comes to rest at. */
const REST = 300;
const DRAFTS = 'said-before-settings-drafts';

const settings = signal<Settings | null>(null);
const area = signal<Area | null>(null);
const fault = signal<Fault | null>(null);
const copies = signal<SettingsBackup[]>([]);
/** What a notice says, and the settings to which its "Undo" goes back. */
const notice = signal<{ text: string; back: Settings | null } | null>(null);
const drafts = signal<Drafts>(readDrafts());

let waiting: Partial<Settings> = {};
let timer = 0;

function readDrafts(): Drafts {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(DRAFTS) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Drafts) : {};
  } catch {
    return {};
  }
}

/** Typing outlives the view and a reload. */
function draft(field: string, text: string | null): void {
  const { [field]: _old, ...others } = drafts.value;
  drafts.value = text === null ? others : { ...others, [field]: text };
  try {
    sessionStorage.setItem(DRAFTS, JSON.stringify(drafts.value));
  } catch {
    // Without session storage it lives as long as the page.
  }
}

function take(found: Settings): void {
  settings.value = { ...found, ...waiting };
  dress(document.documentElement, settings.value);
}

async function store(): Promise<void> {
  window.clearTimeout(timer);
  const change = waiting;
  if (Object.keys(change).length === 0) return;
  const kept = await changeSettings(change);
  fault.value = kept.ok ? null : kept.fault;
  if (!kept.ok) return;
  if (waiting === change) waiting = {};
  area.value = kept.value;
  notice.value = { text: t('settingsSaved'), back: notice.value?.back ?? null };
}

function change(next: Partial<Settings>, back: Settings | null = null): void {
  if (!settings.value) return;
  waiting = { ...waiting, ...next };
  notice.value = back ? { text: t('settingsWasReset'), back } : null;
  take(settings.value);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void store(), REST);
}

async function load(): Promise<void> {
  await keepSettings();
  const found = await findSettings();
  area.value = found.area;
  copies.value = await settingsBackups();
  take(found.settings);
}

function saveCopy(at: number): void {
  const copy = copies.value[at];
  if (!copy) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(copy, null, 2)}\n`], { type: 'application/json' }));
  link.download = `said-before-settings-${copy.at.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function forget(): Promise<void> {
  await forgetBackups();
  copies.value = [];
}

function Notice() {
  const back = notice.value?.back;
  return (
    <p class="saved" role="status">
      {notice.value?.text}{' '}
      {back ? (
        <button type="button" class="link" onClick={() => change(back)}>
          {t('cardUndo')}
        </button>
      ) : null}
    </p>
  );
}

export function SettingsView() {
  useEffect(() => {
    const gone = new AbortController();
    void load();
    onSettings(take, gone.signal);
    window.addEventListener('pagehide', () => void store(), { signal: gone.signal });
    return () => {
      void store();
      gone.abort();
    };
  }, []);
  if (!settings.value) return null;
  return (
    <div class="sheet settings-sheet">
      <h2>{t('optionsTab_settings')}</h2>
      {fault.value ? (
        <p class="alert" role="alert">
          {fault.value.message} {fault.value.todo}
        </p>
      ) : null}
      <SettingsForm
        settings={settings.value}
        drafts={drafts.value}
        cardCss={`${tokens}\n${card}`}
        area={area.value}
        copies={copies.value}
        onChange={change}
        onDraft={draft}
        onSave={saveCopy}
        onForget={() => void forget()}
        onReset={() => change(defaultSettings, settings.value)}
      />
      <Notice />
    </div>
  );
}

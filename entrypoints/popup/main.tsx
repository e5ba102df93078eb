import { signal } from '@preact/signals';
import { render } from 'preact';
import type { ExportKind } from '../../components/popup/Export';
import type { Action, PopupState } from '../../components/popup/notes';
import type { PlotRow } from '../../components/popup/Plot';
import { Popup } from '../../components/popup/Popup';
import reportCss from '../../components/report.css?inline';
import tokens from '../../components/tokens.css?inline';
import { browser } from '../../utils/browser';
import type { PageReply } from '../../utils/messages';
import { send, sendToTab } from '../../utils/messaging';
import { type ReportFile, reportFile } from '../../utils/report-export/file';
import { listed, type Settings, unlisted } from '../../utils/settings';
import { changeSettings } from '../background/settings';
import { copyText, saveFile } from '../own-page/save';
import { startPage } from '../own-page/start';
import { plotRows } from './plot';
import { askedTab, findTab, hostOf, originOf, stateOf } from './tab';

/** While a page is being read, it is asked again after so many milliseconds. */
const AGAIN = 300;

/** Read because the reader asked: to offer the same again would lead nowhere. */
let asked = false;

const settings = signal<Settings>(await startPage());
const state = signal<PopupState>({ status: 'loading' });
const rows = signal<PlotRow[] | null>(null);
const tab = await findTab();
const host = hostOf(tab);
document.documentElement.classList.toggle('tab', browser.extension.getViews({ type: 'popup' }).length === 0);

async function look(): Promise<void> {
  const before = state.value;
  state.value = await stateOf(tab, settings.value);
  if (asked && state.value.status === 'not-topical') state.value = { status: 'read-in-vain' };
  if (state.value.status === 'loading' || state.value.status === 'preparing') setTimeout(() => void look(), AGAIN);
  else if (state.value.status === 'report' && before.status !== 'report')
    rows.value = await plotRows(state.value.reply);
}

async function change(next: Partial<Settings>): Promise<void> {
  settings.value = { ...settings.value, ...next };
  const stored = await changeSettings(next);
  if (!stored.ok) state.value = { status: 'fault', fault: stored.fault };
}

async function read(): Promise<void> {
  if (tab?.id === undefined) return;
  state.value = { status: 'loading' };
  asked = true;
  const reply = await send('page.force', { tabId: tab.id });
  if (reply.ok) setTimeout(() => void look(), AGAIN);
  else state.value = { status: 'fault', fault: reply.fault };
}

async function onSite(on: boolean): Promise<void> {
  if (!host) return;
  const { offSites, off } = settings.value;
  await change({
    off: on ? false : off,
    offSites: on ? unlisted(offSites, host) : [...new Set([...offSites, host])],
  });
  if (on) await read();
  // The overlay is on its way out; what it would still answer is past.
  else state.value = { status: 'off-site' };
}

async function onQuiet(quiet: boolean): Promise<void> {
  await change({ quiet });
  if (state.value.status === 'report') state.value = { ...state.value, quiet };
}

async function openOptions(place: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${place}` });
  window.close();
}

async function onAction(action: Action): Promise<void> {
  if (action === 'options') return openOptions('');
  if (action === 'help') return openOptions('#help');
  if (action === 'claims') return openOptions('#topics');
  if (action === 'packs') return openOptions('#packs');
  if (action === 'sites') return openOptions('#settings');
  if (action === 'allow-site') return onSite(true);
  // First of all: a browser grants only while the click is being handled.
  if (action === 'grant' && tab?.url && !(await browser.permissions.request({ origins: [originOf(tab.url)] }))) return;
  if (action === 'switch-on') await change({ off: false });
  if (action === 'choose-site' && host) await change({ chosenSites: [...settings.value.chosenSites, host] });
  await read();
}

async function onGo(passage: string): Promise<void> {
  if (tab?.id === undefined) return;
  await sendToTab(tab.id, 'overlay.goto', { passage }, 0);
  if (askedTab) await browser.tabs.update(tab.id, { active: true });
  else window.close();
}

async function onShowAll(): Promise<void> {
  if (tab?.id === undefined) return;
  await sendToTab(tab.id, 'overlay.command', { command: 'show-all' }, 0);
  await look();
}

const fileOf = (reply: PageReply, kind: ExportKind): ReportFile =>
  reportFile(reply, kind, {
    made: new Date().toISOString().slice(0, 10),
    styles: `${tokens}\n${reportCss}`,
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
  });

function View() {
  const now = state.value;
  return (
    <Popup
      state={now}
      host={now.status === 'not-here' ? null : host}
      siteOn={host !== null && !settings.value.off && !listed(settings.value.offSites, host)}
      quiet={settings.value.quiet}
      rows={rows.value}
      onSite={(on) => void onSite(on)}
      onQuiet={(on) => void onQuiet(on)}
      onGo={(passage) => void onGo(passage)}
      onShowAll={() => void onShowAll()}
      onAction={(action) => void onAction(action)}
      onExport={(kind) => now.status === 'report' && saveFile(fileOf(now.reply, kind))}
      onCopy={async (kind) => now.status === 'report' && copyText(fileOf(now.reply, kind))}
      onOptions={(place) => void openOptions(place)}
    />
  );
}

render(<View />, document.getElementById('root') as HTMLElement);
await look();

import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Action } from '../../components/popup/model';
import { Popup } from '../../components/popup/Popup';
import { browser } from '../../utils/browser';
import { t, useCatalogue } from '../../utils/i18n';
import type { PageState } from '../../utils/messages';
import { send, sendToTab } from '../../utils/messaging';
import { listed, type Settings, unlisted, whyNotRead } from '../../utils/settings';
import { changeSettings, loadSettings } from '../background/settings';

useCatalogue((key, values) => browser.i18n.getMessage(key, values), browser.i18n.getUILanguage());
document.documentElement.lang = browser.i18n.getUILanguage();

const state = signal<PageState>({ status: 'loading' });
const settings = signal<Settings | null>(null);

/** `?tab=` names another tab than the active one; for tests and for the popup opened as a page. */
const asked = Number(new URLSearchParams(location.search).get('tab')) || null;
const tab = asked
  ? await browser.tabs.get(asked)
  : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
const address = tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url) : null;
const host = address?.hostname ?? null;

async function look(): Promise<void> {
  settings.value = await loadSettings();
  if (!tab?.id || !host) return;
  const reply = await sendToTab(tab.id, 'overlay.state', null, 0);
  if (reply.ok) state.value = reply.value;
  else
    state.value = {
      status: whyNotRead(settings.value, host) ?? (tab.status === 'loading' ? 'loading' : 'not-topical'),
    };
}

/** While a page is being read, ask again until it is. */
async function follow(): Promise<void> {
  await look();
  if (state.value.status === 'loading') setTimeout(() => void follow(), 300);
}

async function change(next: Partial<Settings>): Promise<void> {
  settings.value = { ...(settings.value ?? (await loadSettings())), ...next };
  await changeSettings(next);
}

async function read(): Promise<void> {
  if (!tab?.id) return;
  state.value = { status: 'loading' };
  const reply = await send('page.force', { tabId: tab.id });
  if (reply.ok) setTimeout(() => void follow(), 400);
  else state.value = { status: 'fault', fault: reply.fault };
}

async function onSite(on: boolean): Promise<void> {
  if (!host || !settings.value) return;
  const { offSites, off } = settings.value;
  await change({
    off: on ? false : off,
    offSites: on ? unlisted(offSites, host) : [...new Set([...offSites, host])],
  });
  if (on) await read();
  // The overlay is on its way out; what it would still answer is past.
  else state.value = { status: 'off-site' };
}

async function onAction(action: Exclude<Action, null>): Promise<void> {
  if (action === 'options') return openOptions('');
  if (action === 'switch-on') await change({ off: false });
  if (action === 'allow-site') return onSite(true);
  if (action === 'choose-site' && host && settings.value)
    await change({ chosenSites: [...settings.value.chosenSites, host] });
  await read();
}

async function openOptions(hash: string): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hash}` });
  window.close();
}

async function onGo(passage: string): Promise<void> {
  if (!tab?.id) return;
  await sendToTab(tab.id, 'overlay.goto', { passage }, 0);
  if (!asked) window.close();
}

function onExport(): void {
  if (state.value.status !== 'report') return;
  const { report } = state.value.reply;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' }));
  link.download = `said-before-${report.page.published ?? t('popupUndatedFile')}-${(host ?? 'page').replace(/[^a-z0-9.-]/gi, '')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function View() {
  return (
    <Popup
      state={state.value}
      host={host}
      siteOn={settings.value !== null && host !== null && !settings.value.off && !listed(settings.value.offSites, host)}
      onSite={(on) => void onSite(on)}
      onGo={(passage) => void onGo(passage)}
      onAction={(action) => void onAction(action)}
      onExport={onExport}
      onOptions={() => void openOptions('')}
    />
  );
}

render(<View />, document.getElementById('root') as HTMLElement);
await follow();

/** Keyboard commands and the context menu: what the reader asks for outside our own views. */
import { browser } from '../../utils/browser';
import { t } from '../../utils/i18n';
import { sendToTab } from '../../utils/messaging';
import { listed, unlisted } from '../../utils/settings';
import { capture } from './capture';
import { activeTab, hostOf, inject } from './page';
import { changeSettings, loadSettings } from './settings';

const toOverlay = ['next-passage', 'previous-passage', 'open-card'] as const;

/** Switches reading on or off for a tab's site; switched on again, the page is read at once. */
export async function toggleSite(tabId: number | undefined, url: string | undefined): Promise<void> {
  const host = hostOf(url);
  if (tabId === undefined || host === null) return;
  const { offSites } = await loadSettings();
  const off = listed(offSites, host);
  await changeSettings({ offSites: off ? unlisted(offSites, host) : [...offSites, host] });
  if (off) await inject(tabId, 0);
}

/** Carries out a keyboard command on the tab in front; without an overlay there, the page is read first. */
export async function command(name: string): Promise<void> {
  const tab = await activeTab();
  if (tab?.id === undefined) return;
  if (name === 'toggle-site') return toggleSite(tab.id, tab.url);
  if (name === 'add-statement') return capture(tab);
  const known = toOverlay.find((own) => own === name);
  if (!known) return;
  const reply = await sendToTab(tab.id, 'overlay.command', { command: known });
  if (!reply.ok) await inject(tab.id, 0);
}

/** Makes the context menu; at install and start, since browsers forget it at different times. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  const pages = {
    contexts: ['page', 'selection'] as ('page' | 'selection')[],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  };
  browser.contextMenus.create({ id: 'add-statement', title: t('menuAddStatement'), contexts: ['selection'] });
  browser.contextMenus.create({ id: 'read-page', title: t('menuReadPage'), ...pages });
  browser.contextMenus.create({ id: 'toggle-site', title: t('menuToggleSite'), ...pages });
}

/** Carries out a choice of the context menu. */
export async function menuChosen(
  id: number | string,
  tab: { id?: number; url?: string } | undefined,
  selected = '',
): Promise<void> {
  if (id === 'add-statement') await capture(tab, selected);
  if (id === 'read-page' && tab?.id !== undefined) await inject(tab.id, 0);
  if (id === 'toggle-site') await toggleSite(tab?.id, tab?.url);
}

/** Opens the options page at a place in it (a hash such as "statement=…"). */
export async function openOptions(hash: string): Promise<void> {
  const place = hash.replace(/^#/, '');
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${place ? `#${place}` : ''}`) });
}

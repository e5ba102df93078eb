/** Tabs: bringing the overlay into a page, taking it out, and the badge. */
import { browser, type Runtime, type Tabs } from '../../utils/browser';
import { sendToTab } from '../../utils/messaging';
import { type Settings, whyNotRead } from '../../utils/settings';

const OVERLAY = '/content-scripts/overlay.js';
const CARD = '/card.js';
const BADGE = '#5b4468';
/** So long after a change others may follow that belong to it, ms. */
const REST = 300;

/** Host name of a web address; null for what is no web page (or may not be seen). */
export function hostOf(url: string | undefined): string | null {
  if (!url || !/^https?:/.test(url)) return null;
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

const underway = new Set<string>();
/** What an overlay answers that found nothing to read. */
const again: ReadonlySet<string> = new Set(['not-topical', 'no-article', 'language', 'fault']);

/** Puts the overlay into a frame unless it is there already. Returns false where the browser does not allow it. */
export async function inject(tabId: number, frameId: number): Promise<boolean> {
  const key = `${tabId}:${frameId}`;
  if (underway.has(key)) return true;
  underway.add(key);
  try {
    const there = await sendToTab(tabId, 'overlay.state', null, frameId);
    if (there.ok) {
      // It looked before the text was there.
      if (again.has(there.value.status)) await sendToTab(tabId, 'overlay.command', { command: 'read' }, frameId);
      return true;
    }
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [OVERLAY] });
    return true;
  } catch {
    return false;
  } finally {
    underway.delete(key);
  }
}

/** Puts the card's code beside an overlay. Returns false where the browser does not allow it. */
export async function addCard(tabId: number | undefined, frameId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId ?? 0] }, files: [CARD] });
    return true;
  } catch {
    return false;
  }
}

/** The scout found a topical page: the overlay comes, unless settings say no; `force` is the reader's own wish. */
export async function topical(sender: Runtime.MessageSender, settings: Settings, force: boolean): Promise<void> {
  const [tabId, host] = [sender.tab?.id, hostOf(sender.tab?.url ?? sender.url)];
  if (tabId === undefined || host === null) return;
  if (!force && whyNotRead(settings, host)) return;
  await inject(tabId, sender.frameId ?? 0);
}

/** Shows how many passages of a tab have earlier statements; nothing for none. */
export async function showBadge(tabId: number, covered: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: covered > 0 ? String(covered) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** The tab in front, if there is one. */
export async function activeTab(): Promise<Tabs.Tab | undefined> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

let resting: ReturnType<typeof setTimeout> | undefined;

/** Open pages ask for their reports again, once changes of the corpus have come to rest; those out of sight when they are seen. */
export function readAgain(): void {
  clearTimeout(resting);
  resting = setTimeout(() => void tellPages().catch(() => undefined), REST);
}

async function tellPages(): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] }))
    if (id !== undefined) void sendToTab(id, 'overlay.command', { command: 'again' });
}

/** Takes the overlay out of every tab on which settings no longer let us read. */
export async function leaveWhereOff(settings: Settings): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    const host = hostOf(url);
    const why = host === null ? null : whyNotRead(settings, host);
    if (id === undefined || (why !== 'off' && why !== 'off-site')) continue;
    await sendToTab(id, 'overlay.leave', null);
    await showBadge(id, 0);
  }
}

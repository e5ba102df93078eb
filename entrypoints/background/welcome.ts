/** The welcome page opens by itself once: after the first installation, never after an update or a second one. */
import { browser } from '../../utils/browser';

const KEY = 'welcomed';

/** Opens it unless it was opened before in this profile. */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install' || (await browser.storage.local.get(KEY))[KEY]) return;
  await browser.storage.local.set({ [KEY]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

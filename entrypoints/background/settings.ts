/** Where settings lie: `storage.sync`, or `storage.local` where sync is not to be had. */
import { browser } from '../../utils/browser';
import { mendSettings, type Settings } from '../../utils/settings';

/** The reader's settings, complete and valid whatever is stored. Never throws. */
export async function loadSettings(): Promise<Settings> {
  for (const area of [browser.storage.sync, browser.storage.local])
    try {
      const { settings } = await area.get('settings');
      if (settings !== undefined) return mendSettings(settings);
    } catch {
      // Sync can be switched off by policy; local is asked next.
    }
  return mendSettings(undefined);
}

/** Stores settings; readers hear of it through `storage.onChanged`. */
export async function saveSettings(settings: Settings): Promise<void> {
  try {
    await browser.storage.sync.set({ settings });
  } catch {
    await browser.storage.local.set({ settings });
  }
}

/**
 * Where settings lie: in `storage.sync`, so that they follow the reader where the browser syncs; in `storage.local` when
 * sync is switched off, full, or holds settings of a later version. Local ones, where there are any, win.
 */
import { browser } from '../../utils/browser';
import { t } from '../../utils/i18n';
import { mendSettings, type Settings } from '../../utils/settings';
import { type ReadSettings, readSettings, storedSettings } from '../../utils/settings/read';
import type { Result } from '../../utils/types';
import { backUp } from './settings-backup';

export type Area = 'sync' | 'local';

export interface FoundSettings extends ReadSettings {
  /** Where they lie; null when none are stored. */
  area: Area | null;
  raw: unknown;
}

async function at(area: Area): Promise<unknown> {
  try {
    return (await browser.storage[area].get('settings')).settings;
  } catch {
    // Sync can be switched off by policy.
    return undefined;
  }
}

/** Settings with what is known about their stored form. Never throws. */
export async function findSettings(): Promise<FoundSettings> {
  for (const area of ['local', 'sync'] as const) {
    const raw = await at(area);
    if (raw !== undefined) return { ...readSettings(raw), area, raw };
  }
  return { settings: mendSettings(undefined), state: 'none', faults: [], area: null, raw: undefined };
}

/** The reader's settings, complete and valid whatever is stored. Never throws. */
export const loadSettings = async (): Promise<Settings> => (await findSettings()).settings;

/**
 * Stores settings; readers hear of it through `onSettings`. Tells where they went, or a fault when they could not be
 * stored at all. What was damaged or older is copied away first.
 */
export async function saveSettings(settings: Settings): Promise<Result<Area>> {
  const found = await findSettings();
  if (found.state === 'damaged' || found.state === 'older') await backUp(found);
  const stored = { settings: storedSettings(settings) };
  try {
    // Another device's later version knows more than we do: its settings stay as they are.
    if (readSettings(await at('sync')).state !== 'newer') {
      await browser.storage.sync.set(stored);
      await browser.storage.local.remove('settings');
      return { ok: true, value: 'sync' };
    }
  } catch {
    // Switched off, or over its quota of 8 kB an item.
  }
  try {
    await browser.storage.local.set(stored);
    return { ok: true, value: 'local' };
  } catch {
    return {
      ok: false,
      fault: { code: 'settings', message: t('settingsNotSaved'), todo: t('settingsNotSavedTodo') },
    };
  }
}

/** Changes some settings, leaving alone what another page changed meanwhile. */
export async function changeSettings(change: Partial<Settings>): Promise<Result<Area>> {
  return saveSettings({ ...(await loadSettings()), ...change });
}

/** At start: brings stored settings to this version, after copying away what is older or damaged. Never throws. */
export async function keepSettings(): Promise<void> {
  try {
    const { state, settings } = await findSettings();
    if (state === 'older' || state === 'damaged') await saveSettings(settings);
  } catch (error) {
    console.error('[said-before] settings', error);
  }
}

/** Calls back with the settings whenever they change, here or on another device, until `signal` aborts. */
export function onSettings(heard: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, unknown>): void => {
    if (!('settings' in changes)) return;
    void loadSettings().then((settings) => {
      if (!signal.aborted) heard(settings);
    });
  };
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed), { once: true });
}

/** Copies of settings that could not be used, or are of an older version: in `storage.local.settingsBackups`, newest first. */
import { browser } from '../../utils/browser';
import type { ReadSettings } from '../../utils/settings/read';

export interface SettingsBackup {
  /** ISO time of the copy. */
  at: string;
  state: ReadSettings['state'];
  faults: string[];
  /** The stored value as it was. */
  value: unknown;
}

const KEY = 'settingsBackups';
/** So many copies are kept; the reader can save each as a file. */
const MOST = 5;

/** The copies there are, newest first; none where storage does not answer. */
export async function settingsBackups(): Promise<SettingsBackup[]> {
  try {
    const { [KEY]: kept } = await browser.storage.local.get(KEY);
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Keeps a copy, once for each value. */
export async function backUp(found: Pick<ReadSettings, 'state' | 'faults'> & { raw: unknown }): Promise<void> {
  const kept = await settingsBackups();
  if (kept.some(({ value }) => JSON.stringify(value) === JSON.stringify(found.raw))) return;
  const copy: SettingsBackup = {
    at: new Date().toISOString(),
    state: found.state,
    faults: found.faults,
    value: found.raw,
  };
  await browser.storage.local.set({ [KEY]: [copy, ...kept].slice(0, MOST) });
}

/** Lets the copies go, when the reader says so. */
export const forgetBackups = (): Promise<void> => browser.storage.local.remove(KEY);

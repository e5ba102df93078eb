/** What the scout needs on every page, kept where it can read it at once: `storage.local.gate`. */
import { browser } from '../../utils/browser';
import type { GateList } from '../../utils/gate';
import type { Settings } from '../../utils/settings';
import type { Corpus } from './corpus';
import { loadSettings } from './settings';

/** The value of `storage.local.gate`. */
export interface StoredGate {
  gate: GateList[];
  settings: Settings;
  /** State of the packs that it was made of. */
  key: string;
}

/** Brings the stored gate up to date; cheap when nothing changed. Never throws. */
export async function refreshGate(corpus: Corpus): Promise<void> {
  try {
    const [{ gate: stored }, key, settings] = await Promise.all([
      browser.storage.local.get('gate') as Promise<{ gate?: StoredGate }>,
      corpus.loreKey(),
      loadSettings(),
    ]);
    const same = stored?.key === key;
    if (same && JSON.stringify(stored.settings) === JSON.stringify(settings)) return;
    const gate = same ? stored.gate : ((await corpus.lore()).topic?.gate ?? []);
    await browser.storage.local.set({ gate: { gate, settings, key } satisfies StoredGate });
  } catch (error) {
    console.error('[said-before] gate', error);
  }
}

/** What the scout needs on every page, kept where it can read it at once: `storage.local.gate`. */
import { browser } from '../../utils/browser';
import type { GateList } from '../../utils/gate';
import type { Settings } from '../../utils/settings';
import type { Corpus } from './corpus';
import { loadSettings } from './settings';

/** The value of `storage.local.gate`. */
export interface StoredGate {
  /** A page that passes one of these is on a topic. */
  gates: GateList[][];
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
    // What an earlier version stored had one gate.
    const same = stored?.key === key && Array.isArray(stored.gates);
    if (same && JSON.stringify(stored.settings) === JSON.stringify(settings)) return;
    const gates = same ? stored.gates : (await corpus.lore()).topics.flatMap((topic) => topic.gates);
    await browser.storage.local.set({ gate: { gates, settings, key } satisfies StoredGate });
  } catch (error) {
    console.error('[said-before] gate', error);
  }
}

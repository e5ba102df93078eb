import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { glance } from '../utils/article/glance';
import { isOwnReport } from '../utils/article/own-report';
import { type GateList, passesAnyGate } from '../utils/gate';
import { followNavigation } from '../utils/overlay/navigation';
import { type Settings, whyNotRead } from '../utils/settings';
import './highlight.css';
import './highlight-styles.css';

/** Text that loads late is looked at again after so many milliseconds, then never more. */
const looks = [0, 1500, 4000, 9000];
/** A page with less text than this may still be waiting for the reader's consent: a click on it is worth another look. */
const THIN = 3000;
const CLICKS = 3;

/** The background stores whole, valid settings here (`StoredGate`). */
interface Stored {
  gates: GateList[][];
  settings: Settings;
}

/** What the background stored; right after installing it may still be at it, and a page opened then waits for it. */
function storedGate(signal: AbortSignal): Promise<Stored> {
  return new Promise((resolve) => {
    const { local } = browser.storage;
    const changed = ({ gate }: { gate?: { newValue?: unknown } }): void => take(gate?.newValue);
    const take = (gate: unknown): void => {
      // What an earlier version stored is no use; the background is at it.
      if (!(gate as Stored | undefined)?.gates) return;
      local.onChanged.removeListener(changed);
      resolve(gate as Stored);
    };
    local.onChanged.addListener(changed);
    signal.addEventListener('abort', () => local.onChanged.removeListener(changed));
    void local.get('gate').then(({ gate }) => take(gate));
  });
}

/** The gate: on a page that is not news on a topic we hold it leaves nothing but itself. It does not use the polyfill, which is larger than it. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  async main(ctx) {
    const { gates, settings } = await storedGate(ctx.signal);
    if (whyNotRead(settings, location.hostname) !== null) return;

    let length = -1;
    let found = false;
    const look = (): void => {
      if (found) return;
      const text = glance(document);
      // Nothing new since the last look.
      if (text.length === length) return;
      length = text.length;
      found = passesAnyGate(text, gates) && !isOwnReport(document);
      if (found) void browser.runtime.sendMessage({ type: 'page.topical', request: {} }).catch(() => {});
    };
    const watch = (): void => {
      found = false;
      length = -1;
      for (const delay of looks) ctx.setTimeout(look, delay);
    };

    let clicks = 0;
    const clicked = (event: Event): void => {
      if (!event.isTrusted) return;
      clicks += 1;
      if (found || length > THIN || clicks > CLICKS) window.removeEventListener('click', clicked, true);
      else for (const delay of looks.slice(1, 3)) ctx.setTimeout(look, delay);
    };
    window.addEventListener('click', clicked, true);
    ctx.onInvalidated(() => window.removeEventListener('click', clicked, true));

    followNavigation(window, watch, ctx.signal, (run) => ctx.addEventListener(window, 'wxt:locationchange', run));
    watch();
  },
});

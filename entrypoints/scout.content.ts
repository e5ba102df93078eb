import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type GateList, passesGate } from '../utils/gate';
import { mendSettings, whyNotRead } from '../utils/settings';
import './highlight.css';
import './highlight-styles.css';

/** Text that loads late is looked at again after so many milliseconds, then never more. */
const looks = [0, 1500, 4000, 9000];
/** More text than this is not read at the gate: the first half million characters tell. */
const MOST = 500_000;

/** The gate: on a page that is not news on a topic we hold it leaves nothing but itself. It does not use the polyfill, which is larger than it. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  async main(ctx) {
    const stored = (await browser.storage.local.get('gate')) as { gate?: { gate: GateList[]; settings: unknown } };
    if (!stored.gate) return;
    const { gate, settings } = stored.gate;
    if (whyNotRead(mendSettings(settings), location.hostname) !== null) return;

    let length = -1;
    const look = (): boolean => {
      const text = document.body?.textContent ?? '';
      // Nothing new since the last look.
      if (text.length === length) return false;
      length = text.length;
      if (!passesGate(text.length > MOST ? text.slice(0, MOST) : text, gate)) return false;
      void browser.runtime.sendMessage({ type: 'page.topical', request: {} }).catch(() => {});
      return true;
    };
    const watch = (): void => {
      let found = false;
      for (const delay of looks)
        ctx.setTimeout(() => {
          if (!found) found = look();
        }, delay);
    };

    let path = location.href.split('#')[0];
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
      const next = newUrl.href.split('#')[0];
      if (next === path) return;
      path = next;
      length = -1;
      watch();
    });
    watch();
  },
});

import { defineContentScript } from 'wxt/utils/define-content-script';
import cardCss from '../../components/card/card.css?inline';
import tokens from '../../components/tokens.css?inline';
import { browser } from '../../utils/browser';
import { useCatalogue } from '../../utils/i18n';
import { Overlay } from './overlay';

/** Injected by the background on topical pages only. */
export default defineContentScript({
  registration: 'runtime',
  matches: ['http://*/*', 'https://*/*'],
  async main(ctx) {
    useCatalogue((key, values) => browser.i18n.getMessage(key, values), browser.i18n.getUILanguage());
    const overlay = new Overlay(`${tokens}\n${cardCss}`);
    ctx.onInvalidated(() => overlay.leave());
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl, oldUrl }) => {
      if (newUrl.href.split('#')[0] !== oldUrl.href.split('#')[0]) overlay.changed();
    });
    await overlay.start();
  },
});

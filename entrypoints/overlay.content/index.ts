import { defineContentScript } from 'wxt/utils/define-content-script';
import hostCss from '../../components/card/host.css?inline';
import lines from '../highlight.css?inline';
import styles from '../highlight-styles.css?inline';
import { useBrowserWords } from '../own-page/words';
import { marksCss } from './marks-css';
import { Overlay } from './overlay';

/** Injected by the background on topical pages only. */
export default defineContentScript({
  registration: 'runtime',
  matches: ['http://*/*', 'https://*/*'],
  async main(ctx) {
    useBrowserWords();
    const overlay = new Overlay({
      css: hostCss,
      marks: (style) => marksCss(lines, styles, style),
      // Measured: Chromium paints text in shadow roots by the document's rules, Firefox does not.
      shadowRules: import.meta.env.FIREFOX,
      onLocation: (run) => ctx.addEventListener(window, 'wxt:locationchange', run),
    });
    ctx.onInvalidated(() => overlay.leave());
    await overlay.start();
  },
});

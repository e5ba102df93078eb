import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../components/card/card.css?inline';
import tokens from '../components/tokens.css?inline';
import { CardView } from './overlay.content/card';
import { CARD, type CardMaker } from './overlay.content/late-card';
import { useBrowserWords } from './own-page/words';

/** Put beside an overlay that found something to show. */
export default defineUnlistedScript(() => {
  useBrowserWords();
  const maker: CardMaker = {
    css: `${tokens}\n${cardCss}`,
    make: (host, events, signal) => new CardView(host, events, signal),
  };
  Object.assign(globalThis, { [CARD]: maker });
});

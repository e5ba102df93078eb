import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../components/card/card.css?inline';
import tokens from '../components/tokens.css?inline';
import { browser } from '../utils/browser';
import { tagOf, useCatalogue } from '../utils/i18n';
import { CardView } from './overlay.content/card';
import { CARD, type CardMaker } from './overlay.content/late-card';

/** Put beside an overlay that found something to show. */
export default defineUnlistedScript(() => {
  const { i18n } = browser;
  useCatalogue((key, values) => i18n.getMessage(key, values), tagOf(i18n.getMessage('language'), i18n.getUILanguage()));
  const maker: CardMaker = {
    css: `${tokens}\n${cardCss}`,
    make: (host, events, signal) => new CardView(host, events, signal),
  };
  Object.assign(globalThis, { [CARD]: maker });
});

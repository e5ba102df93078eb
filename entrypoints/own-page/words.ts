/** The interface's words from the browser's catalogue, with the tag for its dates and numbers. For every context. */
import { browser } from '../../utils/browser';
import { tagOf, useCatalogue } from '../../utils/i18n';

/** The tag of our words where they are not in the browser's language: its dates would stand among ours. */
export const wordsTag = (): string => tagOf(browser.i18n.getMessage('language') || 'en', browser.i18n.getUILanguage());

/** Words come from the browser from now on. */
export const useBrowserWords = (): void =>
  useCatalogue((key, values) => browser.i18n.getMessage(key, values), wordsTag());

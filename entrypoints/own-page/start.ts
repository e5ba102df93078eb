/** What each of our own pages does first: words, language, writing direction, theme. */
import { browser } from '../../utils/browser';
import { useCatalogue } from '../../utils/i18n';
import { pseudoOf, pseudoText } from '../../utils/pseudo';
import type { Settings } from '../../utils/settings';
import { loadSettings, onSettings } from '../background/settings';
import { wordsTag } from './words';

/** Light, dark or as the system has it. */
export function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Prepares the page and hands out the reader's settings. */
export async function startPage(): Promise<Settings> {
  const root = document.documentElement;
  const pseudo = pseudoOf(location.search);
  const find = (key: string, values?: string[]): string => browser.i18n.getMessage(key, values);
  const language = wordsTag();
  useCatalogue(pseudo ? (key, values) => pseudoText(find(key, values), pseudo) : find, language);
  root.lang = language;
  root.dir = pseudo === 'rtl' ? 'rtl' : find('@@bidi_dir') || 'ltr';
  const settings = await loadSettings();
  applyTheme(settings);
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort(), { once: true });
  onSettings(applyTheme, gone.signal);
  return settings;
}

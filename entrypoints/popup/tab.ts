/** What can be said about the tab that the popup stands over. */
import type { PopupState } from '../../components/popup/notes';
import { languageOf } from '../../utils/article/language';
import { browser, type Tabs } from '../../utils/browser';
import { send, sendToTab } from '../../utils/messaging';
import { type Settings, whyNotRead } from '../../utils/settings';

/** The store of statements answers in a few milliseconds unless it is being filled. */
const PATIENCE = 800;

/** `?tab=` names another tab than the one in front: for tests, and for the popup opened as a page. */
export const askedTab: number | null = Number(new URLSearchParams(location.search).get('tab')) || null;

/** The tab that the popup is about. */
export const findTab = async (): Promise<Tabs.Tab | undefined> =>
  askedTab
    ? browser.tabs.get(askedTab).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];

/** Host name of a web page; null for the browser's own pages and others we may not see. */
export function hostOf(tab: Tabs.Tab | undefined): string | null {
  return tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url).hostname : null;
}

/** The origins to ask the browser for; a match pattern has no port. */
export const originOf = (url: string): string => `${new URL(url).protocol}//${new URL(url).hostname}/*`;

/** In the page: the language that it declares, and the beginning of its text. */
const beginning = (): { lang: string; text: string } => ({
  lang: document.documentElement.lang,
  text: Array.from(document.querySelectorAll('p'), (p) => p.textContent)
    .join(' ')
    .slice(0, 3000),
});

/** A page's language, "und" when it can't be told; null where no script is let in (stores, protected pages) and nothing can be done. */
async function languageIn(tabId: number): Promise<string | null> {
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: beginning });
    const { lang = '', text = '' } = (found?.result ?? {}) as Partial<ReturnType<typeof beginning>>;
    return languageOf(lang, text);
  } catch {
    return null;
  }
}

async function corpusAnswers(): Promise<boolean> {
  const late = new Promise<false>((done) => setTimeout(() => done(false), PATIENCE));
  return Promise.race([send('corpus.status', null).then(() => true), late]);
}

/** The state of a tab: what its overlay says or, without one, why there is none. */
export async function stateOf(tab: Tabs.Tab | undefined, settings: Settings): Promise<PopupState> {
  const host = hostOf(tab);
  if (tab?.id === undefined || !tab.url || host === null) return { status: 'not-here' };
  const reply = await sendToTab(tab.id, 'overlay.state', null, 0);
  if (reply.ok) {
    if (reply.value.status === 'loading' && !(await corpusAnswers())) return { status: 'preparing' };
    return reply.value;
  }
  const why = whyNotRead(settings, host);
  if (why === 'off' || why === 'off-site') return { status: why };
  if (!(await browser.permissions.contains({ origins: [originOf(tab.url)] }))) return { status: 'no-access' };
  const language = tab.status === 'loading' ? 'und' : await languageIn(tab.id);
  if (language === null) return { status: 'not-here' };
  if (why) return { status: why };
  if (tab.status === 'loading') return { status: 'loading' };
  // The scout knows English words only: news on a topic of ours in another language passes it by.
  return { status: ['en', 'und'].includes(language) ? 'not-topical' : 'language' };
}

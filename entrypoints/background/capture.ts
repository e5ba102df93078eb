/** "Add to Said Before": what is selected on a page becomes a draft, shown in a small window to be saved. */
import type { CapturedSelection } from '../../utils/article/selection';
import { browser } from '../../utils/browser';
import type { CapturedRecord } from '../../utils/messages';
import { textOf } from '../../utils/reading/read-article';
import { topicsOn } from '../../utils/reading/topics';
import { fragment, recordFrom } from './capture-record';
import { corpus } from './corpus';
import { topicsOf } from './topic';

const SCRIPT = '/capture.js';
/** Size of the window, in CSS pixels. */
const WINDOW = { width: 520, height: 780 };

/** What the frames of a tab have selected: the first that has anything. Null where the browser keeps us out. */
async function selectionIn(tabId: number): Promise<CapturedSelection | null> {
  try {
    const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
    const all = found.map(({ result }) => result as CapturedSelection | null);
    return all.find((one) => one?.text) ?? null;
  } catch {
    return null;
  }
}

/** Where a page cannot be read (a PDF, a page of the browser), the selected words and the address are all there is. */
const bare = (text: string, url: string): CapturedRecord => ({
  selection: text,
  speaker: '',
  side: '',
  quote: fragment(text),
  gist: '',
  date: '',
  publisher: /^https?:/.test(url) ? new URL(url).hostname.replace(/^www\./, '') : '',
  url: /^https?:/.test(url) ? url : '',
  published: '',
});

async function open(record: CapturedRecord): Promise<void> {
  const key = crypto.randomUUID();
  await browser.storage.local.set({ [`capture:${key}`]: record });
  const url = browser.runtime.getURL(`/options.html#capture?key=${key}`);
  try {
    await browser.windows.create({ url, type: 'popup', ...WINDOW });
  } catch {
    // Browsers on phones have no windows.
    await browser.tabs.create({ url });
  }
}

/** The record of a selection, whose page may name people of any topic that it is on. */
async function recordOf(selection: CapturedSelection): Promise<CapturedRecord> {
  const topics = await topicsOf(await corpus());
  const on = topicsOn(textOf(selection.article), topics);
  return recordFrom(selection, topics.together(on.length > 0 ? on : topics.all).people);
}

/** Captures what is selected in a tab; `text` is what the menu knows of it. Does nothing when nothing is selected. */
export async function capture(tab: { id?: number; url?: string } | undefined, text = ''): Promise<void> {
  const selection = tab?.id === undefined ? null : await selectionIn(tab.id);
  if (selection) return open(await recordOf(selection));
  if (text.trim()) await open(bare(text.trim(), tab?.url ?? ''));
}

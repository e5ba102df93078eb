/** What the specs about pages share: pages of news, and the extension's own side seen from a page of its own. */
import type { Page } from '@playwright/test';
import type { PageReply, PageState, ToOverlay } from '../../utils/messages';
import type { Settings } from '../../utils/settings';
import { test as base, expect, marks, ready, spotOf } from './support';

export { expect, spotOf };

interface Chrome {
  tabs: {
    query(q: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(id: number, message: unknown): Promise<unknown>;
  };
  storage: Record<'sync' | 'local', { set(v: object): Promise<void>; remove(key: string): Promise<void> }>;
  runtime: { onMessage: { addListener(heard: (message: { type?: string }) => void): void } };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
}
type Desk = typeof globalThis & { chrome: Chrome; asked: number };

/** Adds `desk`: a page of the extension that is open as long as the browser is, and counts the reports asked for. */
export const test = base.extend<object, { desk: Page }>({
  desk: [
    async ({ chrome, worker }, use) => {
      const id = new URL(worker.url()).host;
      await ready(chrome, id);
      const page = await chrome.newPage();
      await page.goto(`chrome-extension://${id}/options.html#help`);
      await page.evaluate(() => {
        const desk = globalThis as unknown as Desk;
        desk.asked = 0;
        desk.chrome.runtime.onMessage.addListener(({ type }) => {
          if (type === 'page.report') desk.asked += 1;
        });
      });
      await use(page);
      await page.close();
    },
    { scope: 'worker', auto: true },
  ],
});

export const claims = `<p>US President Donald Trump said that a peace deal between Russia and Ukraine was closer than ever, after talks with Ukrainian President Volodymyr Zelensky in Berlin.</p>
<p>“We are very close to a deal,” Trump told reporters. Russian President Vladimir Putin wants peace, he said.</p>
<p>The Kremlin said Russia would not accept European troops in Ukraine. Ukraine will not cede territory to Russia, Zelensky said in Kyiv, and the ceasefire must come first.</p>`;

/** A dated news page around a body; `head` goes into its head. */
export const newsPage = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks go on</title><meta property="article:published_time" content="2025-12-16T10:00:00Z"><style>body{font:18px/1.6 sans-serif;max-width:640px;margin:40px auto}</style>${head}</head><body>${body}</body></html>`;

export const article = (body: string): string => newsPage(`<article><h1>Talks go on in Berlin</h1>${body}</article>`);

/** Number of marked ranges on a page. */
export const marked = async (page: Page): Promise<number> =>
  Object.entries(await marks(page))
    .filter(([name]) => name !== 'said-before-current')
    .reduce((sum, [, count]) => sum + count, 0);

/** Waits until a page is marked. */
export const isMarked = (page: Page, least = 1): Promise<void> =>
  expect.poll(() => marked(page), { timeout: 10_000 }).toBeGreaterThanOrEqual(least);

/** The words under our marks, each with the name of its highlight. */
export const markedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('said-before-') && name !== 'said-before-current'
        ? [...highlight].map((range) => {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return live.toString();
          })
        : [],
    ),
  );

export const cardOn = (page: Page) => page.getByRole('dialog', { name: /^Earlier statements/ });

/** Notes in a page when the pointer moved last and when the card opened and closed, by the clock of the events. */
export const followCard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times = { moved: 0, opened: 0, closed: 0 };
    Object.assign(globalThis, { times });
    addEventListener('pointermove', ({ timeStamp }) => Object.assign(times, { moved: timeStamp }), true);
    const shell = document.querySelector('said-before-overlay')?.shadowRoot?.querySelector('.shell');
    shell?.addEventListener('toggle', (event) =>
      Object.assign(times, { [(event as ToggleEvent).newState === 'open' ? 'opened' : 'closed']: event.timeStamp }),
    );
  });

/** Ms from the pointer's last move to the card's opening or closing, as `followCard` noted it. */
export const sinceMove = (page: Page, what: 'opened' | 'closed'): Promise<number> =>
  page.evaluate((name) => {
    const { times } = globalThis as unknown as { times: Record<string, number> };
    return (times[name] ?? 0) - (times.moved ?? 0);
  }, what);

async function tell(desk: Page, page: Page, message: unknown): Promise<unknown> {
  return desk.evaluate(
    async ([url, sent]) => {
      const { tabs } = (globalThis as unknown as Desk).chrome;
      const tab = (await tabs.query({})).filter((t) => t.url === url).at(-1);
      return tabs.sendMessage(tab?.id as number, sent);
    },
    [page.url(), message] as const,
  );
}

/** What the overlay of a page would tell the popup. */
export async function stateOf(desk: Page, page: Page): Promise<PageState> {
  const reply = (await tell(desk, page, { type: 'overlay.state', request: null })) as { value?: PageState };
  return (reply.value ?? reply) as PageState;
}

/** The report of a page; fails where there is none. */
export async function reportOf(desk: Page, page: Page): Promise<PageReply> {
  const state = await stateOf(desk, page);
  if (state.status !== 'report') throw new Error(`no report but "${state.status}"`);
  return state.reply;
}

/** Sends a keyboard command's message, as the background does. */
export const command = (desk: Page, page: Page, name: ToOverlay['overlay.command']['request']['command']) =>
  tell(desk, page, { type: 'overlay.command', request: { command: name } });

/** Stores settings as the options page would; everything not named takes its default. */
export const settle = (desk: Page, settings: Partial<Settings>): Promise<void> =>
  desk.evaluate(async (value) => {
    const { storage } = (globalThis as unknown as Desk).chrome;
    await storage.local.remove('settings');
    await storage.sync.set({ settings: { version: 2, ...value } });
  }, settings);

/** How many reports have been asked for since the desk was opened. */
export const asked = (desk: Page): Promise<number> => desk.evaluate(() => (globalThis as unknown as Desk).asked);

/** The text of the badge of a page's tab. */
export const badgeOf = (desk: Page, page: Page): Promise<string> =>
  desk.evaluate(async (url) => {
    const { tabs, action } = (globalThis as unknown as Desk).chrome;
    const tab = (await tabs.query({})).filter((t) => t.url === url).at(-1);
    return action.getBadgeText({ tabId: tab?.id as number });
  }, page.url());

/** Moves the pointer to a point as a hand does, and rests there. */
export async function pointAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x - 6, y - 1);
  await page.mouse.move(x, y, { steps: 3 });
}

/** The built extension in a real Chromium, and pages on localhost. One browser a worker, a fresh page a test. */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page, type Worker } from '@playwright/test';
import { findChromium } from '../../scripts/setup/browser.mjs';

const extension = join(process.cwd(), '.output/chrome-mv3');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', css: 'text/css' };

/** Serves a folder and any pages given as text. */
export class Site {
  readonly pages = new Map<string, string>();
  readonly asked: string[] = [];
  constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}
  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
  /** Registers a page and returns its address. */
  add(path: string, html: string): string {
    this.pages.set(path, html);
    return this.url + path;
  }
}

async function serve(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    site.asked.push(path);
    const own = site.pages.get(path);
    const file = join(folder, path);
    response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8');
    if (own !== undefined) response.end(own);
    else if (!path.includes('..') && path !== '/' && existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(404).end('not found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const site = new Site(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return site;
}

export const test = base.extend<
  { extensionId: string },
  { own: string; chrome: BrowserContext; worker: Worker; site: Site }
>({
  /** A spec that leaves its browser changed names one of its own: others then never meet what it left. */
  own: ['', { option: true, scope: 'worker' }],
  chrome: [
    async ({}, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'said-before-'));
      const executablePath = findChromium();
      const context = await chromium.launchPersistentContext(profile, {
        ...(executablePath ? { executablePath } : {}),
        headless: true,
        // Readers' browsers have this cache; what we do on a page that comes back from it is tested.
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
        viewport: { width: 1100, height: 900 },
        args: [
          '--no-sandbox',
          '--disable-quic',
          `--disable-extensions-except=${extension}`,
          `--load-extension=${extension}`,
        ],
      });
      // The welcome page opens by itself after the installation; a page that it came to stand before would draw once a
      // second at most, and a pointer over it would be followed as slowly.
      const welcome = (): Page | undefined => context.pages().find((page) => page.url().endsWith('/welcome.html'));
      await expect.poll(() => welcome() !== undefined, { timeout: 20_000 }).toBe(true);
      await welcome()?.close();
      await use(context);
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
    { scope: 'worker' },
  ],
  worker: [
    async ({ chrome }, use) => {
      const worker = chrome.serviceWorkers()[0] ?? (await chrome.waitForEvent('serviceworker'));
      await use(worker);
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await serve('tests/fixtures/pages');
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  extensionId: async ({ worker }, use) => use(new URL(worker.url()).host),
});

export { expect };

/** Asks the background from a page of ours; its answer. */
export const ask = (page: Page, type: string, request: unknown): Promise<unknown> =>
  page.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { type, request },
  );

/** Waits until the corpus is in place, by asking an extension page. */
export async function ready(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect
    .poll(() => ask(page, 'corpus.status', null), { timeout: 30_000 })
    .toMatchObject({ ok: true, value: { ready: true } });
  await page.close();
}

/** Waits until a page of ours has drawn what it shows: there is a heading or a button, and nothing changes any more. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1, h2, button').first().waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => wait());
        let timer = 0;
        const wait = (): void => {
          clearTimeout(timer);
          timer = window.setTimeout(() => {
            observer.disconnect();
            done();
          }, 250);
        };
        observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        wait();
      }),
  );
}

/** Waits as long as a page of news needs to be marked: on a page that was opened before, whatever would come has come. */
export async function anotherIsMarked(context: BrowserContext, site: Site): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 20_000 });
  await page.close();
}

/** Names and numbers of our highlights on a page. */
export const marks = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].filter(([name]) => name.startsWith('said-before-')).map(([name, h]) => [name, h.size]),
    ),
  );

/** Where to point at the first mark that contains `words`, in the viewport's pixels; scrolls it into sight. Null where none does. */
const spotNow = (page: Page, words: string): Promise<{ x: number; y: number } | null> =>
  page.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('said-before-')) continue;
      for (const range of highlight) {
        const live = (range.startContainer.ownerDocument as Document).createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(wanted)) continue;
        (live.startContainer.parentElement as Element).scrollIntoView({ block: 'center' });
        const rect = [...live.getClientRects()].find((r) => r.width > 30);
        if (rect) return { x: rect.left + Math.min(60, rect.width / 2), y: rect.top + rect.height / 2 };
      }
    }
    return null;
  }, words);

/** The same, waited for: a page's marks come in portions. */
export async function spotOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    const spot = await spotNow(page, words);
    if (spot) return spot;
  }
  throw new Error(`no mark contains "${words}"`);
}

/** Moves the pointer onto the first marked passage that contains `words`. */
export async function hover(page: Page, words: string): Promise<void> {
  const { x, y } = await spotOf(page, words);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y, { steps: 3 });
}

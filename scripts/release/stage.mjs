/** A browser with the built extension, the sample pages under a made-up name, and helpers to take pictures of it. */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../setup/browser.mjs';
import { oneLanguage } from './one-language.mjs';
import { settled } from './settled.mjs';

/** Where the sample pages seem to stand: pictures shall not show an address of the machine that takes them. */
const SITE = 'harbour-gazette.example';

/** Serves the sample pages, and beside them those in `own` (path → HTML). Resolves to the server. */
async function servePages(own) {
  const folder = resolve('tests/fixtures/pages');
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const file = join(folder, path);
    if (own.has(path)) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(own.get(path));
    }
    if (!file.startsWith(folder) || file === join(folder, '/') || !existsSync(file))
      return void response.writeHead(404).end();
    response.setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

/**
 * Opens the stage with the build in `folder`, in the languages that it has or in `lang` alone; `close` ends it. The
 * corpus is in place when this resolves.
 */
export async function openStage({
  width = 1280,
  height = 800,
  scheme = 'light',
  lang = '',
  folder = '.output/chrome-mv3',
} = {}) {
  const own = new Map();
  const server = await servePages(own);
  const site = `http://${SITE}`;
  const extension = lang ? oneLanguage(folder, lang) : resolve(folder);
  const profile = mkdtempSync(join(tmpdir(), 'said-before-stage-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    viewport: { width, height },
    colorScheme: scheme,
    // Chromium on Linux takes the language of its interface from the environment.
    ...(lang ? { env: { ...process.env, LANGUAGE: lang } } : {}),
    args: [
      '--no-sandbox',
      ...(lang ? [`--lang=${lang}`] : []),
      `--host-resolver-rules=MAP ${SITE} 127.0.0.1:${server.address().port}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = `chrome-extension://${new URL(worker.url()).host}`;
  /**
   * Opens a page of ours ("/…") or another; `before` is a function that runs in it first, with its
   * argument. Resolves after `wait` ms, or when the page has come to rest and, where `wait` is a
   * selector, has such an element.
   */
  const open = async (url, wait = null, before = null) => {
    const page = await context.newPage();
    if (before) await page.addInitScript(before.run, before.with);
    await page.goto(url.startsWith('/') ? base + url : url);
    if (typeof wait === 'string') await page.locator(wait).first().waitFor();
    await (typeof wait === 'number' ? page.waitForTimeout(wait) : settled(page));
    return page;
  };
  const ask = (page, type, request = null) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { type, request });
  const tabOf = (url) =>
    worker.evaluate(async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id, url);
  /** Rests the pointer on the first marked passage that contains `words`, until the card is there. */
  const pointAt = async (page, words) => {
    const spot = await page.evaluate(findMark, words);
    // A picture without the card would go out unseen.
    if (!spot) throw new Error(`no mark on “${words}”: choose words that the sample page marks`);
    await page.mouse.move(spot.x - 3, spot.y);
    await page.mouse.move(spot.x, spot.y, { steps: 3 });
    await page.waitForTimeout(1300);
  };
  const warm = await open('/options.html', 0);
  for (let tries = 0; tries < 100; tries += 1) {
    const status = await ask(warm, 'corpus.status');
    if (status?.ok && status.value.ready && status.value.statements > 0) break;
    await warm.waitForTimeout(200);
  }
  // Without the gate no page is read; a busy machine needs long for it.
  await warm.waitForFunction(async () => 'gate' in (await chrome.storage.local.get('gate')), null, { timeout: 60_000 });
  await warm.close();
  for (const page of context.pages()) if (page.url().endsWith('/welcome.html')) await page.close();
  return {
    site,
    base,
    context,
    open,
    /** Asks our background from one of our pages. */
    ask,
    pointAt,
    /** The id of the tab that shows this address. */
    tabOf,
    /** Puts a page beside the sample pages; returns its address. */
    add(path, html) {
      own.set(path, html);
      return site + path;
    },
    /** The sample article with the card open on the first passage that contains `words`. */
    async article(words) {
      const page = await open(`${site}/sample-news.html`);
      // A slow machine needs longer; a picture without marks would be worse than none.
      await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 20_000 });
      if (words) await pointAt(page, words);
      return page;
    },
    /** The popup of another tab; `real` as the browser lays it out, otherwise as the page that it is in a tab. */
    async popupOf(page, size = { width: 400, height: 600 }, { before = null, real = false } = {}) {
      const popup = await context.newPage();
      await popup.setViewportSize(size);
      if (before) await popup.addInitScript(before.run, before.with);
      await popup.goto(`${base}/popup.html?tab=${await tabOf(page.url())}`);
      await settled(popup);
      if (real) await popup.evaluate(() => document.documentElement.classList.remove('tab'));
      return popup;
    },
    async close() {
      await context.close();
      server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      if (lang) rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** In the page: a point on the first marked passage that contains `words`. */
function findMark(words) {
  for (const [name, highlight] of CSS.highlights)
    if (/^said-before-(?:contradicts|confirms|mixed)$/.test(name))
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(words)) continue;
        const rect = [...live.getClientRects()].find((box) => box.width > 40);
        if (!rect) continue;
        // Room below for the card.
        scrollBy(0, rect.top - 150);
        const at = [...live.getClientRects()].find((box) => box.width > 40);
        if (at) return { x: at.left + Math.min(60, at.width / 2), y: at.top + at.height / 2 };
      }
  return null;
}

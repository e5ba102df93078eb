/** A browser with the built extension, the sample pages on localhost, and helpers to take pictures of it. */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../setup/browser.mjs';

async function servePages() {
  const folder = resolve('tests/fixtures/pages');
  const server = createServer((request, response) => {
    const file = join(folder, (request.url ?? '/').split('?')[0]);
    if (!file.startsWith(folder) || file === join(folder, '/') || !existsSync(file))
      return void response.writeHead(404).end();
    response.setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, site: `http://127.0.0.1:${server.address().port}` };
}

/** Opens the stage with the build in `folder`, in the language of the machine or in `lang`; `close` ends it. The corpus is in place when this resolves. */
export async function openStage({
  width = 1280,
  height = 800,
  scheme = 'light',
  lang = '',
  folder = '.output/chrome-mv3',
} = {}) {
  const { server, site } = await servePages();
  const extension = resolve(folder);
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
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const base = `chrome-extension://${new URL(worker.url()).host}`;
  const open = async (url, wait = 700) => {
    const page = await context.newPage();
    await page.goto(url.startsWith('/') ? base + url : url);
    await page.waitForTimeout(wait);
    return page;
  };
  const warm = await open('/options.html');
  // Without the gate no page is read; a busy machine needs long for it.
  await warm.waitForFunction(async () => 'gate' in (await chrome.storage.local.get('gate')), null, { timeout: 60_000 });
  await warm.waitForTimeout(500);
  await warm.close();
  return {
    site,
    open,
    /** The sample article with the card open on the first passage that contains `words`. */
    async article(words) {
      const page = await open(`${site}/sample-news.html`);
      // A slow machine needs longer; a picture without marks would be worse than none.
      await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 20_000 });
      const spot = words && (await page.evaluate(findMark, words));
      if (spot) {
        await page.mouse.move(spot.x - 3, spot.y);
        await page.mouse.move(spot.x, spot.y, { steps: 3 });
        await page.waitForTimeout(1300);
      }
      return page;
    },
    /** The popup of another tab, as a page as wide as a popup. */
    async popupOf(page, size = { width: 400, height: 600 }, pseudo = '') {
      const id = await worker.evaluate(
        async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
        page.url(),
      );
      const popup = await context.newPage();
      await popup.setViewportSize(size);
      await popup.goto(`${base}/popup.html?tab=${id}&pseudo=${pseudo}`);
      await popup.waitForTimeout(1200);
      return popup;
    },
    /** Pictures one over another: the first is the ground, the others are laid on with their place. */
    async over(ground, layers, path) {
      const page = await context.newPage();
      const source = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;
      const laid = layers.map(
        ({ file, top, right }) =>
          `<img src="${source(file)}" style="position:absolute;top:${top}px;right:${right}px;border-radius:10px;box-shadow:0 0 0 1px #0003,0 12px 40px #0005">`,
      );
      await page.setContent(`<body style="margin:0"><img src="${source(ground)}">${laid.join('')}</body>`);
      await page.screenshot({ path });
      await page.close();
    },
    async close() {
      await context.close();
      server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
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
        if (at) return { x: at.left + 60, y: at.top + at.height / 2 };
      }
  return null;
}

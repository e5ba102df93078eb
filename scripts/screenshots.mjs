/** `node scripts/screenshots.mjs [folder]`: pictures of every view of the built extension, light and dark, wide and narrow. */
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './setup/browser.mjs';

const out = resolve(process.argv[2] ?? '.output/screenshots');
mkdirSync(out, { recursive: true });
const folder = resolve('tests/fixtures/pages');
const server = createServer((request, response) => {
  const file = join(folder, (request.url ?? '/').split('?')[0]);
  if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
  response.setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
  createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const site = `http://127.0.0.1:${server.address().port}`;
const extension = resolve('.output/chrome-mv3');
const profile = mkdtempSync(join(tmpdir(), 'said-before-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: ensureChromium(),
  headless: true,
  viewport: { width: 1280, height: 800 },
  args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const base = `chrome-extension://${new URL(worker.url()).host}`;
const warm = await context.newPage();
await warm.goto(`${base}/options.html`);
await warm.waitForTimeout(1500);
await warm.close();

const shot = async (page, name) => {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(out, `${name}.png`) });
};

async function overlay(scheme, width) {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 800 });
  await page.goto(`${site}/sample-news.html`);
  await page.waitForTimeout(1500);
  const spot = await page.evaluate(() => {
    for (const range of CSS.highlights.get('said-before-mixed') ?? []) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      if (!/close/.test(live.toString()) || live.startContainer.parentElement.tagName === 'H1') continue;
      const rect = live.getClientRects()[0];
      return { x: rect.left + 60, y: rect.top + rect.height / 2 };
    }
    return null;
  });
  if (spot) {
    await page.mouse.move(spot.x - 3, spot.y);
    await page.mouse.move(spot.x, spot.y, { steps: 3 });
    await page.waitForTimeout(900);
  }
  await shot(page, `overlay-${scheme}-${width}`);
  const tab = await worker.evaluate(
    async (url) => (await chrome.tabs.query({})).find((t) => t.url === url)?.id,
    page.url(),
  );
  return { page, tab };
}

for (const scheme of ['light', 'dark']) {
  await (await overlay(scheme, 400)).page.close();
  const { page, tab } = await overlay(scheme, 1280);
  const popup = await context.newPage();
  await popup.emulateMedia({ colorScheme: scheme });
  await popup.setViewportSize({ width: 400, height: 590 });
  await popup.goto(`${base}/popup.html?tab=${tab}`);
  await shot(popup, `popup-${scheme}`);
  await page.goto(`${site}/other-topic.html`);
  await popup.reload();
  await shot(popup, `popup-nothing-${scheme}`);
  await popup.close();
  await page.close();
  const options = await context.newPage();
  await options.emulateMedia({ colorScheme: scheme });
  for (const [name, hash] of [
    ['statements', '#statements'],
    ['packs', '#packs'],
    ['settings', '#settings'],
    ['help', '#help'],
  ]) {
    await options.goto(`${base}/options.html${hash}`);
    await options.waitForTimeout(700);
    if (name === 'statements') {
      await shot(options, `options-list-${scheme}`);
      await options.locator('tbody tr button').nth(3).click();
    }
    await shot(options, `options-${name}-${scheme}`);
  }
  await options.setViewportSize({ width: 400, height: 800 });
  await options.goto(`${base}/options.html#statements`);
  await options.waitForTimeout(500);
  await shot(options, `options-narrow-${scheme}`);
  await options.close();
}
await context.close();
server.close();
rmSync(profile, { recursive: true, force: true });
console.log(out);

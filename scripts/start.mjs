/**
 * `npm start`: installs what is missing, builds, and opens a browser with the extension on a sample news page.
 * Without a display it works headless: it opens the first card, writes a screenshot and prints what it found.
 */
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium } from './setup/browser.mjs';
import { ensureDependencies, run } from './setup/dependencies.mjs';

ensureDependencies();
const executablePath = ensureChromium();
console.log('Building the extension …');
if (!run('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })) {
  console.error('The build failed; the lines above say where.');
  process.exit(1);
}

const folder = resolve('tests/fixtures/pages');
const server = createServer((request, response) => {
  const file = join(folder, (request.url ?? '/').split('?')[0]);
  if (!file.startsWith(folder) || !existsSync(file) || file === join(folder, '/'))
    return void response.writeHead(404).end('not found');
  response.setHeader('content-type', file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
  createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `http://127.0.0.1:${server.address().port}/sample-news.html`;

const headless =
  process.argv.includes('--headless') ||
  (platform() !== 'darwin' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
const { chromium } = await import('@playwright/test');
const extension = resolve('.output/chrome-mv3');
const profile = mkdtempSync(join(tmpdir(), 'said-before-'));
const context = await chromium
  .launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1180, height: 860 } : null,
    args: [
      '--no-sandbox',
      // No bar about the flag above over the page that somebody sees first.
      '--test-type',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  })
  .catch((error) => {
    console.error(`${error.message}\n`);
    console.error(`${executablePath} did not start${headless ? '' : ' (npm start -- --headless needs no display)'}.`);
    console.error('The lines above say why. Set CHROMIUM_PATH to another Chromium, or mend this one.');
    process.exit(1);
  });
const end = async () => {
  await context.close().catch(() => {});
  server.close();
  rmSync(profile, { recursive: true, force: true });
};

const page = context.pages()[0] ?? (await context.newPage());
const marked = () =>
  page.evaluate(() =>
    [...CSS.highlights].filter(([name]) => name.startsWith('said-before-')).reduce((sum, [, h]) => sum + h.size, 0),
  );
// The corpus is read in at install; the page is opened anew until it is there.
let count = 0;
for (let tries = 0; tries < 10 && count === 0; tries += 1) {
  await page.goto(url);
  await page.waitForTimeout(1200);
  count = await marked();
}

if (count === 0) {
  console.error(
    `No passage was marked on ${url}. The page is in English and about the pack’s topic, so something is broken.`,
  );
  await end();
  process.exit(1);
}
if (!headless) {
  // The welcome page that the extension opened stays behind it.
  await page.bringToFront();
  console.log(
    `Open: ${url}\n${count} marked passages: rest the pointer on one. The toolbar button is behind the puzzle piece; the welcome page is in the other tab. Close the browser to end.`,
  );
  await new Promise((closed) => context.on('close', closed));
  await end();
  process.exit(0);
}

const spot = await page.evaluate(() => {
  for (const name of ['said-before-mixed', 'said-before-contradicts', 'said-before-confirms'])
    for (const range of CSS.highlights.get(name) ?? []) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const rect = [...live.getClientRects()].find((r) => r.width > 60 && r.top > 60 && r.top < 500);
      if (rect) return { x: rect.left + 80, y: rect.top + rect.height / 2, text: live.toString() };
    }
  return null;
});
if (!spot) {
  console.error('None of the marked passages can be seen on the sample page.');
  await end();
  process.exit(1);
}
await page.mouse.move(spot.x - 4, spot.y);
await page.mouse.move(spot.x, spot.y, { steps: 3 });
const card = page.getByRole('dialog', { name: /^Earlier statements/ });
await card.waitFor({ state: 'visible', timeout: 8000 });
await page.waitForTimeout(300);
mkdirSync('.output/start', { recursive: true });
await page.screenshot({ path: '.output/start/sample.png' });
const items = await card.locator('[data-statement]').evaluateAll((all) =>
  all.map(
    (item) =>
      `  ${item.innerText
        .split('\n')
        .filter((line) => line.trim())
        .join(' · ')
        .slice(0, 160)}`,
  ),
);
console.log(
  `${count} passages of the sample page are marked.\nCard on: ${spot.text}\n${items.join('\n')}\nScreenshot: ${resolve('.output/start/sample.png')}`,
);
await end();

/**
 * The Firefox build in a real Firefox, through its own WebDriver BiDi: it reads a page, paints, opens a card by hover and
 * by command, reads shadow roots and frames, its own pages work, and it leaves when told. `node tests/firefox/smoke.mjs [FILE]`: builds nothing itself; counts and times go to FILE as JSON; `--long` after it adds the reading view.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/setup/browser.mjs';
import { checkOwnPages, packPages } from './own-pages.mjs';
import { checkReaderView } from './reader-view.mjs';

const executablePath = findFirefox();
if (!executablePath) {
  console.log('Firefox was not found (set FIREFOX_PATH): its smoke test is skipped.');
  process.exit(0);
}
const extension = resolve('.output/firefox-mv3');
const { id } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko;
const UUID = '7d9c1a52-6a35-4a0b-9d5e-3f1f6e0a2b11';

const folder = resolve('tests/fixtures/pages');
const sample = readFileSync(join(folder, 'sample-news.html'), 'utf8');
const body = /<article>[\s\S]*<\/article>/.exec(sample)[0];
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta property="article:published_time" content="2025-12-17">';
const made = {
  '/shadow.html': `${head}<news-story></news-story><script>document.querySelector('news-story').attachShadow({mode:'open'}).innerHTML=${JSON.stringify(body)}</script>`,
  ...packPages(),
  '/viewer.html': `${head}<h1>Viewer</h1><iframe src="/sample-news.html" style="width:700px;height:500px"></iframe>`,
};
const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  response.setHeader('content-type', path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
  const file = join(folder, path);
  if (made[path]) response.end(made[path]);
  else if (path.includes('..') || path === '/' || !existsSync(file)) response.writeHead(404).end();
  else createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const site = `http://127.0.0.1:${server.address().port}`;
const profile = mkdtempSync(join(tmpdir(), 'said-before-firefox-'));
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  timeout: 180_000,
  userDataDir: profile,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }) },
});

const counts = { passed: 0, failed: 0, tests: [] };
async function check(name, work) {
  const began = Date.now();
  try {
    await work();
    counts.passed += 1;
    console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    counts.failed += 1;
    console.log(`  ✘ ${name}\n${error.stack ?? error}`);
  }
  counts.tests.push({ name, ms: Date.now() - began });
}
async function until(ask, message, ms = 10_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ask().catch(() => null);
    if (value) return value;
    if (Date.now() > end) throw new Error(message);
    await new Promise((go) => setTimeout(go, 100));
  }
}
/** Runs in the page: where the first mark with these words stands, in its document's viewport. */
const spot = (words) => {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('said-before-')) continue;
    for (const range of highlight) {
      if (!range.toString().includes(words)) continue;
      range.startContainer.parentElement.scrollIntoView({ block: 'center' });
      const { left, top, height } = range.getClientRects()[0];
      return { x: left + 40, y: top + height / 2 };
    }
  }
  return null;
};
const words = 'We are very close to a deal';
const open = (page) =>
  page.evaluate(() => {
    const shell = document.querySelector('said-before-overlay')?.shadowRoot?.querySelector('.shell:popover-open');
    return shell
      ? { name: shell.getAttribute('aria-label'), items: shell.querySelectorAll('[data-statement]').length }
      : null;
  });
async function visit(path) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  // A busy machine may need long for Firefox's first page.
  await page.goto(site + path, { timeout: 90_000 });
  return page;
}
async function hover(page, { x, y }) {
  await page.mouse.move(x - 8, y);
  await page.mouse.move(x, y, { steps: 3 });
  const card = await until(() => open(page), 'no card opened');
  assert.match(card.name, /^Earlier statements/);
  assert.ok(card.items > 1, `only ${card.items} statements`);
}

try {
  await browser.installExtension(extension);
  const page = await visit('/sample-news.html');
  await check('marks a news page', async () => {
    await until(() => page.evaluate(() => CSS.highlights.size > 0), 'nothing was marked', 20_000);
  });
  await check('opens a card on hover, and Escape closes it', async () => {
    await hover(page, await page.evaluate(spot, words));
    await page.keyboard.press('Escape');
    await until(async () => !(await open(page)), 'the card stayed');
  });
  await check('a click keeps the card open and gives it the focus', async () => {
    await page.bringToFront();
    const { x, y } = await page.evaluate(spot, words);
    await page.mouse.click(x, y);
    await until(() => open(page), 'no card opened');
    await page.mouse.move(5, 5);
    await new Promise((go) => setTimeout(go, 500));
    assert.ok(await open(page));
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SAID-BEFORE-OVERLAY');
    await page.keyboard.press('Escape');
  });
  await check('paints and hits text in an open shadow root', async () => {
    const shadow = await visit('/shadow.html');
    const at = await until(() => shadow.evaluate(spot, words), 'nothing was marked');
    const rules = () => document.querySelector('news-story').shadowRoot.adoptedStyleSheets.length;
    assert.equal(await shadow.evaluate(rules), 1, 'Firefox needs the rules within the root');
    await hover(shadow, at);
    await shadow.close();
  });
  await check('reads an article in a frame of the same site', async () => {
    const viewer = await visit('/viewer.html');
    const frame = viewer.frames()[1];
    const at = await until(() => frame.evaluate(spot, words), 'nothing was marked');
    const box = await viewer.evaluate(() => document.querySelector('iframe').getBoundingClientRect().toJSON());
    await hover(viewer, { x: at.x + box.left + 2, y: at.y + box.top + 2 });
    await viewer.close();
  });
  await check('leaves a page of another topic alone', async () => {
    const other = await visit('/other-topic.html');
    await new Promise((go) => setTimeout(go, 600));
    assert.equal(
      await other.evaluate(() => CSS.highlights.size + document.querySelectorAll('said-before-overlay').length),
      0,
    );
    await other.close();
  });
  // Half as long as all the rest: at night only.
  if (process.argv.includes('--long'))
    await checkReaderView({ check, until, browser, visit, own: `moz-extension://${UUID}` });
  await checkOwnPages({ check, until, browser, visit, own: `moz-extension://${UUID}`, site });
  await check('goes when it is switched off, with a card that is kept', async () => {
    await page.bringToFront();
    const { x, y } = await page.evaluate(spot, words);
    await page.mouse.click(x, y);
    await until(() => open(page), 'no card opened');
    const options = await browser.newPage();
    await options.goto(`moz-extension://${UUID}/options.html#settings`, { timeout: 2500 }).catch(() => {});
    await until(() => options.evaluate(() => typeof globalThis.browser?.storage === 'object'), 'no options page');
    await options.evaluate(() => globalThis.browser.storage.sync.set({ settings: { version: 2, off: true } }));
    await until(
      () => page.evaluate(() => CSS.highlights.size === 0 && !document.querySelector('said-before-overlay')),
      'something stayed',
    );
  });
} finally {
  await browser.close();
  server.close();
  // Firefox's last processes may still write: a profile that stays behind is no fault of ours.
  await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }).catch(() => {});
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(counts));
process.exit(counts.failed === 0 ? 0 : 1);

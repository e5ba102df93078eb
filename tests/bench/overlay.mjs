/**
 * `npm run bench:overlay [-- --pages FOLDER --sample N --statements N --only card]`: main-thread time of the overlay's
 * parts against Mozilla Readability and mark.js on the same pages in one run, the longest task and the bytes shipped, in
 * a real Chromium; a live blog to which posts are added; passage to card with a corpus of N statements (100,000), the
 * service worker running and stopped. `FOLDER` holds saved pages (.html or .html.gz); without it, those next to the
 * project are used where there are any. `--only card` measures the built extension's cards alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { ensureChromium } from '../../scripts/setup/browser.mjs';
import { bundle } from '../../scripts/setup/bundle.mjs';
import { readAgain } from './overlay/again.mjs';
import { fillCorpus, passageToCard, traced } from './overlay/live.mjs';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '../shared/eval/pages' },
    sample: { type: 'string', default: '12' },
    statements: { type: 'string', default: '100000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const extension = resolve('.output/chrome-mv3');
if (spawnSync('npx', ['wxt', 'build'], { stdio: 'ignore' }).status !== 0) throw new Error('wxt build failed');
const { articlePage, liveBlogPage, otherPage, paragraphsPage } = await import(
  pathToFileURL(await bundle('tests/fixtures/generate.ts')).href
);
async function scriptOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome135',
    minify: true,
    tsconfigRaw: {},
  });
  return outputFiles[0].text;
}
const script = await scriptOf('tests/bench/overlay/page.ts');
const css = readFileSync(join(extension, 'content-scripts/scout.css'), 'utf8');
const { gate } = JSON.parse(readFileSync('scripts/pack/ukraine-peace-talks/topic.json', 'utf8'));

/** A saved page as it would stand in a browser, without its own scripts and requests. */
function saved(file) {
  const bytes = readFileSync(file);
  const html = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return html
    .replace(/<script\b(?![^>]*ld\+json)[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<(link|img|iframe|source)\b[^>]*>/gi, '');
}

const pages = {
  'short report': articlePage(350),
  'analysis, 2,000 words': articlePage(2000),
  'live blog, 300 posts': liveBlogPage(300),
};
const real = existsSync(values.pages) ? readdirSync(values.pages).filter((name) => /\.html(\.gz)?$/.test(name)) : [];
const step = Math.max(1, Math.floor(real.length / Number(values.sample)));
for (const name of real.filter((_, i) => i % step === 0).slice(0, Number(values.sample)))
  pages[`real: ${name.replace(/\.html(\.gz)?$/, '').slice(0, 34)}`] = saved(join(values.pages, name));

const served = new Map(Object.entries(pages).map(([name, html], i) => [`/page-${i}`, { name, html }]));
served.set('/blog', { name: 'live blog, 330 posts', html: liveBlogPage(330) });
served.set('/other', { name: 'ordinary, other topic', html: otherPage(8000) });
served.set('/large', { name: '1 MB, other topic', html: otherPage(1_000_000) });
served.set('/paragraphs', { name: '10,000 paragraphs', html: paragraphsPage(10_000, 200) });
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  // An isolated page has a clock of 5 µs instead of 100.
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
  response.end(served.get(request.url)?.html ?? '');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const site = `http://127.0.0.1:${server.address().port}`;
const executablePath = ensureChromium();

const peers = values.only === undefined;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
async function measured(path, runs, most, word) {
  const page = await context.newPage();
  await page.goto(site + path);
  await page.addStyleTag({ content: css });
  await page.addScriptTag({ content: script });
  const result = await page.evaluate(([g, r, m, w]) => globalThis.measure(g, r, m, w), [gate, runs, most, word]);
  await page.close();
  return result;
}
const rows = [];
for (const [path, { name }] of served) {
  if (!peers || !path.startsWith('/page')) continue;
  rows.push({ name, ...(await measured(path, 15, 25)) });
  // All saved pages take minutes.
  if (process.stderr.isTTY) process.stderr.write(`\r${rows.length} of ${Object.keys(pages).length} pages`);
}
const other = peers && (await measured('/other', 15, 5));
const large = peers && (await measured('/large', 15, 5));
const many = peers && (await measured('/paragraphs', 7, 200, 'needlework'));
await browser.close();

const profile = mkdtempSync(join(tmpdir(), 'said-before-'));
const live = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 1100, height: 900 },
  args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
const worker = live.serviceWorkers()[0] ?? (await live.waitForEvent('serviceworker'));
const desk = await live.newPage();
await desk.goto(`chrome-extension://${new URL(worker.url()).host}/options.html#help`);
// Without the gate no page is read.
while (!(await desk.evaluate(async () => 'gate' in (await chrome.storage.local.get('gate')))))
  await desk.waitForTimeout(100);
const tasks = [];
for (const [path, { name }] of served)
  if (peers && !name.startsWith('real'))
    tasks.push({ name, ...(await traced(live, site + path, !/other|paragraphs/.test(name))) });
const again = await readAgain(live, desk, `${site}/blog`);
const card = await passageToCard(live, desk, `${site}/page-1`);
const { propositions } = JSON.parse(readFileSync(join(extension, 'packs/ukraine-peace-talks/pack.json'), 'utf8'));
const held = await fillCorpus(
  live,
  desk,
  await scriptOf('tests/bench/corpus/in-page.ts'),
  Number(values.statements),
  propositions.map(({ id }) => id),
);
const full = await passageToCard(live, desk, `${site}/page-1`);
const stopped = await passageToCard(live, desk, `${site}/page-1`, { cards: 40, stopped: true });
await live.close();
server.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

const size = (name) => statSync(join(extension, 'content-scripts', name)).size;
const shipped = { scout: size('scout.js'), css: size('scout.css'), overlay: size('overlay.js') };
if (values.json)
  console.log(JSON.stringify({ rows, other, large, many, tasks, again, card, held, full, stopped, shipped }, null, 1));
else {
  const f = (ms) => ms.toFixed(ms < 10 ? 2 : 1).padStart(7);
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  if (peers) {
    console.log('\nMain thread, medians in ms (paint: 25 marks at most; mark.js marks the same words)\n');
    line([
      'page'.padEnd(40),
      'words',
      'scout',
      'extract',
      'read again',
      'paint',
      'hover',
      'slice max',
      'Readability',
      'mark.js',
    ]);
    line(Array.from({ length: 10 }, () => '---'));
    for (const r of rows)
      line([
        r.name.padEnd(40),
        String(r.words).padStart(5),
        f(r.scout),
        f(r.extract),
        f(r.again),
        f(r.paint),
        f(r.hover),
        f(r.slice),
        f(r.readability),
        f(r.markjs),
      ]);
    const cheaper = rows.filter((r) => r.extract + r.paint < r.readability).length;
    console.log(`\nextract + paint below Readability's parse(): ${cheaper} of ${rows.length} pages`);
    console.log(
      `scout: ${f(other.scout).trim()} ms on an ordinary page of another topic, ${f(large.scout).trim()} ms on 1 MB of text`,
    );
    console.log(
      `200 ranges in 10,000 paragraphs: ${f(many.paint).trim()} ms, mark.js ${f(many.markjs).trim()} ms (${(many.markjs / many.paint).toFixed(0)} times); with the extraction ${f(many.extract + many.paint).trim()} ms`,
    );
    console.log('\nThe built extension on a page as it loads, traced (ms)\n');
    line(['page'.padEnd(24), 'ours in all', 'our longest', 'longest task with us in it']);
    line(['---', '---', '---', '---']);
    for (const task of tasks) line([task.name.padEnd(24), f(task.total), f(task.longest), f(task.task)]);
  }
  console.log(
    `\na post added to a live blog of ${again.words} words: marked after ${f(again.marked).trim()} ms (300 of them the wait for a quiet page), the background's part ${f(again.report).trim()} ms, its answer ${again.kilobytes.toFixed(0)} kB`,
  );
  const cards = (name, found) =>
    console.log(
      `passage to card, delay 0, ${name}: p50 ${f(found.p50).trim()} ms, p95 ${f(found.p95).trim()} ms; with the plot p50 ${f(found.whole.p50).trim()}, p95 ${f(found.whole.p95).trim()} (${found.count} cards)`,
    );
  cards('bundled pack', card);
  cards(`${held.toLocaleString('en')} statements`, full);
  cards(`${held.toLocaleString('en')} statements, worker stopped before each`, stopped);
  console.log(
    `shipped to a page off the topic: ${shipped.scout + shipped.css} bytes (scout ${shipped.scout}, rules ${shipped.css}); on the topic ${shipped.overlay} more`,
  );
}

import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { axe } from './axe';
import { expect, marks, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

/** The popup as a page beside a tab. */
async function popupFor(page: Page, extensionId: string): Promise<Page> {
  const popup = await page.context().newPage();
  await popup.goto(`chrome-extension://${extensionId}/options.html#help`);
  const tab = await popup.evaluate(async (url) => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } } }
    ).chrome;
    return (await tabs.query({})).find((t) => t.url === url)?.id;
  }, page.url());
  await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tab}`);
  return popup;
}

/** Chooses a format in the menu of the report. */
async function saveAs(popup: Page, format: string): Promise<Download> {
  await popup.getByRole('button', { name: 'Report' }).click();
  const save = popup.getByRole('region', { name: 'Save the page report as' });
  const [download] = await Promise.all([
    popup.waitForEvent('download'),
    save.getByRole('button', { name: format }).click(),
  ]);
  return download;
}

test('sums up the page, lists its passages and goes to one', async ({ chrome, site, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  await expect(popup.getByText(/^\d+ claims found, \d+ with earlier statements$/)).toBeVisible();
  const line = popup.getByRole('button', { name: /Donald Trump.*We are very close to a deal/ });
  await expect(line).toContainText('contradict');
  await expect(line).toContainText('confirm');
  await line.click();
  await expect(page.getByRole('dialog', { name: /^Earlier statements/ })).toBeVisible();
  await popup.close();
  await page.close();
});

test('switching the site off takes everything away at once, and on brings it back', async ({
  chrome,
  site,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  await popup.getByLabel(/^On /).uncheck();
  await expect.poll(() => marks(page)).toEqual({});
  await expect(page.locator('said-before-overlay')).toHaveCount(0);
  await expect(popup.getByRole('heading', { name: 'Switched off on this site' })).toBeVisible();
  await popup.getByLabel(/^On /).check();
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  await popup.close();
  await page.close();
});

test('says plainly that nothing was read on a page of another topic', async ({ chrome, site, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/other-topic.html`);
  const popup = await popupFor(page, extensionId);
  await expect(popup.getByRole('heading', { name: 'Nothing to read here' })).toBeVisible();
  await popup.close();
  await page.close();
});

test('exports the page report', async ({ chrome, site, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  const download = await saveAs(popup, 'JSON');
  const report = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(report).toMatchObject({
    format: 'said-before-report',
    formatVersion: 1,
    page: { published: '2025-12-17', publishedFrom: 'json-ld', topical: true },
  });
  expect(report.passages.length).toBe(report.counts.passages);
  // The same on the clipboard.
  await chrome.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.getByRole('button', { name: 'Report' }).click();
  await popup.getByRole('region', { name: 'Copy the page report as' }).getByRole('button', { name: /^JSON/ }).click();
  await expect(popup.getByText('Copied.')).toBeVisible();
  expect(JSON.parse(await popup.evaluate(() => navigator.clipboard.readText()))).toEqual(report);
  await popup.close();
  await page.close();
});

test('exports the report as Markdown and as a page that runs and loads nothing', async ({
  chrome,
  site,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  const save = async (format: string) => {
    const download = await saveAs(popup, format);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const markdown = await save('Markdown');
  expect(markdown.name).toBe('said-before-2025-12-17-127.0.0.1.md');
  expect(markdown.text).toContain('> “We are very close to a deal');
  const html = await save('Web page');
  expect(html.name).toMatch(/\.html$/);
  const asked = site.asked.length;
  const shown = await chrome.newPage();
  await shown.goto(site.add('/report.html', html.text));
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await shown.locator('section').count()).toBeGreaterThan(3);
  expect(site.asked.slice(asked).filter((path) => !/report\.html|favicon/.test(path))).toEqual([]);
  expect((await axe(shown).analyze()).violations).toEqual([]);
  // It quotes a whole page's claims, and is no article: the scout leaves it alone.
  const beside = await popupFor(shown, extensionId);
  await expect(beside.getByRole('heading', { name: 'Nothing to read here' })).toBeVisible();
  await beside.close();
  await shown.close();
  await popup.close();
  await page.close();
});

test('narrows the list by relation, speaker and claim, and shows the years', async ({ chrome, site, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  const lines = popup.locator('.lines > li');
  await expect(popup.getByRole('img', { name: /^Statements over time: \d+ affirm/ }).first()).toBeVisible();
  const all = await lines.count();
  await popup.getByRole('button', { name: /contradicted$/ }).click();
  const contradicted = await lines.count();
  expect(contradicted).toBeLessThan(all);
  await expect(lines.filter({ hasText: /\d+ contradict/ })).toHaveCount(contradicted);
  await popup.getByRole('button', { name: /contradicted$/ }).click();
  await expect(lines).toHaveCount(all);
  await popup.getByLabel('Speaker').selectOption({ index: 1 });
  const name = (await popup.getByLabel('Speaker').locator('option').nth(1).textContent())?.replace(/ \(\d+\)$/, '');
  await expect(lines.locator('.about > .who').filter({ hasText: name ?? '' })).toHaveCount(await lines.count());
  expect(await lines.count()).toBeLessThan(all);
  await popup.close();
  await page.close();
});

test('quiet mode takes the marks away and keeps the list', async ({ chrome, site, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  const popup = await popupFor(page, extensionId);
  await popup.getByLabel('Quiet mode').check();
  await expect.poll(() => marks(page)).toEqual({});
  await expect(popup.getByText(/Quiet mode is on/)).toBeVisible();
  expect(await popup.locator('.lines > li').count()).toBeGreaterThan(3);
  await popup.getByLabel('Quiet mode').uncheck();
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  await popup.close();
  await page.close();
});

test('says where the browser lets no extension in, and what to do where the reader asked for clicks only', async ({
  chrome,
  site,
  extensionId,
}) => {
  const own = await chrome.newPage();
  await own.goto('chrome://version');
  const nowhere = await popupFor(own, extensionId);
  await expect(nowhere.getByRole('heading', { name: 'Not possible on this page' })).toBeVisible();
  await nowhere.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { sync: { set(v: object): Promise<void> } } } }
    ).chrome.storage.sync.set({ settings: { version: 2, sites: 'click' } }),
  );
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  const popup = await popupFor(page, extensionId);
  await expect(popup.getByRole('heading', { name: 'Waiting for you' })).toBeVisible();
  await popup.getByRole('button', { name: 'Read this page' }).click();
  await expect(popup.getByText(/claims found/)).toBeVisible();
  await popup.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { sync: { clear(): Promise<void> } } } }
    ).chrome.storage.sync.clear(),
  );
  for (const each of [own, nowhere, page, popup]) await each.close();
});

for (const [name, path] of [
  ['a report', 'sample-news.html'],
  ['nothing', 'other-topic.html'],
] as const)
  test(`axe finds nothing in a popup with ${name}, nor at 320 pixels a sideways scroll`, async ({
    chrome,
    site,
    extensionId,
  }) => {
    const page = await chrome.newPage();
    await page.goto(`${site.url}/${path}`);
    await page.waitForTimeout(800);
    const popup = await popupFor(page, extensionId);
    await expect(popup.locator('h2').first()).toBeVisible();
    await popup.setViewportSize({ width: 320, height: 640 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      expect((await axe(popup).analyze()).violations).toEqual([]);
    }
    for (const pseudo of ['', 'long', 'rtl']) {
      await popup.goto(`${popup.url().replace(/&pseudo=\w*$/, '')}&pseudo=${pseudo}`);
      await expect(popup.locator('h2').first()).toBeVisible();
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await popup.close();
    await page.close();
  });

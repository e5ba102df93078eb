import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
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
  const [download] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('button', { name: 'Export report' }).click(),
  ]);
  const report = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(report).toMatchObject({
    format: 'said-before-report',
    formatVersion: 1,
    page: { published: '2025-12-17', publishedFrom: 'json-ld', topical: true },
  });
  expect(report.passages.length).toBe(report.counts.passages);
  await popup.close();
  await page.close();
});

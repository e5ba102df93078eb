import type { Page } from '@playwright/test';
import { anotherIsMarked, expect, hover, marks, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

test('a news page is marked and a card shows earlier statements', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect
    .poll(async () => Object.values(await marks(page)).reduce((a, b) => a + b, 0), { timeout: 10_000 })
    .toBeGreaterThanOrEqual(4);
  await hover(page, 'We are very close to a deal');
  const card = page.getByRole('dialog', { name: /^Earlier statements/ });
  await expect(card).toBeVisible();
  const items = card.locator('[data-statement]');
  expect(await items.count()).toBeGreaterThan(1);
  const relations = await items.evaluateAll((all) => all.map((item) => item.getAttribute('data-relation')));
  expect(relations).toContain('contradicts');
  expect(relations).toContain('confirms');
  await page.close();
});

const isMarked = (page: Page): Promise<void> =>
  expect.poll(async () => Object.keys(await marks(page)).length, { timeout: 10_000 }).toBeGreaterThan(0);

test('Escape closes the card without moving the pointer', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await isMarked(page);
  await hover(page, 'We are very close to a deal');
  const card = page.getByRole('dialog', { name: /^Earlier statements/ });
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.close();
});

test('the page’s own DOM is untouched', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  const own = () =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      for (const host of copy.querySelectorAll('said-before-overlay')) host.remove();
      return copy.outerHTML;
    });
  const served = await page.evaluate(async () => {
    const text = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML;
  });
  await isMarked(page);
  expect(await own()).toBe(served);
  await page.close();
});

test('a page of another topic gets nothing', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/other-topic.html`);
  await anotherIsMarked(chrome, site);
  expect(await marks(page)).toEqual({});
  expect(await page.locator('said-before-overlay').count()).toBe(0);
  await page.close();
});

test('no request leaves the browser but those of the page itself', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  const asked: string[] = [];
  chrome.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}/sample-news.html`);
  await isMarked(page);
  expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('chrome-extension://'))).toEqual([]);
  await page.close();
});

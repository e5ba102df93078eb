import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { axe } from './axe';
import { expect, hover, marks, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(v: object): Promise<void>;
  clear(): Promise<void>;
};
type Chrome = { chrome: { storage: { sync: Area; local: Area } } };

async function settingsPage(chrome: BrowserContext, extensionId: string): Promise<Page> {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#settings`);
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible();
  return page;
}
const stored = (page: Page): Promise<Record<string, unknown> | undefined> =>
  page.evaluate(
    async () =>
      (await (globalThis as unknown as Chrome).chrome.storage.sync.get('settings')).settings as
        | Record<string, unknown>
        | undefined,
  );
const store = (page: Page, settings: unknown): Promise<void> =>
  page.evaluate((value) => (globalThis as unknown as Chrome).chrome.storage.sync.set({ settings: value }), settings);

test.afterEach(async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#help`);
  await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as Chrome).chrome;
    await storage.sync.clear();
    await (storage.local as unknown as { remove(keys: string[]): Promise<void> }).remove([
      'settings',
      'settingsBackups',
    ]);
  });
  await page.close();
});

test('a change is stored, and reaches open pages at once', async ({ chrome, site, extensionId }) => {
  const news = await chrome.newPage();
  await news.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(news)).length).toBeGreaterThan(0);
  const page = await settingsPage(chrome, extensionId);
  await page.getByLabel('Bold lines').check();
  await expect.poll(async () => (await stored(page))?.markStyle).toBe('bold');
  await expect(news.locator('said-before-overlay')).toHaveAttribute('data-marks', 'bold');
  await page.getByLabel('Quiet: no marks on pages').check();
  await expect.poll(() => marks(news)).toEqual({});
  await page.getByLabel('Quiet: no marks on pages').uncheck();
  await page.getByLabel('Mark passages that earlier statements confirm').uncheck();
  await expect.poll(async () => Object.keys(await marks(news))).toEqual(['said-before-contradicts']);
  await page.close();
  await news.close();
});

test('the card leaves out relations that the settings leave out, and shows them on request', async ({
  chrome,
  site,
  extensionId,
}) => {
  const page = await settingsPage(chrome, extensionId);
  await page.getByLabel('Mark passages that earlier statements confirm').uncheck();
  await expect.poll(async () => ((await stored(page))?.show as { confirms: boolean })?.confirms).toBe(false);
  const news = await chrome.newPage();
  await news.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(news)).length).toBeGreaterThan(0);
  await hover(news, 'We are very close to a deal');
  const card = news.getByRole('dialog', { name: /^Earlier statements/ });
  await expect(card.locator('[data-relation=contradicts]').first()).toBeVisible();
  await expect(card.locator('[data-relation=confirms]')).toHaveCount(0);
  await card.getByRole('button', { name: /confirm, left out by your settings$/ }).click();
  await expect(card.locator('[data-relation=confirms]').first()).toBeVisible();
  await news.close();
  await page.close();
});

test('the preview shows marks, style, relations and opens its card after the chosen time', async ({
  chrome,
  extensionId,
}) => {
  const page = await settingsPage(chrome, extensionId);
  expect(await marks(page)).toEqual({
    'said-before-contradicts': 1,
    'said-before-confirms': 1,
    'said-before-mixed': 1,
  });
  await page.getByLabel('Mark passages that earlier statements contradict').uncheck();
  await expect.poll(() => marks(page)).toMatchObject({ 'said-before-contradicts': 0, 'said-before-confirms': 2 });
  await page.getByLabel('Mark passages that earlier statements contradict').check();
  await page.getByLabel('Fine lines').check();
  await expect(page.locator('html')).toHaveAttribute('data-marks', 'fine');
  await page.getByRole('textbox', { name: 'The card opens after' }).fill('1200');
  const sentence = page.locator('.set-sample [data-kind=mixed]');
  await sentence.hover();
  await page.waitForTimeout(700);
  await expect(page.getByText('the ferry is gone for good')).toHaveCount(0);
  await expect(page.getByText('the ferry is gone for good')).toBeVisible({ timeout: 2000 });
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Most marks' }).fill('40');
  await expect(page.getByText('at most 40 marks')).toBeVisible();
  await page.close();
});

test('numbers out of bounds and words that are no site are told, kept, and change nothing', async ({
  chrome,
  extensionId,
}) => {
  const page = await settingsPage(chrome, extensionId);
  const delay = page.getByRole('textbox', { name: 'The card opens after' });
  await delay.fill('1,501');
  await expect(page.locator('.set-form').getByRole('alert')).toHaveText(
    'Choose a whole number from 0 to 1,500. Until then 500 is used.',
  );
  await expect(delay).toHaveAttribute('aria-invalid', 'true');
  const field = page.getByRole('textbox', { name: 'Never on these sites' });
  await field.fill('gazette.example, https://Times.example/front half a site');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not a site: “half”, “a”, “site”.')).toBeVisible();
  await expect(field).toHaveValue('half a site');
  await expect.poll(async () => (await stored(page))?.offSites).toEqual(['gazette.example', 'times.example']);
  // Another view and a reload keep what was typed.
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.reload();
  await page.goto(`chrome-extension://${extensionId}/options.html#settings`);
  await expect(delay).toHaveValue('1,501');
  await expect(field).toHaveValue('half a site');
  expect((await stored(page))?.delay).toBe(500);
  await delay.fill('1 500');
  await expect.poll(async () => (await stored(page))?.delay).toBe(1500);
  await page.getByRole('button', { name: 'Remove gazette.example' }).click();
  await expect.poll(async () => (await stored(page))?.offSites).toEqual(['times.example']);
  await expect(page.getByRole('button', { name: 'Remove times.example' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await stored(page))?.offSites).toEqual(['times.example', 'gazette.example']);
  await page.close();
});

test('a site on the list covers its subdomains at once', async ({ chrome, extensionId, site }) => {
  const html = readFileSync('tests/fixtures/pages/sample-news.html', 'utf8');
  const news = await chrome.newPage();
  await news.route('http://www.news.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await news.goto('http://www.news.example/story.html');
  await expect.poll(async () => Object.keys(await marks(news)).length).toBeGreaterThan(0);
  const page = await settingsPage(chrome, extensionId);
  await page.getByRole('textbox', { name: 'Never on these sites' }).fill('news.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => marks(news)).toEqual({});
  await expect(news.locator('said-before-overlay')).toHaveCount(0);
  expect(site.url).toBeTruthy();
  await page.close();
  await news.close();
});

test('damaged settings are told, a copy is kept and can be saved', async ({ chrome, extensionId }) => {
  const first = await settingsPage(chrome, extensionId);
  await store(first, { version: 2, delay: 'soon', quiet: true, markStyle: 'neon' });
  await first.close();
  const page = await settingsPage(chrome, extensionId);
  const alert = page.locator('.set-form').getByRole('alert');
  await expect(alert).toContainText('The card opens after; Style of marks');
  await expect(page.getByLabel('Quiet: no marks on pages')).toBeChecked();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    alert.getByRole('button', { name: 'Save the copy as a file' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')).value).toMatchObject({ delay: 'soon', markStyle: 'neon' });
  await alert.getByRole('button', { name: 'Delete the copies' }).click();
  await expect(alert).toHaveCount(0);
  await page.close();
});

test('more sites than sync takes stay on this device, and that is said', async ({ chrome, extensionId }) => {
  const page = await settingsPage(chrome, extensionId);
  const many = Array.from({ length: 600 }, (_, i) => `newspaper-number-${i}.example`);
  await page.getByRole('textbox', { name: 'Never on these sites' }).fill(many.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByText('On this device only')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Remove newspaper-/ })).toHaveCount(600);
  await page.close();
});

test('back to the defaults, and back again', async ({ chrome, extensionId }) => {
  const page = await settingsPage(chrome, extensionId);
  await page.getByLabel('Dark', { exact: true }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await stored(page))?.theme).toBe('dark');
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect.poll(async () => (await stored(page))?.theme).toBe('auto');
  await page.locator('.saved').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await stored(page))?.theme).toBe('dark');
  await page.close();
});

test('no violation that axe finds, in any state and scheme', async ({ chrome, extensionId }) => {
  test.slow();
  const page = await settingsPage(chrome, extensionId);
  const check = async (state: string): Promise<void> => {
    const { violations } = await axe(page).analyze();
    expect(violations.map((v) => `${state} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  };
  await check('as it comes');
  await page.getByLabel('Only sites that I choose').check();
  await page.getByRole('textbox', { name: 'My sites' }).fill('no site here');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'The card opens after' }).fill('soon');
  await page.getByRole('button', { name: 'Open the card' }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await check(`used, ${colorScheme}`);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await check('narrow');
  expect(await page.evaluate(() => document.querySelector('.set-form')!.scrollWidth)).toBeLessThanOrEqual(320);
  await store(page, { version: 2, delay: 'soon' });
  await page.reload();
  await expect(page.getByText(/could not be read/)).toBeVisible();
  await check('damaged');
  await page.close();
});

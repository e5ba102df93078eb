/** A new user's path: install, the welcome page, its sample, the first news page, the first card. In a fresh profile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/setup/browser.mjs';
import { axe } from './axe';
import { expect, hover, marks, test } from './support';

const extension = join(process.cwd(), '.output/chrome-mv3');
const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    viewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
};
const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');

test('from install to the first card on a news page, and never uninvited again', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'said-before-first-'));
  try {
    const context = await launch(profile);
    await expect.poll(() => context.pages().filter(isWelcome).length).toBe(1);
    const welcome = context.pages().find(isWelcome) as Page;
    await expect(welcome.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(welcome.getByText(/^[\d,]+ statements are ready: /)).toBeVisible();

    // The sample: by pointer, then by keyboard alone.
    const mark = welcome.getByRole('button', { name: /The bridge will be open/ });
    await mark.hover();
    const card = welcome.getByRole('dialog', { name: /^Earlier statements/ });
    await expect(card).toBeVisible();
    await expect(card.locator('[data-relation]')).toHaveCount(2);
    await welcome.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await welcome.mouse.move(5, 5);
    await mark.focus();
    await welcome.keyboard.press('Enter');
    await expect(card).toBeVisible();
    expect((await axe(welcome).analyze()).violations).toEqual([]);
    await welcome.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(mark).toBeFocused();

    // The one question, answered for one's own sites: a mistake is named, a good answer is kept.
    await welcome.getByLabel(/^Only sites I choose/).check();
    await welcome.getByLabel(/^My sites/).fill('http://127.0.0.1/news\nnot a site!');
    await welcome.getByLabel(/^My sites/).blur();
    await expect(welcome.getByText(/^Not a site: /)).toBeVisible();
    // What was typed stays to be mended; the good site among it is kept already.
    await expect(welcome.getByLabel(/^My sites/)).toHaveValue('http://127.0.0.1/news\nnot a site!');
    await welcome.getByLabel(/^My sites/).fill('http://127.0.0.1/news');
    await welcome.getByLabel(/^My sites/).blur();
    await expect(welcome.getByText(/^Not a site: /)).toHaveCount(0);
    await expect(welcome.getByLabel(/^My sites/)).toHaveValue('127.0.0.1');

    const page = await context.newPage();
    await page.goto(`${site.url}/sample-news.html`);
    await expect.poll(async () => Object.keys(await marks(page)).length, { timeout: 8000 }).toBeGreaterThan(0);
    await hover(page, 'We are very close to a deal');
    await expect(page.getByRole('dialog', { name: /^Earlier statements/ })).toBeVisible();
    await context.close();

    const again = await launch(profile);
    await again.newPage().then((page) => page.goto(`${site.url}/sample-news.html`));
    await new Promise((done) => setTimeout(done, 1500));
    expect(again.pages().filter(isWelcome)).toEqual([]);
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('the welcome page holds at 320 pixels, dark, with longer texts and from right to left', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [pseudo, colorScheme] of [
    ['', 'light'],
    ['', 'dark'],
    ['long', 'light'],
    ['rtl', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`chrome-extension://${extensionId}/welcome.html?pseudo=${pseudo}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await axe(page).analyze()).violations).toEqual([]);
  }
  await page.close();
});

test('a news page opened while the corpus gets ready is marked as soon as it is', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'said-before-first-'));
  try {
    const context = await launch(profile);
    const page = await context.newPage();
    await page.goto(`${site.url}/sample-news.html`);
    await expect.poll(async () => Object.keys(await marks(page)).length, { timeout: 15_000 }).toBeGreaterThan(0);
    await context.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

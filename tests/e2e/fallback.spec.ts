/** A browser without the Highlight API: said aloud and in the popup, and everything can still be read. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { findChromium } from '../../scripts/setup/browser.mjs';
import { ready } from './support';

test('without highlights the passages are listed, and the list opens their cards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'said-before-fallback-'));
  const extension = join(folder, 'extension');
  cpSync('.output/chrome-mv3', extension, { recursive: true });
  // The API is taken away in our own world only, before anything of ours runs there.
  const script = join(extension, 'content-scripts/overlay.js');
  writeFileSync(script, `delete globalThis.Highlight;\n${readFileSync(script, 'utf8')}`);
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const id = new URL(worker.url()).host;
    await ready(context, id);
    const page = await context.newPage();
    const html = readFileSync('tests/fixtures/pages/sample-news.html', 'utf8');
    await page.route('http://news.example/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto('http://news.example/story');
    const live = page.locator('said-before-overlay [role=status]').first();
    await expect(live).toHaveText(/cannot mark text; the passages are listed in the toolbar popup/);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const tab = await worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
      };
      return (await chrome.tabs.query({})).find(({ url }) => url?.startsWith('http://news.example'))?.id;
    });
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${id}/popup.html?tab=${tab}`);
    await expect(popup.getByText('This browser cannot mark text on pages.')).toBeVisible();
    await popup.locator('.lines button').filter({ hasText: 'We are very close to a deal' }).first().click();
    await expect(page.getByRole('dialog', { name: /^Earlier statements/ })).toBeVisible();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

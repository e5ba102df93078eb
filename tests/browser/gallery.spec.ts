import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/setup/browser.mjs';
import { axe } from '../e2e/axe';
import { compare } from './pictures';

const development = join(process.cwd(), '.output/chrome-mv3-dev');
const production = join(process.cwd(), '.output/chrome-mv3');
const pictures = join(process.cwd(), 'tests/browser/pictures');
/** `KEEP_PICTURES=1` keeps what is there now; look at what changed before it is committed. */
const keep = process.env.KEEP_PICTURES === '1';
/** Views that are looked at in the dark too. */
const dark = /^(card-(full|menu|wrong|two-claims)|popup-report|settings-(preview|faults))$/;

const test = base.extend<object, { gallery: BrowserContext; address: string }>({
  gallery: [
    async ({}, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'said-before-gallery-'));
      const executablePath = findChromium();
      const context = await chromium.launchPersistentContext(profile, {
        ...(executablePath ? { executablePath } : {}),
        headless: true,
        viewport: { width: 1024, height: 700 },
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
        args: [
          '--no-sandbox',
          '--disable-lcd-text',
          '--font-render-hinting=none',
          '--force-color-profile=srgb',
          '--lang=en-GB',
          `--disable-extensions-except=${development}`,
          `--load-extension=${development}`,
        ],
      });
      await use(context);
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
    { scope: 'worker' },
  ],
  address: [
    async ({ gallery }, use) => {
      const worker = gallery.serviceWorkers()[0] ?? (await gallery.waitForEvent('serviceworker'));
      await use(`chrome-extension://${new URL(worker.url()).host}/gallery.html`);
    },
    { scope: 'worker' },
  ],
});

async function show(page: Page, address: string, state: string): Promise<void> {
  // The welcome page opens by itself after the installation, and a page behind another draws once a second at most.
  await page.bringToFront();
  await page.goto(`${address}?state=${state}`);
  await expect(page.locator(`#root[data-ready="${state}"]`)).toBeAttached({ timeout: 30_000 });
  // The pointer would change what it is over.
  await page.mouse.move(0, 0);
}

test('the gallery is in the development build only', () => {
  expect(existsSync(join(development, 'gallery.html'))).toBe(true);
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
  const shipped = files(production);
  expect(shipped.length).toBeGreaterThan(10);
  expect(shipped.filter((path) => /gallery|\.woff2?$/i.test(path))).toEqual([]);
  const code = shipped.filter((path) => /\.(js|css|html)$/.test(path));
  expect(code.filter((path) => /Gallery Sans|data-state="card-/.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('every state looks as it did and has no violation that axe finds', async ({ gallery, address }, info) => {
  test.setTimeout(600_000);
  const page = await gallery.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  const all = (await page.locator('#root[data-states]').getAttribute('data-states'))?.split(' ') ?? [];
  expect(all.length).toBeGreaterThan(30);
  for (const state of all)
    for (const colorScheme of dark.test(state) ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(page, address, state);
      const name = `${state}-${colorScheme}`;
      const { violations } = await axe(page).include('.stage').disableRules(['region']).analyze();
      expect.soft(violations.map((v) => `${name} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
      const picture = await page.locator('.stage').screenshot({ animations: 'disabled' });
      const { tiles, told, small } = await compare(page, picture, join(pictures, `${name}.png`), keep);
      expect.soft(tiles, `${name}: ${told}`).toBe(0);
      if (tiles > 0) {
        await info.attach(`${name} now`, { body: picture, contentType: 'image/png' });
        await info.attach(`${name} now, small`, { body: small, contentType: 'image/png' });
      }
    }
  // A picture of a state that is no more would never be looked at again.
  const known = new Set(all.flatMap((state) => [`${state}-light.png`, `${state}-dark.png`]));
  expect(readdirSync(pictures).filter((name) => !known.has(name))).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('a picture that is not the same is seen', async ({ gallery, address }) => {
  test.skip(keep, 'pictures are being kept');
  const page = await gallery.newPage();
  const path = join(pictures, 'card-full-light.png');
  const changes: Record<string, string> = {
    'a line moved': '.reason { margin-block-start: 14px !important; }',
    'an icon gone': '.relation svg { visibility: hidden; }',
    'another colour': '.relation { color: #1d8a7c !important; }',
    'a word gone': '.tag { visibility: hidden; }',
    'the plot gone': '.timeline > svg .dot { display: none; }',
  };
  for (const [what, css] of Object.entries(changes)) {
    await show(page, address, 'card-full');
    await page.evaluate((text) => {
      const root = document.querySelector('.stage-card')?.shadowRoot as ShadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }, css);
    const picture = await page.locator('.stage').screenshot({ animations: 'disabled' });
    expect.soft((await compare(page, picture, path, false)).tiles, what).toBeGreaterThan(0);
  }
  await page.close();
});

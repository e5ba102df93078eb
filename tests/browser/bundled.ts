/** Parts of the overlay in a plain page of a real Chromium, without the extension around them. */
import { test as base, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { findChromium } from '../../scripts/setup/browser.mjs';

export { expect } from '@playwright/test';

/** Bundles TypeScript for the page; what it exports stands under `globalThis.own`. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'own',
    write: false,
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

/** `load(source, html, ratio)`: a page with this body in which `own` is what the source exports; its pixel ratio is emulated. */
export const test = base.extend<{ load: (source: string, html: string, ratio?: number) => Promise<Page> }>({
  load: async ({}, use) => {
    const executablePath = findChromium();
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
    await use(async (source, html, deviceScaleFactor = 1) => {
      const page = await browser.newPage({ viewport: { width: 900, height: 700 }, deviceScaleFactor });
      await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
      await page.addScriptTag({ content: await bundle(source) });
      return page;
    });
    await browser.close();
  },
});

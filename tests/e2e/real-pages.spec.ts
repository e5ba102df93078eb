/** Saved pages of real news sites, where there are any: whatever they are built of, we throw nothing and change nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, stateOf, test } from './news';

const folder = process.env.REAL_PAGES ?? '../shared/eval/pages';
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html.gz')) : [];
/** `REAL_PAGES_EVERY=1` takes them all. */
const every = Number(process.env.REAL_PAGES_EVERY ?? 24);

test.describe('saved pages', () => {
  test.skip(names.length === 0, 'there are no saved pages here');

  test('are left as they are, even when the reader has them read', async ({ chrome, site, desk }) => {
    test.setTimeout(60_000 + names.length * 2000);
    const page = await chrome.newPage();
    // Neither the pages' own scripts nor anything that they ask for: what goes wrong or changes is ours.
    await page.route('**/*', (route) =>
      route.request().url().startsWith(`${site.url}/saved-`) ? route.continue() : route.abort(),
    );
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => /said-before|content-scripts/.test(message.text()) && errors.push(message.text()));
    for (const [i, name] of names.entries()) {
      if (i % every !== 0) continue;
      const html = gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .replace(/<script\b(?![^>]*ld\+json)[\s\S]*?<\/script\s*>/gi, '')
        .replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
        .replace(/<meta[^>]+http-equiv[^>]*>/gi, '');
      await page.goto(site.add(`/saved-${i}`, html), { waitUntil: 'domcontentloaded' });
      const own = () =>
        page.evaluate(() => {
          const copy = document.documentElement.cloneNode(true) as Element;
          for (const host of copy.querySelectorAll('said-before-overlay')) host.remove();
          return copy.outerHTML;
        });
      const before = await own();
      await desk.evaluate(async (url) => {
        const { chrome: api } = globalThis as unknown as {
          chrome: {
            tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
            runtime: { sendMessage(m: unknown): Promise<unknown> };
          };
        };
        const tab = (await api.tabs.query({})).find((t) => t.url === url);
        await api.runtime.sendMessage({ type: 'page.force', request: { tabId: tab?.id } });
      }, page.url());
      await expect
        .poll(async () => (await stateOf(desk, page).catch(() => null))?.status ?? 'loading', { message: name })
        .not.toBe('loading');
      expect((await stateOf(desk, page)).status, name).not.toBe('fault');
      expect(await page.evaluate(() => CSS.highlights.size), `${name} is of another topic`).toBe(0);
      const after = await own();
      const at = [...before].findIndex((character, j) => character !== after[j]);
      expect(after === before, `${name} was changed: ${after.slice(Math.max(0, at - 80), at + 160)}`).toBe(true);
      expect(errors, name).toEqual([]);
    }
    await page.close();
  });
});

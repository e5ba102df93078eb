/** Saved pages of real news sites, where there are any: whatever they are built of, we throw nothing and change nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { cardOn, claims, command, expect, isMarked, markedWords, stateOf, test } from './news';

const folder = process.env.REAL_PAGES ?? '../shared/eval/pages';
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html.gz')) : [];
/** `REAL_PAGES_EVERY=1` takes them all. */
const every = Number(process.env.REAL_PAGES_EVERY ?? 24);
const taken = names.filter((_, i) => i % every === 0);
/** So many pages are one test: what fails names its page, and the others are still looked at. */
const PIECE = 30;
const pieces = Array.from({ length: Math.ceil(taken.length / PIECE) }, (_, i) =>
  taken.slice(i * PIECE, (i + 1) * PIECE),
);

/** The page without its own scripts and redirections: what goes wrong or changes is ours. */
const still = (name: string): string =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .replace(/<script\b(?![^>]*ld\+json)[\s\S]*?<\/script\s*>/gi, '')
    .replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/<meta[^>]+http-equiv[^>]*>/gi, '');

/** The day that the pages are given with our claims. */
const DAY = '2025-12-16';

/** The page as if it had appeared on that day. */
const dated = (html: string): string =>
  html
    .replace(/<script\b[^>]*ld\+json[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<meta\b[^>]*\b(?:19|20)\d\d[^>]*>/gi, '')
    .replace(/<link\b[^>]*canonical[^>]*>/gi, '')
    .replace(/\sdatetime=(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/<head[^>]*>/i, `$&<meta property="article:published_time" content="${DAY}T10:00:00Z">`);

/** Text of the claims, paragraph by paragraph. */
const said = claims.replace(/<[^>]+>/g, '');

/** Puts our claims into a page's largest run of paragraphs, behind its first; false where none has a hundred words. */
const putIn = (page: Page): Promise<boolean> =>
  page.evaluate((html) => {
    const words = (element: Element): number => element.textContent?.match(/\S+/g)?.length ?? 0;
    const runs = new Map<Element, Element[]>();
    for (const p of document.querySelectorAll('p')) {
      const parent = p.parentElement as Element;
      if (!p.closest('aside, footer, nav, form, li, dialog, [hidden]'))
        runs.set(parent, [...(runs.get(parent) ?? []), p]);
    }
    const length = (run: Element[]): number => run.reduce((sum, p) => sum + words(p), 0);
    const largest = [...runs.values()].sort((one, two) => length(two) - length(one))[0] ?? [];
    if (length(largest) < 100) return false;
    largest[0]?.insertAdjacentHTML('afterend', html);
    return true;
  }, claims);

/** All of a page but our host, as text. */
const own = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('said-before-overlay')) host.remove();
    return copy.outerHTML;
  });

const force = (desk: Page, url: string): Promise<void> =>
  desk.evaluate(async (wanted) => {
    const { chrome: api } = globalThis as unknown as {
      chrome: {
        tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
        runtime: { sendMessage(m: unknown): Promise<unknown> };
      };
    };
    const tab = (await api.tabs.query({})).find((t) => t.url === wanted);
    await api.runtime.sendMessage({ type: 'page.force', request: { tabId: tab?.id } });
  }, url);

const statusOf = async (desk: Page, page: Page): Promise<string> =>
  (await stateOf(desk, page).catch(() => null))?.status ?? 'loading';

/** Reads one page; what is wrong with it, or nothing. */
async function look(page: Page, desk: Page): Promise<string[]> {
  const before = await own(page);
  await force(desk, page.url());
  await expect.poll(() => statusOf(desk, page), { message: page.url(), timeout: 15_000 }).not.toBe('loading');
  const wrong = (await statusOf(desk, page)) === 'fault' ? ['could not be read'] : [];
  const marks = await page.evaluate(() => CSS.highlights.size);
  if (marks > 0) wrong.push(`is of another topic and has ${marks} kinds of marks`);
  const after = await own(page);
  if (after === before) return wrong;
  const at = [...before].findIndex((character, j) => character !== after[j]);
  return [...wrong, `was changed: ${after.slice(Math.max(0, at - 80), at + 160)}`];
}

test.describe('saved pages', () => {
  test.skip(names.length === 0, 'there are no saved pages here');

  for (const [i, piece] of pieces.entries()) {
    test(`are left as they are, even when the reader has them read (${i + 1} of ${pieces.length})`, async ({
      chrome,
      site,
      desk,
    }) => {
      test.setTimeout(60_000 + piece.length * 4000);
      const page = await chrome.newPage();
      await page.route('**/*', (route) =>
        route.request().url().startsWith(`${site.url}/saved-`) ? route.continue() : route.abort(),
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on(
        'console',
        (message) => /said-before|content-scripts/.test(message.text()) && errors.push(message.text()),
      );
      for (const [j, name] of piece.entries()) {
        await page.goto(site.add(`/saved-${i}-${j}`, still(name)), { waitUntil: 'domcontentloaded' });
        const wrong = await look(page, desk);
        expect.soft([...wrong, ...errors.splice(0)], name).toEqual([]);
      }
      await page.close();
    });

    test(`are marked where claims stand that we put in, nowhere else, and still are left as they are (${i + 1} of ${pieces.length})`, async ({
      chrome,
      site,
      desk,
    }) => {
      test.setTimeout(60_000 + piece.length * 8000);
      const page = await chrome.newPage();
      await page.route('**/*', (route) =>
        route.request().url().startsWith(`${site.url}/saved-`) ? route.continue() : route.abort(),
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      let read = 0;
      const elsewhere: string[] = [];
      for (const [j, name] of piece.entries()) {
        await page.goto(site.add(`/saved-${i}-${j}`, dated(still(name))), { waitUntil: 'domcontentloaded' });
        if (!(await putIn(page))) continue;
        const before = await own(page);
        await force(desk, page.url());
        await expect.poll(() => statusOf(desk, page), { timeout: 15_000 }).not.toBe('loading');
        if ((await statusOf(desk, page)) === 'report') await isMarked(page).catch(() => {});
        const state = await stateOf(desk, page);
        // Not every page is in English, some hold other articles in a longer run than their own, some say another day in the text.
        if (state.status === 'language' || state.status === 'not-topical') continue;
        if (state.status === 'report' && state.reply.report.page.published !== DAY) continue;
        read += 1;
        const words = await markedWords(page);
        const wrong = words.length === 0 ? [`has no marks: ${state.status}`] : [];
        elsewhere.push(...words.filter((text) => !said.includes(text)));
        // A page that only its own script shows (a guard against frames) shows no card either.
        const drawn = await page.evaluate(() => document.body.getClientRects().length > 0);
        if (words.length > 0 && drawn) {
          await command(desk, page, 'next-passage');
          await cardOn(page)
            .waitFor({ timeout: 10_000 })
            .catch(() => wrong.push('has no card'));
        }
        if ((await own(page)) !== before) wrong.push('was changed');
        expect.soft([...wrong, ...errors.splice(0)], name).toEqual([]);
      }
      // Our claims make a page topical that is not; how the engine then reads the rest is measured by `npm run eval`.
      expect(elsewhere.length, elsewhere.join('\n')).toBeLessThanOrEqual(1);
      // Most pages have prose to put claims into.
      expect(read).toBeGreaterThan(piece.length / 2);
      await page.close();
    });
  }
});

/** Firefox's own reading view over a marked page: nothing of ours is in it, the popup says so, and the page is marked as before. */
import assert from 'node:assert/strict';

/** Runs in a page of ours: what the browser tells of the tab whose title has these words. */
const tabOf = (words) =>
  globalThis.browser.tabs.query({}).then((tabs) => tabs.find(({ title }) => title?.includes(words)));

/** `kit`: `check`, `until`, `browser` and `visit` of the smoke test; `own` is the address of our pages. */
export async function checkReaderView({ check, until, browser, visit, own }) {
  await check(
    'the reading view: nothing of ours, the popup says what to do, and back on the page are the marks',
    async () => {
      const news = await visit('/sample-news.html');
      const marked = () => news.evaluate(() => CSS.highlights.size > 0);
      await until(marked, 'nothing was marked', 20_000);
      const page = await browser.newPage();
      // Firefox opens the page, but the navigation is never told to be over.
      await page.goto(`${own}/options.html#help`, { timeout: 2500 }).catch(() => {});
      await until(() => page.evaluate(() => typeof globalThis.browser?.tabs === 'object'), 'no page of ours');
      // There is another tab with this page.
      await news.evaluate(() => {
        document.title = 'Read in peace';
      });
      const id = await until(async () => (await page.evaluate(tabOf, 'Read in peace'))?.id, 'the tab was not found');
      const tab = () => page.evaluate((one) => globalThis.browser.tabs.get(one), id);
      // Firefox judges a page when it has painted it, which it does in front.
      await news.bringToFront();
      await until(async () => (await tab()).isArticle, 'Firefox takes the page for no article', 20_000);
      const address = () => news.evaluate(() => location.href);
      await page.evaluate((one) => globalThis.browser.tabs.toggleReaderMode(one), id);
      await until(async () => (await address()).startsWith('about:reader'), 'no reading view', 20_000);
      assert.equal(await news.evaluate(() => document.querySelectorAll('said-before-overlay').length), 0);
      // Which of the browser's own pages it is, no extension is told.
      await page.goto(`${own}/popup.html?tab=${id}`, { timeout: 2500 }).catch(() => {});
      const said = () => page.evaluate(() => document.querySelector('.note')?.innerText ?? '');
      await until(async () => /Leave the reading view/.test(await said()), 'the popup does not say what to do');
      // The view stands in the tab's history: to leave it is to go back.
      await news.goBack({ timeout: 5000 }).catch(() => {});
      await until(async () => (await address()).startsWith('http'), 'the reading view stayed', 20_000);
      await until(marked, 'the page was not marked again', 20_000);
      await page.close();
      await news.close();
    },
  );
}

/** What room a card leaves for its statements, also with two claims and in small windows; one claim at a time. */
import type { BrowserContext } from '@playwright/test';
import { axe } from './axe';
import { cardOn } from './news';
import { expect, hover, marks, ready, type Site, spotOf, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

/** A passage with one claim, and one with two. */
const once = 'We are very close to a deal';
const twice = 'offered security guarantees';

/** The sample page with the card of one passage open under the pointer. */
async function opened(chrome: BrowserContext, site: Site, words: string, size = { width: 1100, height: 900 }) {
  const page = await chrome.newPage();
  await page.setViewportSize(size);
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await hover(page, words);
  const card = cardOn(page);
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading', { name: 'This claim over time' })).toBeAttached();
  return { page, card };
}

for (const [name, size, least] of [
  ['on a laptop', { width: 1280, height: 720 }, 300],
  ['in a narrow window', { width: 400, height: 720 }, 300],
  ['at 200 % zoom of a laptop', { width: 640, height: 360 }, 180],
] as const)
  test(`with two claims most of the card is statements ${name}`, async ({ chrome, site }) => {
    const { page, card } = await opened(chrome, site, twice, size);
    await expect(card.getByRole('tab')).toHaveCount(2);
    const heights = await card.evaluate((shell) => {
      const of = (part: string): number => shell.querySelector(part)?.getBoundingClientRect().height ?? 0;
      return { all: of('.card'), statements: of('.scroll') };
    });
    // The line stands in the middle of the window: half of it is what the card has.
    expect(heights.statements).toBeGreaterThan(Math.min(least, heights.all * 0.55));
    expect(heights.statements / heights.all).toBeGreaterThan(0.55);
    // Some of the first statement is seen before anything was scrolled.
    await expect(card.locator('[data-statement]').first()).toBeInViewport();
    await page.close();
  });

test('arrow keys scroll the card, not the page, while the focus is on it', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, site, once);
  const { x, y } = await spotOf(page, once);
  await page.mouse.click(x, y);
  await expect(card.getByRole('heading', { name: 'Earlier statements' })).toBeFocused();
  const at = () =>
    card.evaluate((shell) => ({ card: shell.querySelector('.scroll')?.scrollTop ?? 0, page: window.scrollY }));
  const { page: before } = await at();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  const { card: down, page: after } = await at();
  expect(down).toBeGreaterThan(100);
  expect(after).toBe(before);
  await page.keyboard.press('Home');
  expect((await at()).card).toBe(0);
  await page.close();
});

test('“not about this” takes the claim that is shown, and a second press of a double click takes nothing', async ({
  chrome,
  site,
}) => {
  const { page, card } = await opened(chrome, site, twice);
  const kept = card.getByRole('tab', { selected: false });
  const label = (await kept.getAttribute('title')) ?? '-';
  await card.getByRole('button', { name: 'Not about this' }).dblclick();
  await expect(card.getByRole('tab')).toHaveCount(0);
  await expect(card.locator('.what')).toContainText(label);
  await expect(card.locator('[data-statement]').first()).toBeVisible();
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(card.getByRole('tab')).toHaveCount(2);
  const { violations } = await axe(page).include('said-before-overlay').analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.close();
});

for (const [name, size] of Object.entries({
  'on a narrow screen': { width: 320, height: 640 },
  'at 200 % zoom of a small window': { width: 512, height: 384 },
  'at 400 % zoom': { width: 320, height: 256 },
}))
  test(`the card stays inside the window and can be read to its end ${name}`, async ({ chrome, site }) => {
    const { page, card } = await opened(chrome, site, once, size);
    const box = await card.locator('.card').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
    const wide = await card
      .locator('.card, .scroll')
      .evaluateAll((all) => all.map((e) => e.scrollWidth - e.clientWidth));
    expect(wide.every((over) => over <= 0)).toBe(true);
    await card.getByRole('button', { name: 'Report a wrong match' }).scrollIntoViewIfNeeded();
    await expect(card.getByRole('button', { name: 'Report a wrong match' })).toBeInViewport();
    await page.close();
  });

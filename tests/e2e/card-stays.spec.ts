/** A card stays where it belongs and as long as it is wanted: in small windows, other sizes, zoomed pages, under a wheel, while something in it is at work; and goes with its passage. */
import type { BrowserContext, Page } from '@playwright/test';
import { article, cardOn, claims, command, expect, isMarked, marked, pointAt, spotOf, test } from './news';
import type { Site } from './support';

const words = 'We are very close to a deal';
const ferry =
  '<p>The ferry to the island runs on weekdays and carries no more than forty passengers at a time.</p>'.repeat(30);

async function open(chrome: BrowserContext, site: Site, body = claims, size = { width: 1100, height: 800 }) {
  const page = await chrome.newPage();
  await page.setViewportSize(size);
  await page.goto(site.add('/stays.html', article(`${body}<div style="height:1600px"></div>`)));
  await isMarked(page);
  return page;
}

test.afterEach(async ({ chrome }) => {
  for (const page of chrome.pages()) if (page.url().startsWith('http')) await page.close();
});

/** The card's box, and the window's size. */
const boxes = (page: Page) =>
  cardOn(page)
    .locator('.card')
    .evaluate((card) => {
      const { left, top, right, bottom, width, height } = card.getBoundingClientRect();
      return { left, top, right, bottom, width, height, window: { width: innerWidth, height: innerHeight } };
    });

async function isInside(page: Page): Promise<void> {
  const { left, top, right, bottom, window } = await boxes(page);
  expect(Math.min(left, top, window.width - right, window.height - bottom)).toBeGreaterThanOrEqual(0);
}

test('at 400 % zoom a card under the pointer leaves the line free; one that is kept takes the window, to read and to scroll', async ({
  chrome,
  site,
}) => {
  const page = await open(chrome, site, claims, { width: 320, height: 256 });
  const spot = await spotOf(page, words);
  await pointAt(page, spot);
  await expect(cardOn(page)).toBeVisible();
  const before = await boxes(page);
  expect(spot.y > before.bottom || spot.y < before.top).toBe(true);
  await cardOn(page).getByRole('button', { name: 'Keep open' }).click();
  await expect.poll(async () => (await boxes(page)).height).toBe(240);
  await isInside(page);
  // The line is under it: Escape and the cross bring it back (WCAG 1.4.13).
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  await page.mouse.move(1, 1);
  await page.mouse.click(spot.x, spot.y);
  await expect.poll(async () => (await boxes(page)).height).toBe(240);
  await cardOn(page)
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Report a wrong match' }).click();
  const field = await page.getByRole('textbox', { name: 'Report a wrong match' }).boundingBox();
  expect(field?.height).toBeGreaterThan(100);
});

test('the second press of a double click presses nothing in a card that the first one opened', async ({
  chrome,
  site,
}) => {
  const page = await open(chrome, site, claims, { width: 320, height: 256 });
  const spot = await spotOf(page, words);
  await page.mouse.click(spot.x, spot.y);
  await expect.poll(async () => (await boxes(page)).height).toBe(240);
  const target = await cardOn(page).getByRole('button', { name: 'Keep open' }).boundingBox();
  await page.keyboard.press('Escape');
  // The button is put where the mark is, so that a double click meets both.
  const [dx, dy] = [(target?.x ?? 0) + 10 - spot.x, (target?.y ?? 0) + 10 - spot.y];
  await page.evaluate(
    ([x, y]) => {
      document.body.style.translate = `${x}px ${y}px`;
    },
    [dx, dy] as const,
  );
  await page.mouse.dblclick(spot.x + dx, spot.y + dy);
  await expect(cardOn(page)).toBeVisible();
  await page.waitForTimeout(200);
  await expect(cardOn(page).getByRole('button', { name: 'Keep open' })).toHaveAttribute('aria-pressed', 'true');
});

test('a window that changes its size keeps the card inside', async ({ chrome, site, desk }) => {
  const page = await open(chrome, site);
  await command(desk, page, 'next-passage');
  await cardOn(page)
    .locator('.scroll')
    .evaluate((box) => box.scrollTo(0, 200));
  await page.setViewportSize({ width: 480, height: 400 });
  await expect(async () => isInside(page)).toPass();
  expect(await cardOn(page).evaluate((shell) => shell.querySelector('.scroll')?.scrollTop)).toBe(200);
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect.poll(async () => (await boxes(page)).height).toBeGreaterThan(500);
  await isInside(page);
});

test('on a page that zooms itself the card stands at its line, in its own size', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  await page.evaluate(() => {
    document.documentElement.style.zoom = '1.5';
  });
  const spot = await spotOf(page, words);
  await pointAt(page, spot);
  await expect(cardOn(page)).toBeVisible();
  const { top, bottom, width } = await boxes(page);
  expect(Math.min(Math.abs(top - spot.y), Math.abs(bottom - spot.y))).toBeLessThan(40);
  expect(width).toBe(400);
  await isInside(page);
});

test('a wheel over the card never moves the page, nor closes the card', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  await pointAt(page, await spotOf(page, words));
  await expect(cardOn(page)).toBeVisible();
  const before = await page.evaluate(() => scrollY);
  const box = await boxes(page);
  await page.mouse.move(box.left + 60, box.top + 15, { steps: 4 });
  await page.mouse.wheel(0, 120);
  await page.mouse.move(box.left + 60, box.top + box.height / 2, { steps: 4 });
  await page.mouse.wheel(0, 90);
  const list = () => cardOn(page).evaluate((shell) => shell.querySelector('.scroll')?.scrollTop ?? 0);
  await expect.poll(list).toBeGreaterThan(50);
  for (let turns = 0; turns < 15; turns += 1) await page.mouse.wheel(0, 400);
  await page.waitForTimeout(500);
  await expect(cardOn(page)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a menu or a report that is open keeps the card, wherever the pointer goes', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  await pointAt(page, await spotOf(page, words));
  const more = cardOn(page)
    .getByRole('button', { name: /^More for/ })
    .first();
  await more.click();
  await page.mouse.move(5, 5, { steps: 3 });
  await page.waitForTimeout(900);
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  await pointAt(page, await spotOf(page, words));
  await cardOn(page).getByRole('button', { name: 'Report a wrong match' }).click();
  await page.mouse.move(5, 5, { steps: 3 });
  await page.waitForTimeout(900);
  await expect(page.getByRole('textbox', { name: 'Report a wrong match' })).toBeFocused();
});

test('back from a report everything is as it was: statements that were opened, and the focus', async ({
  chrome,
  site,
}) => {
  const page = await open(chrome, site);
  await pointAt(page, await spotOf(page, words));
  const card = cardOn(page);
  await card.getByRole('button', { name: /^All \d+ statements$/ }).click();
  const count = await card.locator('[data-statement]').count();
  const more = card.getByRole('button', { name: /^More for/ }).nth(7);
  await more.click();
  await page.getByRole('menuitem', { name: 'Report a wrong match' }).click();
  await expect(card.locator('[data-statement]').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(more).toBeInViewport();
  expect(await card.locator('[data-statement]').count()).toBe(count);
});

test('“next” and “previous” go on from what is in sight', async ({ chrome, site, desk }) => {
  const late = 'Ukraine will never cede Crimea to Russia, President Volodymyr Zelensky said on Monday.';
  const page = await open(chrome, site, `${claims}${ferry}<p id="late">${late}</p>${ferry}`);
  await page.locator('#late').evaluate((p) => p.scrollIntoView({ block: 'center' }));
  await command(desk, page, 'next-passage');
  await expect(page.getByRole('dialog', { name: /never cede Crimea/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => scrollTo(0, 1500));
  await command(desk, page, 'previous-passage');
  await expect(page.getByRole('dialog', { name: /ceasefire must come first|not cede territory/ })).toBeVisible();
});

test('a kept card goes when its passage has left the page, and its ring with it', async ({ chrome, site, desk }) => {
  const page = await open(chrome, site);
  await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
  // As frameworks do it: the same words in new elements. The card stays and the ring is where they are now.
  await page.evaluate(() => {
    const story = document.querySelector('article') as HTMLElement;
    story.innerHTML = `${story.innerHTML}<p>Russia does not want peace, French President Emmanuel Macron said.</p>`;
  });
  const ringed = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('said-before-current') ?? [])].map((r) => r.startContainer.isConnected),
    );
  await expect.poll(ringed).toEqual([true]);
  await expect(cardOn(page)).toBeVisible();
  await page.evaluate((html) => {
    history.pushState(null, '', '/another-story');
    (document.querySelector('article') as HTMLElement).innerHTML = `<h1>Ferry</h1>${html}`;
  }, ferry);
  await expect(cardOn(page)).toBeHidden();
  expect(await marked(page)).toBe(0);
  expect(await ringed()).toEqual([]);
});

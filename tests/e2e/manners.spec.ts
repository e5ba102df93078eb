/** The manners of DESIGN §7: when a card opens, stays and closes, and what the reader's settings do on an open page. */
import type { BrowserContext, Page } from '@playwright/test';
import { binary } from '../../utils/reading/model/sums-binary';
import { mayRun } from '../policy.mjs';
import {
  article,
  badgeOf,
  cardOn,
  claims,
  command,
  expect,
  followCard,
  isMarked,
  marked,
  pointAt,
  settle,
  sinceMove,
  spotOf,
  test,
} from './news';
import type { Site } from './support';

// A second's delay and the like: nobody else takes the processor meanwhile.
test.describe.configure({ lock: '-exclusive-' });

const words = 'We are very close to a deal';
const tall = `<div style="height:1600px"></div>`;

async function open(chrome: BrowserContext, site: Site, body = claims): Promise<Page> {
  const page = await chrome.newPage();
  await page.goto(site.add('/manners.html', article(`<p><a href="#start" id="link">Start here</a></p>${body}${tall}`)));
  await isMarked(page);
  return page;
}

test.afterEach(async ({ desk, chrome }) => {
  await settle(desk, {});
  for (const page of chrome.pages()) if (page.url().includes('/manners.html')) await page.close();
});

test('the card waits until the pointer has rested, and comes at once where the reader wants it so', async ({
  chrome,
  site,
  desk,
}) => {
  await settle(desk, { delay: 900 });
  const page = await open(chrome, site);
  const spot = await spotOf(page, words);
  await followCard(page);
  await pointAt(page, spot);
  await expect(cardOn(page)).toBeVisible();
  expect(await sinceMove(page, 'opened')).toBeGreaterThan(880);
  await page.mouse.move(5, 5);
  await expect(cardOn(page)).toBeHidden();
  // Another setting goes with it, so that the marks tell when the page has heard.
  await settle(desk, { delay: 0, show: { contradicts: false, confirms: true, related: false } });
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('said-before-'))))
    .toEqual(['said-before-confirms']);
  await pointAt(page, spot);
  await expect(cardOn(page)).toBeVisible();
  // A busy machine is late, but not by what the delay was before.
  expect(await sinceMove(page, 'opened')).toBeLessThan(880);
});

test('it can be dismissed without moving, reached with the pointer, and stays as long as the pointer does (WCAG 1.4.13)', async ({
  chrome,
  site,
}) => {
  const page = await open(chrome, site);
  const card = cardOn(page);
  const spot = await spotOf(page, words);
  await pointAt(page, spot);
  await expect(card).toBeVisible();
  // Persistent: it does not go by itself.
  await page.waitForTimeout(1500);
  await expect(card).toBeVisible();
  // Hoverable: the way from the mark into the card, at a hand's pace.
  const box = await card.boundingBox();
  if (!box) throw new Error('the card has no box');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  // Dismissible: Escape, with the pointer where it is; and it does not come back while the pointer rests.
  await page.mouse.move(spot.x, spot.y, { steps: 6 });
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.waitForTimeout(800);
  await expect(card).toBeHidden();
});

test('it closes soon after the pointer has left mark and card', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  const spot = await spotOf(page, words);
  await followCard(page);
  await pointAt(page, spot);
  await expect(cardOn(page)).toBeVisible();
  await page.mouse.move(10, 10);
  await expect(cardOn(page)).toBeHidden();
  // 300 ms of grace; how late a busy machine is beyond that is its own affair.
  expect(await sinceMove(page, 'closed')).toBeGreaterThan(280);
});

test('it does not open while a button is held, text is being selected or the page scrolls', async ({
  chrome,
  site,
}) => {
  const page = await open(chrome, site);
  const card = cardOn(page);
  const spot = await spotOf(page, words);
  // Held, dragged over the mark: that is a selection.
  await page.mouse.move(spot.x - 50, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x, spot.y, { steps: 5 });
  await page.waitForTimeout(700);
  await expect(card).toBeHidden();
  await page.mouse.up();
  await page.mouse.move(spot.x + 12, spot.y, { steps: 3 });
  await page.waitForTimeout(700);
  await expect(card).toBeHidden();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  // The page scrolls a mark under a pointer at rest: the reader did not point at it.
  await page.mouse.move(spot.x, 30);
  await page.evaluate((y) => scrollBy(0, y), spot.y - 30);
  await page.waitForTimeout(800);
  await expect(card).toBeHidden();
});

test('a card that is about to open is dropped by a scroll', async ({ chrome, site, desk }) => {
  // The longest delay: it is still pending when the page scrolls, however slow the machine is.
  await settle(desk, { delay: 1500 });
  const page = await open(chrome, site);
  await followCard(page);
  await pointAt(page, await spotOf(page, words));
  await page.mouse.wheel(0, 60);
  await page.waitForTimeout(1700);
  expect(await sinceMove(page, 'opened')).toBeLessThan(0);
  await expect(cardOn(page)).toBeHidden();
});

test('a click keeps it open, with the focus in it; a click beside it closes it', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  const card = cardOn(page);
  const spot = await spotOf(page, words);
  await page.mouse.click(spot.x, spot.y);
  await expect(card).toBeVisible();
  await page.mouse.move(10, 10, { steps: 3 });
  await page.waitForTimeout(600);
  await expect(card).toBeVisible();
  await page.mouse.click(10, 10);
  await expect(card).toBeHidden();
});

test('a tap keeps it open', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  const spot = await spotOf(page, words);
  const session = await chrome.newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (x: number, y: number): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await tap(spot.x, spot.y);
  await expect(cardOn(page)).toBeVisible();
  await tap(10, 10);
  await expect(cardOn(page)).toBeHidden();
});

test('the newest hover wins', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  const [first, second] = [await spotOf(page, 'closer than ever'), await spotOf(page, 'would not accept European')];
  await pointAt(page, first);
  await page.waitForTimeout(350);
  await pointAt(page, second);
  const card = page.getByRole('dialog', { name: /European troops/ });
  await expect(card).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('commands go through the passages, draw a ring, move the focus in and back', async ({ chrome, site, desk }) => {
  const page = await open(chrome, site);
  const ring = () => page.evaluate(() => CSS.highlights.get('said-before-current')?.size ?? 0);
  const active = () =>
    page.evaluate(() => {
      const host = document.activeElement;
      return host?.shadowRoot?.activeElement ? 'card' : (host?.id ?? '');
    });
  await page.locator('#link').focus();
  await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
  const name = await cardOn(page).getAttribute('aria-label');
  expect(await ring()).toBe(1);
  expect(await active()).toBe('card');
  await command(desk, page, 'next-passage');
  await expect(page.getByRole('dialog', { name: name ?? '', exact: true })).toHaveCount(0);
  await command(desk, page, 'previous-passage');
  await expect(page.getByRole('dialog', { name: name ?? '', exact: true })).toBeVisible();
  await expect.poll(active).toBe('card');
  // Tab stays within the card.
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('Tab');
  expect(await active()).toBe('card');
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(await active()).toBe('link');
  expect(await ring()).toBe(0);
  await command(desk, page, 'open-card');
  await expect(page.getByRole('dialog', { name: name ?? '', exact: true })).toBeVisible();
  await command(desk, page, 'open-card');
  await expect(cardOn(page)).toBeHidden();
});

test('past the last mark the commands go on to the passages that the cap left out, and say so', async ({
  chrome,
  site,
  desk,
}) => {
  const many = Array.from({ length: 6 }, (_, i) => `<p>Note ${i}. ${claims.replace(/<\/?p>/g, '')}</p>`).join('');
  await settle(desk, { density: 1 });
  const page = await open(chrome, site, many);
  const few = await marked(page);
  const notice = cardOn(page).locator('.notice');
  await page.evaluate(() => scrollTo(0, 0));
  for (let i = 0; i < few; i += 1) {
    await command(desk, page, 'next-passage');
    await page.waitForTimeout(300);
  }
  expect(await marked(page)).toBe(few);
  await command(desk, page, 'next-passage');
  await expect.poll(() => marked(page)).toBeGreaterThan(few);
  const all = await marked(page);
  await expect(notice).toHaveText(new RegExp(`^${all - few} more passages: the commands go through all ${all} now\\.`));
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => marked(page)).toBe(few);
  await expect(cardOn(page)).toBeVisible();
});

test('the browser’s own commands reach the page in front: to the next passage, and the site off and on', async ({
  chrome,
  site,
  worker,
}) => {
  const page = await open(chrome, site);
  await page.bringToFront();
  /** What the browser does when a command's key is pressed. */
  const press = (name: string): Promise<void> =>
    worker.evaluate((command) => {
      type Commands = { onCommand: { dispatch(name: string): void } };
      (globalThis as unknown as { chrome: { commands: Commands } }).chrome.commands.onCommand.dispatch(command);
    }, name);
  await press('next-passage');
  await expect(cardOn(page)).toBeVisible();
  await press('toggle-site');
  await expect(page.locator('said-before-overlay')).toHaveCount(0);
  expect(await marked(page)).toBe(0);
  await press('toggle-site');
  await isMarked(page);
});

test('a polite message says how many passages have earlier statements', async ({ chrome, site }) => {
  const page = await open(chrome, site);
  await expect(page.locator('said-before-overlay [role=status]').first()).toHaveText(
    /^\d+ claims found, \d+ with earlier statements\. Use the Said Before commands/,
  );
});

test('settings reach an open page: quiet, relations, density with "show all"', async ({ chrome, site, desk }) => {
  const many = Array.from({ length: 12 }, (_, i) => `<p>Note ${i}. ${claims.replace(/<\/?p>/g, '')}</p>`).join('');
  const page = await open(chrome, site, many);
  const full = await marked(page);
  await settle(desk, { show: { contradicts: true, confirms: false, related: false } });
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.keys()].filter((n) => n.startsWith('said-before-'))))
    .toEqual(['said-before-contradicts']);
  await settle(desk, { density: 1 });
  await expect.poll(() => marked(page)).toBeLessThan(full / 2);
  await command(desk, page, 'show-all');
  await expect.poll(() => marked(page)).toBeGreaterThan(full / 2);
  await settle(desk, { quiet: true });
  await expect.poll(() => marked(page)).toBe(0);
  expect(Number(await badgeOf(desk, page))).toBeGreaterThan(0);
  // In quiet mode the keyboard still goes where the reader wants.
  await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
});

test('the background may run the sums that it brings along, and no text as code', async ({ worker }) => {
  expect(await worker.evaluate(mayRun, binary)).toEqual({ sums: true, text: false });
});

test('switched off everywhere, nothing of ours is left', async ({ chrome, site, desk }) => {
  const page = await open(chrome, site);
  await pointAt(page, await spotOf(page, words));
  await expect(cardOn(page)).toBeVisible();
  await settle(desk, { off: true });
  await expect(page.locator('said-before-overlay')).toHaveCount(0);
  expect(
    await page.evaluate(() => ({
      marks: [...CSS.highlights.keys()],
      sheets: document.adoptedStyleSheets.length,
      focus: document.activeElement?.tagName,
    })),
  ).toEqual({ marks: [], sheets: 0, focus: 'BODY' });
  expect(await badgeOf(desk, page)).toBe('');
});

import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { axe } from './axe';
import { expect, hover, marks, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const words = 'We are very close to a deal';
const cardOn = (page: Page): Locator => page.getByRole('dialog', { name: /^Earlier statements/ });

/** The sample page with the card of one passage open under the pointer. */
async function opened(chrome: BrowserContext, url: string, size = { width: 1100, height: 900 }) {
  const page = await chrome.newPage();
  await page.setViewportSize(size);
  await page.goto(url);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  await hover(page, words);
  const card = cardOn(page);
  await expect(card).toBeVisible();
  await expect(card.getByRole('heading', { name: 'This claim over time' })).toBeAttached();
  return { page, card };
}

const isMarked = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const ranges = [...CSS.highlights].flatMap(([name, own]) => (name.startsWith('said-before-') ? [...own] : []));
    return ranges.some((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().includes(wanted);
    });
  }, text);

const readClipboard = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const found: Record<string, string> = {};
    for (const type of item?.types ?? []) found[type] = await (await item!.getType(type)).text();
    return found;
  });

/** Asks the overlay of a page to do what a browser command would. */
async function command(chrome: BrowserContext, extensionId: string, page: Page, name: string): Promise<void> {
  const view = await chrome.newPage();
  await view.goto(`chrome-extension://${extensionId}/options.html#help`);
  await view.evaluate(
    async ([url, command]) => {
      type Tabs = {
        query(q: object): Promise<{ id: number; url?: string }[]>;
        sendMessage(id: number, m: unknown): unknown;
      };
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      const tab = (await tabs.query({})).find((t) => t.url === url);
      await tabs.sendMessage(tab?.id as number, { type: 'overlay.command', request: { command } });
    },
    [page.url(), name] as const,
  );
  await view.close();
  await page.bringToFront();
}

test('an item tells speaker, relation, reason and source; the full day comes on a press', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const item = card.locator('[data-statement]').first();
  await expect(item).toContainText(/Contradicts|Confirms/);
  await expect(item.locator('.relation svg')).toBeVisible();
  await expect(item.locator('.reason')).toContainText(/(?:Both|The passage) .*“.+”/);
  await expect(item.getByRole('link')).toHaveAttribute('href', /^https?:\/\/.+#.*:~:text=/);
  const when = item.getByRole('button', { name: /earlier$/ });
  await expect(when).toHaveAttribute('aria-expanded', 'false');
  await expect(item.locator('.day')).toBeHidden();
  await when.focus();
  await page.keyboard.press('Enter');
  await expect(item.locator('.day')).toContainText(/(Said|Published) on .*20\d\d/);
  await expect(when).toHaveAttribute('aria-expanded', 'true');
  await page.close();
});

test('five first, then all; related only when asked for', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  // The source of the passage's own words has a list of its own.
  const items = card.locator('[data-statement]:not([data-relation=same])');
  await expect(items).toHaveCount(5);
  await expect(card.locator('[data-relation=related]')).toHaveCount(0);
  const all = card.getByRole('button', { name: /^All \d+ statements$/ });
  const count = Number((await all.textContent())?.match(/\d+/)?.[0]);
  await all.click();
  await expect(items).toHaveCount(count);
  await card.getByRole('button', { name: /related statement/ }).click();
  await expect(card.locator('[data-relation=related]').first()).toBeVisible();
  await page.close();
});

test('the plot can be read as a list that ends with the passage', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  await card.getByText(/^All \d+ as a list$/).click();
  const days = card.locator('.days li');
  await expect.poll(() => days.count()).toBeGreaterThan(5);
  await expect(days.last()).toContainText('This passage affirms');
  await expect(days.first()).toContainText(/affirms|denies|leaves it open/);
  const dates = await days.locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  expect(dates).toEqual([...dates].sort());
  expect(dates.length).toBe((await card.locator('.timeline > svg > .dot').count()) + 1);
  await page.close();
});

test('copies with the source: text and HTML together, Markdown by its own choice', async ({ chrome, site }) => {
  await chrome.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const item = card.locator('[data-statement]').first();
  await item.getByRole('button', { name: 'Copy with source' }).click();
  await expect(card.getByRole('status')).toContainText('Copied');
  const rich = await readClipboard(page);
  expect(rich['text/plain']).toMatch(/^“.+” — .+, said on .+20\d\d\. .+https?:/);
  expect(rich['text/html']).toContain('<blockquote');
  await item.getByRole('button', { name: /^More for/ }).click();
  await item.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect(async () =>
    expect((await readClipboard(page))['text/plain']).toMatch(/\*\*.+\*\*.*\]\(https?:/),
  ).toPass();
  expect(Object.keys(await readClipboard(page))).not.toContain('text/html');
  await page.close();
});

test('copies on a page without a secure context too', async ({ chrome, site }) => {
  await chrome.grantPermissions(['clipboard-read'], { origin: site.url });
  const page = await chrome.newPage();
  const html = readFileSync('tests/fixtures/pages/sample-news.html', 'utf8');
  await page.route('http://news.example/**', (route) =>
    route.request().url().endsWith('.css')
      ? route.fulfill({ body: '' })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto('http://news.example/story.html');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  await hover(page, words);
  const card = cardOn(page);
  await card.getByRole('button', { name: 'Copy with source' }).first().click();
  await expect(card.getByRole('status')).toContainText('Copied');
  const reader = await chrome.newPage();
  await reader.goto(`${site.url}/sample-news.html`);
  const found = await readClipboard(reader);
  expect(found['text/plain']).toMatch(/^“.+” — /);
  expect(found['text/html']).toContain('<blockquote');
  await reader.close();
  await page.close();
});

test('“never match these two” and “not about this” work at once and can be undone', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const first = card.locator('[data-statement]').first();
  const id = (await first.getAttribute('data-statement')) as string;
  await first.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Never match these two' }).click();
  await expect(card.locator(`[data-statement="${id}"]`)).toHaveCount(0);
  const undo = card.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(card.locator(`[data-statement="${id}"]`)).toHaveCount(1);

  await card.getByRole('button', { name: 'Not about this' }).click();
  await expect(card.locator('[data-statement]')).toHaveCount(0);
  await expect.poll(() => isMarked(page, words)).toBe(false);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => isMarked(page, words)).toBe(true);
  await expect(card.locator('[data-statement]').first()).toBeVisible();
  await page.close();
});

test('a wrong match becomes a text to change and a file; nothing is sent', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => {
      (window as unknown as { heard: string }).heard = event.key;
    });
  });
  const item = card.locator('[data-statement]').first();
  const id = await item.getAttribute('data-statement');
  await item.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Report a wrong match' }).click();
  const field = card.getByRole('textbox', { name: 'Report a wrong match' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Not the same deal.');
  await expect(field).toHaveValue(new RegExp(`Not the same deal\\.[\\s\\S]*Statement: ${id}`));
  expect(await page.evaluate(() => (window as unknown as { heard?: string }).heard)).toBeUndefined();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect(saved).toMatchObject({ format: 'said-before-wrong-match', match: { statement: { id } } });
  expect(saved.text).toContain('Not the same deal.');
  // Escape goes back to the card, and what was typed is there again.
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(card).toBeVisible();
  await item.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Report a wrong match' }).click();
  await expect(field).toHaveValue(/Not the same deal\./);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  await page.close();
});

test('a pinned card keeps the focus and gives it back; Escape closes the menu before the card', async ({
  chrome,
  site,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => Object.keys(await marks(page)).length).toBeGreaterThan(0);
  await page.locator('a').first().focus();
  await command(chrome, extensionId, page, 'open-card');
  const card = cardOn(page);
  await expect(card.getByRole('heading', { name: 'Earlier statements' })).toBeFocused();
  await expect(card).toHaveAttribute('aria-modal', 'true');
  const inside = () => page.evaluate(() => document.activeElement?.localName);
  for (let presses = 0; presses < 45; presses += 1) {
    await page.keyboard.press(presses < 40 ? 'Tab' : 'Shift+Tab');
    expect(await inside()).toBe('said-before-overlay');
  }
  await card
    .getByRole('button', { name: /^More for/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Copy with source' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Report a wrong match' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(card.getByRole('button', { name: /^More for/ }).first()).toBeFocused();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.locator('a').first()).toBeFocused();
  await page.close();
});

test('what a page does to the card’s buttons counts for nothing', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const count = await card.locator('[data-statement]').count();
  await page.evaluate(() => {
    const root = document.querySelector('said-before-overlay')?.shadowRoot;
    for (const button of root?.querySelectorAll('button') ?? []) {
      button.click();
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
  });
  await page.waitForTimeout(300);
  await expect(card).toBeVisible();
  await expect(card.locator('[data-statement]')).toHaveCount(count);
  await expect(card.getByRole('button', { name: 'Keep open' })).toHaveAttribute('aria-pressed', 'false');
  await expect(card.getByRole('status')).toBeEmpty();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.close();
});

test('on a right-to-left page the card keeps its own direction and language', async ({ chrome, site }) => {
  const html = readFileSync('tests/fixtures/pages/sample-news.html', 'utf8').replace(
    '<html lang="en">',
    '<html lang="en" dir="rtl">',
  );
  const { page, card } = await opened(chrome, site.add('/rtl.html', html));
  expect(await card.evaluate((e) => getComputedStyle(e).direction)).toBe('ltr');
  await expect(page.locator('said-before-overlay')).toHaveAttribute('lang', /^en/);
  await page.close();
});

test('moves only where motion is welcome', async ({ chrome, site }) => {
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  expect(await card.evaluate((e) => getComputedStyle(e).animationName)).toBe('appear');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await card.evaluate((e) => getComputedStyle(e).animationName)).toBe('none');
  await page.close();
});

test('no violation that axe finds, in any state and scheme', async ({ chrome, site }) => {
  test.slow();
  const { page, card } = await opened(chrome, `${site.url}/sample-news.html`);
  const check = async (state: string): Promise<void> => {
    const { violations } = await axe(page).include('said-before-overlay').analyze();
    expect(violations.map((v) => `${state} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await check(colorScheme);
  }
  await card.getByRole('button', { name: 'Keep open' }).click();
  await card
    .getByRole('button', { name: /earlier$/ })
    .first()
    .click();
  await card.getByText(/^All \d+ as a list$/).click();
  await check('opened up');
  await card
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await check('menu');
  await page.getByRole('menuitem', { name: 'Report a wrong match' }).click();
  await check('report');
  await page.close();
});
